package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.discordgateway.network.TestProxy;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bots behind proxies. The host of the gateway is one that only the proxy finds.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProxyApplicationTests {

	private static final String HOST = "gateway.invalid";

	private final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private BotRunner run(String host, int proxyPort, String... more) {
		List<String> properties = new ArrayList<>(List.of("token=" + this.simulator.token(),
				"api-url=http://" + host + ":" + this.simulator.port() + "/api/v10",
				"url=ws://" + host + ":" + this.simulator.port(), "proxy.host=localhost", "proxy.port=" + proxyPort));
		Collections.addAll(properties, more);
		return BotRunner.run(properties.toArray(String[]::new));
	}

	private String target() {
		return HOST + ":" + this.simulator.port();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks4", "socks5" })
	void restAndGatewayGoThroughTheProxy(String type) {
		try (TestProxy proxy = new TestProxy(type, null, null);
				BotRunner bot = run(HOST, proxy.port(), "proxy.type=" + type)) {
			bot.awaitReady();
			assertThat(proxy.targets()).containsExactly(target(), target());
			this.simulator.connection(0).drop();
			BotRunner.await().ignoreExceptions().until(() -> this.simulator.connection(0).isResumed());
			assertThat(proxy.targets()).as("not the host that READY named").containsOnly(target()).hasSize(3);
		}
	}

	@ParameterizedTest
	@CsvSource({ "http, p4ss:wörd", "socks4,", "socks5, p4ss" })
	void theProxyMayAskForCredentials(String type, String password) {
		try (TestProxy proxy = new TestProxy(type, "alice", password);
				BotRunner bot = run(HOST, proxy.port(), "proxy.type=" + type, "proxy.username=alice",
						"proxy.password=" + ((password != null) ? password : ""))) {
			bot.awaitReady();
			assertThat(proxy.targets()).containsExactly(target(), target());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks4", "socks5" })
	void wrongCredentialsAreExplained(String type, CapturedOutput output) {
		try (TestProxy proxy = new TestProxy(type, "alice", "right");
				BotRunner bot = run(HOST, proxy.port(), "proxy.type=" + type, "proxy.username=mallory",
						"proxy.password=" + (type.equals("socks4") ? "" : "wrong-one"))) {
			assertThat(bot.awaitProblem())
				.contains("the proxy " + type + "://localhost:" + proxy.port() + " refused the credentials");
			assertThat(output).contains("Check discord.gateway.proxy.username and discord.gateway.proxy.password.")
				.doesNotContain("wrong-one");
			assertThat(proxy.targets()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks5" })
	void missingCredentialsAreExplained(String type) {
		try (TestProxy proxy = new TestProxy(type, "alice", "right");
				BotRunner bot = run(HOST, proxy.port(), "proxy.type=" + type, "sharding.total=1")) {
			bot.awaitDisconnect("refused the credentials");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "socks4", "socks5" })
	void aProxyThatDoesNotConnectIsExplained(String type, CapturedOutput output) {
		try (TestProxy proxy = new TestProxy(type, null, null)) {
			proxy.forbid();
			try (BotRunner bot = run(HOST, proxy.port(), "proxy.type=" + type)) {
				assertThat(bot.awaitProblem())
					.contains("the proxy " + type + "://localhost:" + proxy.port() + " did not connect to " + target());
				assertThat(output).contains("that it allows connections to " + target());
			}
		}
	}

	@Test
	void aProxyThatIsDownIsExplained(CapturedOutput output) throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		try (BotRunner bot = run(HOST, port)) {
			assertThat(bot.awaitProblem())
				.contains("the proxy http://localhost:" + port + " cannot be reached: connection refused");
			assertThat(output).contains("Check discord.gateway.proxy.host and discord.gateway.proxy.port");
		}
	}

	@Test
	void aProxyThatIsNotKnownIsExplained() {
		try (BotRunner bot = run(HOST, 3128, "proxy.host=proxy.invalid")) {
			assertThat(bot.awaitProblem()).contains("the host of the proxy http://proxy.invalid:3128 is not known");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "*.example.org,local*" })
	void someHostsAreReachedWithoutIt(String hosts) {
		try (TestProxy proxy = new TestProxy("http", null, null);
				BotRunner bot = run("localhost", proxy.port(), "proxy.non-proxy-hosts=" + hosts)) {
			bot.awaitReady();
			assertThat(proxy.targets()).isEmpty();
		}
	}

	@Test
	void aHostThatIsNotKnownIsExplained(CapturedOutput output) {
		try (BotRunner bot = BotRunner.run("api-url=http://discord.invalid/api")) {
			assertThat(bot.awaitProblem()).contains("the host discord.invalid is not known");
			assertThat(output).contains("Where only a proxy gets out, set discord.gateway.proxy.host.");
		}
	}

	@Test
	void aGatewayThatIsDownIsExplained() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		try (BotRunner bot = BotRunner.run("url=ws://localhost:" + port, "sharding.total=1")) {
			bot.awaitDisconnect("localhost:" + port + " cannot be reached: connection refused");
		}
	}

}
