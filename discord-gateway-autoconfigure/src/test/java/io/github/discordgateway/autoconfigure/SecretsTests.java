package io.github.discordgateway.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.network.TestProxy;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The bot's token and the password of the proxy: where they may come from, and that they
 * show nowhere.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {

	private static final String TOKEN = "bm9ib2R5.G4teW4.may-ever-see-this";

	private static final String OTHER_TOKEN = "c29tZWJvZHk.G4teW4.saw-this-one-once";

	private static final String PASSWORD = "pr0xy-secret";

	private static final String CREDENTIALS = Base64.getEncoder()
		.encodeToString(("alice:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.token(TOKEN)
		.identifyWindow(Duration.ZERO)
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(null, LogLevel.INFO);
	}

	private String apiUrl() {
		return "api-url=" + this.simulator.apiUrl();
	}

	@Test
	void nothingIsLoggedAtAnyLevel(CapturedOutput output) {
		try (TestProxy proxy = new TestProxy("http", "alice", PASSWORD);
				BotRunner bot = BotRunner.run("token=" + TOKEN, apiUrl(), "proxy.host=127.0.0.1",
						"proxy.port=" + proxy.port(), "proxy.username=alice", "proxy.password=" + PASSWORD,
						"spring.http.codecs.log-request-details=true", "spring.main.log-startup-info=true",
						"logging.level.root=trace")) {
			bot.awaitReady();
			this.simulator.connection(0).drop();
			BotRunner.await().ignoreExceptions().until(() -> this.simulator.connection(0).isResumed());
			this.simulator.connection(0).invalidSession(false);
			BotRunner.await()
				.ignoreExceptions()
				.until(() -> !this.simulator.connection(0).receivedFrames(Opcode.IDENTIFY).isEmpty());
			bot.awaitReady();
			for (String name : bot.context().getBeanDefinitionNames()) {
				if (name.startsWith("discord")) {
					assertThat(String.valueOf(bot.context().getBean(name))).doesNotContain(TOKEN, PASSWORD);
				}
			}
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.noneMatch((name) -> name.contains(TOKEN));
		}
		assertThat(output.toString()).as("traces").contains("TRACE").contains("DEBUG");
		assertThat(lines(output, TOKEN)).isEmpty();
		assertThat(lines(output, PASSWORD)).isEmpty();
		assertThat(lines(output, CREDENTIALS)).isEmpty();
	}

	/** The lines that hold a secret: all of the output would be too much to read. */
	private static List<String> lines(CapturedOutput output, String secret) {
		return output.toString().lines().filter((line) -> line.contains(secret)).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s", "  Bot %s\u0007", "\"%s \"" })
	void aTokenThatIsRefusedOrMalformedIsNotLogged(String form, CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> BotRunner
					.start(BotRunner.Bot.class, "token=" + form.formatted(OTHER_TOKEN), apiUrl(), "startup=wait",
							"startup-timeout=45s", "logging.level.root=trace")
					.close());
		assertThat(output).contains("APPLICATION FAILED TO START");
		assertThat(lines(output, OTHER_TOKEN)).isEmpty();
	}

	@Test
	void endpointsThatShowAllValuesDoNotShowSecrets() {
		try (SimulatedBot bot = new SimulatedBot(GatewaySimulator.builder().token(TOKEN), WebApplicationType.REACTIVE,
				BotRunner.Bot.class, "--management.endpoint.env.show-values=always",
				"--management.endpoint.configprops.show-values=always", "--some.other.name=" + TOKEN,
				"--discord.gateway.proxy.password=" + PASSWORD)) {
			assertThat(bot.ready().get("/env").text()).contains("discord.gateway.token", "some.other.name", "******");
			assertThat(bot.get("/configprops").text()).contains("discord.gateway", "******");
			for (String endpoint : List.of("/env", "/env/discord.gateway.token", "/configprops",
					"/configprops/discord.gateway", "/beans", "/conditions", "/health", "/threaddump", "/loggers")) {
				assertThat(bot.get(endpoint).text()).as(endpoint).isNotEmpty().doesNotContain(TOKEN, PASSWORD);
			}
		}
	}

	@Test
	void theTokenComesFromAFileOfItsOwn(@TempDir Path secrets) throws Exception {
		Files.writeString(secrets.resolve("discord.gateway.token"), TOKEN + "\n");
		assertTokenIsImported("configtree:" + secrets + "/");
	}

	@Test
	void theTokenComesFromADirectoryTree(@TempDir Path secrets) throws Exception {
		Files.createDirectories(secrets.resolve("discord/gateway"));
		Files.writeString(secrets.resolve("discord/gateway/token"), "Bot " + TOKEN + "\r\n");
		assertTokenIsImported("optional:configtree:" + secrets + "/");
	}

	@Test
	void theTokenComesFromAFileOfProperties(@TempDir Path secrets) throws Exception {
		Path file = Files.writeString(secrets.resolve("bot.yaml"), "discord.gateway.token: \"" + TOKEN + "\"\n");
		assertTokenIsImported("optional:file:" + file);
	}

	private void assertTokenIsImported(String location) {
		try (BotRunner bot = BotRunner.run("token", "spring.config.import=" + location, apiUrl())) {
			bot.awaitReady();
			assertThat(this.simulator.connections()).singleElement()
				.satisfies((connection) -> assertThat(connection.isIdentified()).isTrue());
		}
	}

}
