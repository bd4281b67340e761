package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.internal.cluster.GatewayStartupTimeoutException;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.compression.CompressionNotAvailableException;
import io.github.discordgateway.internal.transport.ConnectFailure;
import io.github.discordgateway.internal.transport.ConnectFailures;
import io.github.discordgateway.internal.transport.TlsConfigurationException;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.network.TestCertificates;
import io.github.discordgateway.network.TestProxy;
import io.github.discordgateway.network.TlsFront;
import io.github.discordgateway.session.FileSessionStore;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * All that an application says that cannot start because of the gateway, whole, as
 * {@code failure-analysis.txt} holds it. A text that was changed on purpose is taken over
 * from {@code target/failure-analysis.txt}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	private static final Path EXPECTED = Path.of("src/test/resources/failure-analysis.txt");

	private static final Path ACTUAL = Path.of("target/failure-analysis.txt");

	private final Map<String, String> texts = new LinkedHashMap<>();

	/** The applications log errors only, and the level is that of the process. */
	@AfterEach
	void resetLevel() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	@Test
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	void theTextsAreTheseAndNoOthers(CapturedOutput output, @TempDir Path directory) throws Exception {
		token(output);
		intentsAndShards(output);
		connection(output);
		closeCodes(output);
		resources(output, directory);
		analyses();
		StringBuilder all = new StringBuilder();
		this.texts.forEach((name, text) -> all.append("=== ").append(name).append("\n\n").append(text).append("\n\n"));
		String actual = all.toString().stripTrailing() + "\n";
		Files.writeString(ACTUAL, actual);
		assertThat(actual).isEqualTo(Files.readString(EXPECTED, StandardCharsets.UTF_8));
	}

	private void token(CapturedOutput output) {
		fails("token missing", output, Bot.class);
		fails("token malformed", output, Bot.class, "token=not a token");
		try (GatewaySimulator simulator = simulator()) {
			fails("token refused by REST", output, Bot.class, "token=a.b.c", "api-url=" + simulator.apiUrl());
		}
	}

	private void intentsAndShards(CapturedOutput output) {
		fails("intent unknown", output, Bot.class, "token=a.b.c", "intents=guilds,guild-mesages");
		fails("intent unlike any", output, Bot.class, "token=a.b.c", "intents=xyzzy");
		fails("event unknown", output, Bot.class, "token=a.b.c", "dispatch.shed=typing-start,presnce-update");
		fails("shard ids outside of the total", output, Bot.class, "token=a.b.c", "sharding.total=2", "sharding.ids=2");
		fails("shard ids and an instance", output, Bot.class, "token=a.b.c", "url=ws://localhost:1",
				"sharding.instance-index=2", "sharding.instance-count=3", "sharding.total=3", "sharding.ids=0");
		try (GatewaySimulator simulator = simulator()) {
			fails("more instances than recommended shards", output, Bot.class, "token=" + simulator.token(),
					"api-url=" + simulator.apiUrl(), "sharding.instance-index=2", "sharding.instance-count=3");
		}
	}

	private void connection(CapturedOutput output) throws Exception {
		cannotConnect("host unknown", "api-url=http://discord.invalid/api");
		int port = freePort();
		cannotConnect("gateway down", "url=ws://localhost:" + port, "sharding.total=1");
		try (GatewaySimulator simulator = simulator()) {
			simulator.rest().failNext(1000, 404);
			fails("REST API elsewhere", output, Bot.class, "token=a.b.c", "api-url=" + simulator.apiUrl(),
					"startup=fail-fast", "startup-timeout=3s");
		}
		try (GatewaySimulator simulator = simulator()) {
			tls(output, simulator);
			proxies(simulator);
		}
	}

	private void tls(CapturedOutput output, GatewaySimulator simulator) throws Exception {
		TestCertificates authority = new TestCertificates("Company Authority");
		try (TlsFront front = new TlsFront(TestCertificates.server(authority.issue("localhost")), simulator.port())) {
			cannotConnect("certificate not trusted", "api-url=https://localhost:" + front.port() + "/api/v10");
		}
		try (TlsFront front = new TlsFront(TestCertificates.server(authority.issue("elsewhere.example")),
				simulator.port())) {
			Path trusted = Files.writeString(Path.of("target/failure-analysis-authority.pem"), authority.pem());
			cannotConnect("certificate for another host", "api-url=https://localhost:" + front.port() + "/api/v10",
					"ssl.bundle=bot", "spring.ssl.bundle.pem.bot.truststore.certificate=file:" + trusted);
		}
		cannotConnect("no TLS", "api-url=https://localhost:" + simulator.port() + "/api/v10");
		fails("SSL bundle unknown", output, Bot.class, "token=a.b.c", "ssl.bundle=bot");
	}

	private void proxies(GatewaySimulator simulator) throws IOException {
		try (TestProxy proxy = new TestProxy("http", "alice", "right")) {
			cannotConnect("proxy refuses the credentials", "api-url=" + simulator.apiUrl(), "proxy.host=127.0.0.1",
					"proxy.port=" + proxy.port(), "proxy.username=alice", "proxy.password=wrong");
		}
		try (TestProxy proxy = new TestProxy("http", null, null)) {
			proxy.forbid();
			cannotConnect("proxy refuses the connection", "api-url=" + simulator.apiUrl(), "proxy.host=127.0.0.1",
					"proxy.port=" + proxy.port());
		}
		cannotConnect("proxy down", "api-url=" + simulator.apiUrl(), "proxy.host=127.0.0.1",
				"proxy.port=" + freePort());
	}

	private void closeCodes(CapturedOutput output) {
		for (int code : new int[] { 4004, 4010, 4011, 4012, 4013 }) {
			try (GatewaySimulator simulator = simulator()) {
				simulator.behaviour(new GatewayBehaviour() {
					@Override
					public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
						connection.close(code, "");
					}
				});
				fails("closed with " + code, output, Bot.class, "token=" + simulator.token(),
						"api-url=" + simulator.apiUrl(), "intents=guilds,guild-messages");
			}
		}
		try (GatewaySimulator simulator = simulator()) {
			fails("closed with 4014", output, Bot.class, "token=" + simulator.token(), "api-url=" + simulator.apiUrl(),
					"intents=guilds,guild-members,message-content");
		}
	}

	private void resources(CapturedOutput output, Path directory) throws IOException {
		try (FileSessionStore other = new FileSessionStore(directory)) {
			assertThat(other).isNotNull();
			fails("session store of another process", output, Bot.class, "token=a.b.c", "resume.path=" + directory);
		}
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			fails("port of the simulator taken", output, Bot.class, "simulator.enabled=true",
					"simulator.port=" + taken.getLocalPort());
		}
		fails("listener without an event", output, ImpossibleBot.class, "token=a.b.c");
	}

	/** Of what cannot be had on each machine. */
	private void analyses() {
		analysis("OpenSSL missing", new TlsConfigurationException(
				"netty-tcnative, which brings OpenSSL, is missing or does not work here", null));
		analysis("zstd missing",
				new CompressionNotAvailableException(Compression.ZSTD_STREAM, "zstd-jni is not on the class path"));
	}

	private void analysis(String name, Throwable failure) {
		FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.logging(LogFactory.getLog(getClass())))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		this.texts.put(name,
				neutral("Description:\n\n" + analysis.getDescription() + "\n\nAction:\n\n" + analysis.getAction()));
	}

	private static GatewaySimulator simulator() {
		GatewaySimulator simulator = GatewaySimulator.builder()
			.allowedPrivilegedIntents(Set.of())
			.identifyWindow(Duration.ZERO)
			.build();
		simulator.start();
		return simulator;
	}

	private int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	/** What fails-fast ends with, without a race against its timeout. */
	private void cannotConnect(String name, String... properties) {
		String[] all = Arrays.copyOf(properties, properties.length + 1);
		all[properties.length] = "token=a.b.c";
		try (BotRunner bot = BotRunner.run(all)) {
			ConnectFailures failures = bot.context().getBean(ConnectFailures.class);
			ConnectFailure failure = BotRunner.await().until(failures::last, (last) -> last != null);
			analysis(name,
					new GatewayStartupTimeoutException(Duration.ofSeconds(10), failure.getMessage(), failure, null));
		}
	}

	private void fails(String name, CapturedOutput output, Class<?> bot, String... properties) {
		int before = output.getOut().length();
		String[] arguments = new String[properties.length + 2];
		for (int i = 0; i < properties.length; i++) {
			arguments[i] = (properties[i].startsWith("spring.") ? "--" : "--discord.gateway.") + properties[i];
		}
		arguments[properties.length] = "--discord.gateway.reconnect.max-back-off=1s";
		arguments[properties.length + 1] = "--logging.level.root=error";
		assertThatException().as(name)
			.isThrownBy(() -> new SpringApplicationBuilder(bot).web(WebApplicationType.NONE).run(arguments).close());
		String text = output.getOut().substring(before);
		int description = text.indexOf("Description:\n");
		assertThat(description).as(name + ": " + text).isNotNegative();
		this.texts.put(name, neutral(text.substring(description)));
	}

	/** Without what differs from run to run. */
	private String neutral(String text) {
		return text.replace("\r\n", "\n")
			.strip()
			.replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1:PORT")
			.replaceAll("port \\d+", "port PORT")
			.replaceAll("again in \\d+ ms", "again in TIME")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
			.replaceAll("session store in \\S+", "session store in DIRECTORY");
	}

	@TestBot
	static class Bot {

	}

	@TestBot
	static class ImpossibleBot {

		@GatewayListener
		void wrong(Thread notAnEvent) {
		}

	}

}
