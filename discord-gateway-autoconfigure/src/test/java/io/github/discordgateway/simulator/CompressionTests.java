package io.github.discordgateway.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for zlib-stream, zstd-stream and payload compression.
 */
class CompressionTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder().build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { TestClient.ZLIB, TestClient.ZSTD })
	@DisplayName("C40 one context for all messages of a connection, a new one for each connection")
	void streamKeepsItsContextOverTheConnection(String target) {
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator, target)) {
			sessionId = client.awaitReady().path("d").path("session_id").asString();
			assertThat(client.lastWasBinary()).isTrue();
			for (int i = 0; i < 2; i++) {
				this.simulator.dispatch(0, "SAME", "{\"text\":\"said once, said twice, said in few bytes\"}");
				client.nextEvent("SAME");
			}
			int count = client.messageSizes().size();
			assertThat(client.messageSizes().get(count - 1)).isLessThan(client.messageSizes().get(count - 2));
		}
		try (TestClient client = TestClient.connect(this.simulator, target)) {
			assertThat(client.resume(sessionId, 4).nextEvent("SAME").path("s").asLong()).isEqualTo(5);
		}
	}

	@Test
	void zlibPayloadMayBeSpreadOverSeveralMessages() {
		try (TestClient client = TestClient.connect(this.simulator, TestClient.ZLIB)) {
			client.awaitReady();
			int before = client.messageSizes().size();
			this.simulator.connection(0).splitMessages(1);
			this.simulator.dispatch(0, "SPLIT", "{\"n\":1}");
			assertThat(client.nextEvent("SPLIT").path("d").path("n").asInt()).isEqualTo(1);
			assertThat(client.messageSizes().size() - before).isGreaterThan(5);
			this.simulator.connection(0).splitMessages(0);
			this.simulator.connection(0).splitFrames(2);
			this.simulator.dispatch(0, "SPLIT", "{\"n\":2}");
			assertThat(client.nextEvent("SPLIT").path("d").path("n").asInt()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { TestClient.ZLIB, TestClient.ZSTD })
	void payloadOfSeveralMebibytesArrivesWhole(String target) {
		try (TestClient client = TestClient.connect(this.simulator, target)) {
			client.awaitReady();
			String text = "0123456789abcdef".repeat(200_000);
			this.simulator.dispatch(0, "LARGE", "{\"text\":\"" + text + "\"}");
			assertThat(client.nextEvent("LARGE").path("d").path("text").asString()).isEqualTo(text);
		}
	}

	@Test
	void payloadCompressionIsForLargePayloadsOnly() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			client.send(TestClient.identifyJson(this.simulator.token(), 0, 1, TestClient.ALL_INTENTS)
				.replace("\"intents\"", "\"compress\":true,\"intents\""));
			client.nextEvent("READY");
			for (int i = 0; i < 3; i++) {
				client.nextEvent("GUILD_CREATE");
			}
			assertThat(client.lastWasBinary()).isTrue();
			this.simulator.dispatch(0, "SMALL", "{}");
			client.nextEvent("SMALL");
			assertThat(client.lastWasBinary()).isFalse();
		}
	}

}
