package io.github.discordgateway.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.discordgateway.network.TestCertificates;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what other libraries need on the wire to log in.
 */
class WireTests {

	private GatewaySimulator simulator = GatewaySimulator.builder().build();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private void start(GatewaySimulatorBuilder builder) {
		this.simulator = builder.build();
		this.simulator.start();
	}

	private TestClient connect(GatewaySimulatorBuilder builder) {
		start(builder);
		return TestClient.connect(this.simulator);
	}

	/** Discord4J never gets READY without, and seyfert loses its sequence. */
	@Test
	void controlPayloadsCarryAllFourKeysInDiscordsOrder() {
		try (JdkClient client = JdkClient.connect(start(), TestClient.PLAIN)) {
			await().until(() -> client.texts().size() == 1);
			client.send("{\"op\":1,\"d\":null}");
			await().until(() -> client.texts().size() == 2);
			SimulatedConnection connection = this.simulator.connections().get(0);
			connection.requestHeartbeat();
			connection.reconnect();
			connection.invalidSession(false);
			await().until(() -> client.texts().size() == 5);
			assertThat(client.texts().get(0)).startsWith("{\"t\":null,\"s\":null,\"op\":10,\"d\":{");
			assertThat(client.texts().subList(1, 5)).containsExactly("{\"t\":null,\"s\":null,\"op\":11,\"d\":null}",
					"{\"t\":null,\"s\":null,\"op\":1,\"d\":null}", "{\"t\":null,\"s\":null,\"op\":7,\"d\":null}",
					"{\"t\":null,\"s\":null,\"op\":9,\"d\":false}");
		}
	}

	private GatewaySimulator start() {
		start(GatewaySimulator.builder());
		return this.simulator;
	}

	/** What comes glued to the answer of the handshake is lost by seyfert. */
	@Test
	void helloLeavesAfterTheAnswerToTheHandshake() throws Exception {
		start(GatewaySimulator.builder().helloDelay(Duration.ofHours(1)));
		try (Socket socket = new Socket("127.0.0.1", this.simulator.port())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write("""
					GET /?v=10&encoding=json HTTP/1.1\r
					Host: localhost\r
					Upgrade: websocket\r
					Connection: Upgrade\r
					Sec-WebSocket-Version: 13\r
					Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
					\r
					""".getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			readHead(in);
			socket.setSoTimeout(100);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(in::read);
		}
	}

	private static void readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			assertThat(next).isNotNegative();
			head.append((char) next);
		}
		assertThat(head).startsWith("HTTP/1.1 101 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "513", "513.0", "\"513\"", "5.13e2", "\" 513 \"" })
	void intentsAreTakenInEachSpelling(String intents) {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			client.send("{\"op\":2,\"d\":{\"token\":\"" + this.simulator.token() + "\",\"intents\":" + intents
					+ ",\"properties\":{},\"unheard_of\":[1],\"presence\":{\"game\":{\"name\":\"x\",\"type\":0},"
					+ "\"status\":\"online\",\"since\":0,\"afk\":false}}}");
			JsonNode ready = client.nextEvent("READY").path("d");
			assertThat(ready.path("shard").toString()).isEqualTo("[0,1]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"all\"", "513.5", "null", "[513]", "1e99999999", "\"\"", "18446744073709552129" })
	void intentsThatAreNoWholeNumberAre4001(String intents) {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			client.send("{\"op\":2,\"d\":{\"token\":\"" + this.simulator.token() + "\",\"intents\":" + intents
					+ ",\"properties\":{}}}");
			assertThat(client.closeCode()).isEqualTo(4001);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 7, 8, 9, 10 })
	void eachVersionThatDiscordStillTakesGetsThePayloadsOfTheLastOne(int version) {
		start(GatewaySimulator.builder());
		try (TestClient client = TestClient.connect(this.simulator, "/?v=" + version + "&encoding=json")) {
			assertThat(client.awaitReady().path("d").path("v").intValue()).isEqualTo(10);
		}
	}

	@Test
	void encodingThatIsNotSpokenIsNamed() {
		start(GatewaySimulator.builder());
		try (TestClient client = TestClient.connect(this.simulator, "/?v=10&encoding=etf")) {
			assertThat(client.closeStatus().code()).isEqualTo(4002);
			assertThat(client.closeStatus().reasonText()).contains("encoding=etf").contains("encoding=json");
		}
	}

	/** At once, eris identifies a hundred times in twelve milliseconds. */
	@Test
	void refusedIdentifyIsAnsweredAfterAWhile() {
		Duration shortest = Duration.ofMillis(300);
		try (TestClient client = connect(GatewaySimulator.builder()
			.sessionStartLimit(1, 0, Duration.ofHours(1))
			.invalidSessionDelay(shortest, Duration.ofMillis(301)))) {
			client.next(10);
			long sent = System.nanoTime();
			client.identify();
			JsonNode answer = client.next();
			assertThat(answer.path("op").intValue()).isEqualTo(9);
			assertThat(answer.path("d").booleanValue()).isFalse();
			assertThat(System.nanoTime() - sent).isGreaterThanOrEqualTo(shortest.toNanos());
		}
	}

	@Test
	void delaysAreChecked() {
		GatewaySimulatorBuilder builder = GatewaySimulator.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.helloDelay(Duration.ofMillis(-1)))
			.withMessageContaining("delay of HELLO");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder.invalidSessionDelay(Duration.ofSeconds(5), Duration.ofSeconds(1)))
			.withMessageContaining("shorter time first");
	}

	@Test
	void restAndGatewayAreServedOverTls() throws Exception {
		TestCertificates authority = new TestCertificates("authority");
		X509Bundle certificate = authority.issue("localhost");
		start(GatewaySimulator.builder()
			.ssl(SslBundle
				.of(new PemSslStoreBundle(PemSslStoreDetails.forCertificate(certificate.getCertificatePathPEM())
					.withPrivateKey(certificate.getPrivateKeyPEM()), null))));
		assertThat(this.simulator.url()).hasScheme("wss");
		assertThat(this.simulator.apiUrl()).hasScheme("https");
		SslContext trusting = SslContextBuilder.forClient().trustManager(authority.certificate()).build();
		HttpClient client = HttpClient.create().secure((spec) -> spec.sslContext(trusting));
		String localhost = "localhost:" + this.simulator.port();
		String gateway = client.get()
			.uri("https://" + localhost + "/api/v10/gateway")
			.responseContent()
			.aggregate()
			.asString()
			.block();
		assertThat(gateway).contains(this.simulator.url().toString());
		List<String> hello = client.websocket()
			.uri("wss://" + localhost + TestClient.PLAIN)
			.handle((in, out) -> in.receive().asString().take(1))
			.collectList()
			.block();
		assertThat(hello).singleElement().asString().contains("heartbeat_interval");
	}

}
