package io.github.discordgateway.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.network.TestCertificates;
import io.github.discordgateway.network.TestProxy;
import io.github.discordgateway.network.TlsFront;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bots whose gateway and REST API speak TLS.
 */
@ExtendWith(OutputCaptureExtension.class)
class TlsApplicationTests {

	@TempDir
	Path directory;

	private final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	private TestCertificates authority;

	private TlsFront front;

	@BeforeEach
	void start() throws Exception {
		this.simulator.start();
		this.authority = new TestCertificates("Test Authority");
	}

	@AfterEach
	void close() {
		this.simulator.close();
		if (this.front != null) {
			this.front.close();
		}
	}

	private BotRunner run(SslContext server, String... more) {
		this.front = new TlsFront(server, this.simulator.port());
		List<String> properties = new ArrayList<>(List.of("token=" + this.simulator.token(),
				"api-url=https://localhost:" + this.front.port() + "/api/v10",
				"url=wss://localhost:" + this.front.port()));
		Collections.addAll(properties, more);
		return BotRunner.run(properties.toArray(String[]::new));
	}

	private String[] trusting(String... more) throws Exception {
		List<String> properties = new ArrayList<>(List.of("ssl.bundle=bot",
				"spring.ssl.bundle.pem.bot.truststore.certificate=file:" + this.authority.pem(this.directory)));
		Collections.addAll(properties, more);
		return properties.toArray(String[]::new);
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "jdk", "openssl" })
	void anOwnAuthorityIsTrustedForRestAndGateway(String provider) throws Exception {
		Assumptions.assumeTrue(!provider.equals("openssl") || OpenSsl.isAvailable());
		try (BotRunner bot = run(TestCertificates.server(this.authority.issue("localhost")),
				trusting("ssl.provider=" + provider))) {
			bot.awaitReady();
			assertThat(this.simulator.rest().requests()).hasSize(1);
			this.simulator.connection(0).drop();
			BotRunner.await().ignoreExceptions().until(() -> this.simulator.connection(0).isResumed());
			assertThat(this.simulator.connections()).as("not the ws:// URL that READY named")
				.hasSize(2)
				.allSatisfy((connection) -> assertThat(connection.requestHeaders().values())
					.contains("localhost:" + this.front.port()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "openssl" })
	void aServerMayAskForACertificate(String provider) throws Exception {
		Assumptions.assumeTrue(!provider.equals("openssl") || OpenSsl.isAvailable());
		X509Bundle client = this.authority.issue("bot");
		Path certificate = Files.writeString(this.directory.resolve("bot.pem"), client.getCertificatePathPEM());
		Path key = Files.writeString(this.directory.resolve("bot.key"), client.getPrivateKeyPEM());
		try (BotRunner bot = run(this.authority.mutual(this.authority.issue("localhost")),
				trusting("ssl.provider=" + provider,
						"spring.ssl.bundle.pem.bot.keystore.certificate=file:" + certificate,
						"spring.ssl.bundle.pem.bot.keystore.private-key=file:" + key))) {
			bot.awaitReady();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "openssl" })
	void aServerThatAsksForACertificateIsExplained(String provider, CapturedOutput output) throws Exception {
		Assumptions.assumeTrue(!provider.equals("openssl") || OpenSsl.isAvailable());
		try (BotRunner bot = run(this.authority.mutual(this.authority.issue("localhost")),
				trusting("ssl.provider=" + provider, "sharding.total=1"))) {
			bot.awaitDisconnect("the TLS handshake with localhost:" + this.front.port() + " failed");
			assertThat(output)
				.contains("A server that asks for a client's certificate needs a key store in the SSL bundle 'bot'");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "openssl" })
	void aCertificateThatIsNotTrustedIsNamedAndTheRemedyIsLoggedOnce(String provider, CapturedOutput output)
			throws Exception {
		Assumptions.assumeTrue(!provider.equals("openssl") || OpenSsl.isAvailable());
		try (BotRunner bot = run(TestCertificates.server(this.authority.issue("localhost")),
				"ssl.provider=" + provider)) {
			assertThat(bot.awaitProblem()).contains("localhost:" + this.front.port()
					+ " showed a certificate that is not trusted: subject CN=localhost, issued by CN=Test Authority, "
					+ "valid from");
			BotRunner.await().until(() -> output.toString().split("asking again in", -1).length > 3);
			assertThat(output.toString().split("Set discord.gateway.ssl.trust=system when", -1)).hasSize(2);
		}
	}

	@Test
	void aCertificateThatIsNotTrustedAtTheGatewayIsNamed() throws Exception {
		try (BotRunner bot = run(TestCertificates.server(this.authority.issue("localhost")), "sharding.total=1")) {
			bot.awaitDisconnect("is not trusted: subject CN=localhost, issued by CN=Test Authority");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "openssl" })
	void theNameOfTheServerIsCompared(String provider, CapturedOutput output) throws Exception {
		Assumptions.assumeTrue(!provider.equals("openssl") || OpenSsl.isAvailable());
		try (BotRunner bot = run(TestCertificates.server(this.authority.issue("elsewhere.example")),
				trusting("ssl.provider=" + provider))) {
			assertThat(bot.awaitProblem()).contains("is not for localhost: subject CN=elsewhere.example");
			assertThat(output).contains("Connect to a name that it is for (elsewhere.example)");
		}
	}

	@Test
	void anExpiredCertificateIsNamed(CapturedOutput output) throws Exception {
		Instant yesterday = Instant.now().minus(Duration.ofDays(1));
		try (BotRunner bot = run(TestCertificates.server(this.authority.issue("localhost", yesterday)), trusting())) {
			assertThat(bot.awaitProblem()).contains("showed a certificate that has expired: subject CN=localhost");
			assertThat(output).contains("Have the certificate renewed, and check the clock of this machine");
		}
	}

	@Test
	void aServerWithoutTlsIsExplained() {
		try (BotRunner bot = BotRunner.run("token=" + this.simulator.token(), "sharding.total=1",
				"url=wss://localhost:" + this.simulator.port())) {
			bot.awaitDisconnect("localhost:" + this.simulator.port() + " does not speak TLS");
		}
	}

	@Test
	void aBundleThatChangesIsUsedByNewConnections(CapturedOutput output) throws Exception {
		try (BotRunner bot = run(TestCertificates.server(this.authority.issue("localhost")),
				trusting("sharding.total=1"))) {
			bot.awaitReady();
			TestCertificates other = new TestCertificates("Other Authority");
			this.front.use(TestCertificates.server(other.issue("localhost")));
			this.simulator.connection(0).drop();
			bot.awaitDisconnect("is not trusted: subject CN=localhost, issued by CN=Other Authority");
			bot.context()
				.getBean(SslBundleRegistry.class)
				.updateBundle("bot",
						SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(other.pem()))));
			BotRunner.await().ignoreExceptions().until(() -> this.simulator.connection(0).isResumed());
			assertThat(output).contains("New connections use what the SSL bundle 'bot' holds now");
			assertThat(this.simulator.connection(0).receivedFrames(Opcode.IDENTIFY)).isEmpty();
		}
	}

	@Test
	void aBundleThatBreaksLeavesTheOldOne(CapturedOutput output) throws Exception {
		try (BotRunner bot = run(TestCertificates.server(this.authority.issue("localhost")),
				trusting("sharding.total=1"))) {
			bot.awaitReady();
			bot.context()
				.getBean(SslBundleRegistry.class)
				.updateBundle("bot", SslBundle.of(SslStoreBundle.NONE, SslBundleKey.NONE, SslOptions.NONE, "TLS",
						new BrokenManagers()));
			assertThat(output).contains("New connections use what the SSL bundle 'bot' held before");
			this.simulator.connection(0).drop();
			BotRunner.await().ignoreExceptions().until(() -> this.simulator.connection(0).isResumed());
		}
	}

	@Test
	void tlsGoesThroughAProxy() throws Exception {
		try (TestProxy proxy = new TestProxy("http", null, null);
				BotRunner bot = run(TestCertificates.server(this.authority.issue("localhost")),
						trusting("proxy.host=127.0.0.1", "proxy.port=" + proxy.port()))) {
			bot.awaitReady();
			assertThat(proxy.targets()).containsExactly("localhost:" + this.front.port(),
					"localhost:" + this.front.port());
		}
	}

	private static final class BrokenManagers implements SslManagerBundle {

		@Override
		public KeyManagerFactory getKeyManagerFactory() {
			throw new IllegalStateException("The key cannot be read");
		}

		@Override
		public TrustManagerFactory getTrustManagerFactory() {
			throw new IllegalStateException("The authorities cannot be read");
		}

	}

}
