package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.Set;

import io.github.discordgateway.Intent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the close codes that a client earns, and for the limits.
 */
class CloseCodeRuleTests {

	private GatewaySimulator simulator = GatewaySimulator.builder().build();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private TestClient connect(GatewaySimulatorBuilder builder) {
		return connect(builder, TestClient.PLAIN);
	}

	private TestClient connect(GatewaySimulatorBuilder builder, String target) {
		this.simulator = builder.build();
		this.simulator.start();
		return TestClient.connect(this.simulator, target);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":5,\"d\":null}", "{\"op\":99}", "{\"op\":0}", "{\"op\":10}",
			"{\"op\":1,\"d\":\"x\"}", "{\"op\":2,\"d\":{}}", "{\"op\":2,\"d\":7}", "{\"op\":6,\"d\":{}}" })
	void unknownOpcodeOrPayloadIs4001(String frame) {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			assertThat(client.send(frame).closeCode()).isEqualTo(4001);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "hello", "{\"op\":\"1\"}", "" })
	void unreadableFrameIs4002(String frame) {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			assertThat(client.send(frame).closeCode()).isEqualTo(4002);
		}
	}

	@Test
	void binaryFrameIs4002() {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			assertThat(client.sendBinary("{\"op\":1,\"d\":null}").closeCode()).isEqualTo(4002);
		}
	}

	@Test
	void frameOfMoreThan4096BytesIs4002() {
		// Two bytes for each letter: the limit counts bytes.
		String frame = "{\"op\":1,\"d\":null,\"pad\":\"" + "\u00e4".repeat(2034) + "\"}";
		assertThat(frame.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSize(4096 - 2);
		try (TestClient client = connect(GatewaySimulator.builder())) {
			assertThat(client.send(frame + "  ").next(11)).isNotNull();
			assertThat(client.send(frame + "   ").closeCode()).isEqualTo(4002);
			assertThat(this.simulator.connections().get(0).receivedFrames()).hasSize(2);
		}
	}

	@Test
	void commandBeforeIdentifyIs4003() {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			client.send("{\"op\":3,\"d\":{\"since\":null,\"activities\":[],\"status\":\"online\",\"afk\":false}}");
			assertThat(client.closeCode()).isEqualTo(4003);
		}
	}

	@Test
	void commandAfterInvalidSessionIs4003() {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			client.awaitReady();
			this.simulator.connection(0).invalidSession(true);
			client.next(9);
			client.send("{\"op\":3,\"d\":{\"since\":null,\"activities\":[],\"status\":\"online\",\"afk\":false}}");
			assertThat(client.closeCode()).isEqualTo(4003);
		}
	}

	@Test
	void wrongTokenIs4004() {
		try (TestClient client = connect(GatewaySimulator.builder().token("right"))) {
			assertThat(client.send(TestClient.identifyJson("wrong", 0, 1, 0)).closeCode()).isEqualTo(4004);
		}
	}

	@Test
	void secondIdentifyIs4005() {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			client.awaitReady();
			assertThat(client.identify().closeCode()).isEqualTo(4005);
		}
	}

	@Test
	void moreThan120FramesAMinuteAre4008() {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			for (int i = 0; i < 120; i++) {
				client.send("{\"op\":1,\"d\":null}");
			}
			for (int i = 0; i < 120; i++) {
				client.next(11);
			}
			assertThat(client.send("{\"op\":1,\"d\":null}").closeCode()).isEqualTo(4008);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[1,1]", "[-1,1]", "[0,0]", "[0]", "[]", "\"0\"" })
	void badShardPairIs4010(String pair) {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			client.send(TestClient.identifyJson(this.simulator.token(), 0, 1, 0).replace("[0,1]", pair));
			assertThat(client.closeCode()).isEqualTo(4010);
		}
	}

	@Test
	void tooFewShardsAre4011() {
		try (TestClient client = connect(GatewaySimulator.builder().minimumShards(2))) {
			assertThat(client.identify().closeCode()).isEqualTo(4011);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?v=5&encoding=json", "/?v=11&encoding=json", "/?encoding=json", "/", "/?v=x" })
	void otherApiVersionIs4012(String target) {
		try (TestClient client = connect(GatewaySimulator.builder(), target)) {
			assertThat(client.closeCode()).isEqualTo(4012);
			assertThat(client.hasNothingMore()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?v=10&encoding=etf", "/?v=10&encoding=json&compress=brotli-stream" })
	void encodingThatIsNotSpokenIs4002(String target) {
		try (TestClient client = connect(GatewaySimulator.builder(), target)) {
			assertThat(client.closeCode()).isEqualTo(4002);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1 << 17, 1L << 40, -1 })
	void intentBitsThatDoNotExistAre4013(long intents) {
		try (TestClient client = connect(GatewaySimulator.builder())) {
			String identify = TestClient.identifyJson(this.simulator.token(), 0, 1, 77_777);
			assertThat(client.send(identify.replace("77777", Long.toString(intents))).closeCode()).isEqualTo(4013);
		}
	}

	@Test
	void privilegedIntentThatIsNotAllowedIs4014() {
		try (TestClient client = connect(
				GatewaySimulator.builder().allowedPrivilegedIntents(Set.of(Intent.GUILD_MEMBERS)))) {
			client.identify(0, 1, Intent.GUILD_MEMBERS.value() | Intent.MESSAGE_CONTENT.value());
			assertThat(client.closeCode()).isEqualTo(4014);
		}
	}

	@Test
	void privilegedIntentThatIsAllowedIsAccepted() {
		try (TestClient client = connect(
				GatewaySimulator.builder().allowedPrivilegedIntents(Set.of(Intent.GUILD_MEMBERS)))) {
			assertThat(client.identify(0, 1, Intent.GUILD_MEMBERS.value()).nextEvent("READY")).isNotNull();
		}
	}

	@Test
	void connectionWithoutHeartbeatsIsClosed() {
		try (TestClient client = connect(GatewaySimulator.builder().heartbeatTimeout(Duration.ofMillis(100)))) {
			assertThat(client.closeCode()).isEqualTo(4009);
		}
	}

	@Test
	void identifyTooSoonInItsBucketIsAnInvalidSession() {
		try (TestClient first = connect(GatewaySimulator.builder().maxConcurrency(2));
				TestClient second = TestClient.connect(this.simulator);
				TestClient third = TestClient.connect(this.simulator)) {
			first.identify(0, 3, 0).nextEvent("READY");
			second.identify(1, 3, 0).nextEvent("READY");
			assertThat(third.identify(2, 3, 0).next(9).path("d").booleanValue()).isFalse();
		}
	}

	@Test
	void identifyWithoutBudgetIsAnInvalidSession() {
		try (TestClient first = connect(GatewaySimulator.builder()
			.identifyWindow(Duration.ZERO)
			.sessionStartLimit(1000, 1, Duration.ofHours(1))); TestClient second = TestClient.connect(this.simulator)) {
			first.identify(0, 2, 0).nextEvent("READY");
			assertThat(second.identify(1, 2, 0).next(9).path("d").booleanValue()).isFalse();
		}
	}

}
