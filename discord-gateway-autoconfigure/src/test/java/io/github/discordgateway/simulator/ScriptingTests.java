package io.github.discordgateway.simulator;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.Opcode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what a test can do to a connection.
 */
class ScriptingTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder().build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void reconnectAndRequestForAHeartbeatAndInvalidSessionAreSent() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			SimulatedConnection connection = this.simulator.connection(0);
			connection.requestHeartbeat();
			connection.reconnect();
			connection.invalidSession(true);
			assertThat(client.next().path("op").asInt()).isEqualTo(1);
			assertThat(client.next().path("op").asInt()).isEqualTo(7);
			JsonNode invalid = client.next();
			assertThat(invalid.path("op").asInt()).isEqualTo(9);
			assertThat(invalid.path("d").booleanValue()).isTrue();
		}
	}

	@Test
	void reconnectIsFollowedByACloseOfAClientThatStays() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			this.simulator.connection(0).reconnect();
			assertThat(client.closeCode()).isEqualTo(4000);
		}
	}

	@Test
	void rawTextAndBytesGoOutAsGiven() {
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.ZLIB)) {
			await().until(() -> !client.binaries().isEmpty());
			SimulatedConnection connection = this.simulator.connections().get(0);
			connection.sendText("not json \u00e4");
			connection.sendBytes(new byte[] { 1, 2, 3 });
			await().until(() -> client.texts().contains("not json \u00e4"));
			await().until(() -> client.binaries().size() == 2);
			assertThat(client.binaries().get(1)).containsExactly(1, 2, 3);
		}
	}

	@Test
	void dropEndsTheConnectionWithoutACloseFrame() throws Exception {
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.PLAIN)) {
			await().until(() -> !client.texts().isEmpty());
			this.simulator.connections().get(0).drop();
			assertThat(client.failed().get(10, TimeUnit.SECONDS)).isNotNull();
			assertThat(client.closed()).isNotDone();
			assertThat(this.simulator.connections().get(0).isOpen()).isFalse();
			assertThat(this.simulator.connections().get(0).closeCode()).isZero();
		}
	}

	@Test
	void closeCarriesItsCodeToAnIndependentClient() throws Exception {
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.PLAIN)) {
			await().until(() -> !client.texts().isEmpty());
			this.simulator.connections().get(0).close(4014, "Disallowed intent(s).");
			assertThat(client.closed().get(10, TimeUnit.SECONDS)).isEqualTo(4014);
			await().until(() -> this.simulator.connections().get(0).closeCode() != 0);
		}
	}

	@Test
	void clientCloseIsEchoed() throws Exception {
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.PLAIN)) {
			client.sendClose(4000);
			assertThat(client.closed().get(10, TimeUnit.SECONDS)).isEqualTo(4000);
			assertThat(this.simulator.connections().get(0).closeCode()).isEqualTo(4000);
		}
	}

	@Test
	void silentConnectionRecordsAndAnswersNothing() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			SimulatedConnection connection = this.simulator.connection(0);
			connection.silence();
			this.simulator.dispatch(0, "UNSEEN", "{}");
			client.send("{\"op\":1,\"d\":4}");
			await().until(() -> !connection.receivedFrames(Opcode.HEARTBEAT).isEmpty());
			connection.sendText("{\"op\":77}");
			assertThat(client.next().path("op").asInt()).isEqualTo(77);
		}
	}

	@Test
	void silentConnectionDoesNotEndASessionWhoseHeartbeatsItIgnores() {
		try (GatewaySimulator impatient = GatewaySimulator.builder()
			.heartbeatInterval(Duration.ofMillis(100))
			.heartbeatTimeout(Duration.ofSeconds(2))
			.build()) {
			impatient.start();
			try (TestClient deaf = TestClient.connect(impatient)) {
				String session = deaf.awaitReady().path("d").path("session_id").asString();
				impatient.connection(0).silence();
				// The next client sends none either, so its end proves that the time is
				// over.
				try (TestClient next = TestClient.connect(impatient)) {
					assertThat(next.closeCode()).isEqualTo(4009);
				}
				assertThat(impatient.connections().get(0).isOpen()).isTrue();
				try (TestClient resuming = TestClient.connect(impatient)) {
					resuming.resume(session, 1).nextEvent("RESUMED");
				}
			}
		}
	}

	@Test
	void frameIsSpreadOverContinuationFrames() {
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.PLAIN)) {
			await().until(() -> client.texts().size() == 1);
			SimulatedConnection connection = this.simulator.connections().get(0);
			connection.splitFrames(3);
			connection.sendFrame("{\"op\":11}");
			await().until(() -> client.texts().size() == 2);
			assertThat(client.texts().get(1)).isEqualTo("{\"op\":11}");
			assertThat(client.parts()).isEqualTo(1 + 3);
		}
	}

	@Test
	void sizeOfAPartMustMakeSense() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			SimulatedConnection connection = this.simulator.connections().get(0);
			assertThatIllegalArgumentException().isThrownBy(() -> connection.splitFrames(-1))
				.withMessageContaining("at least 1 byte");
		}
	}

	@Test
	void behaviourOfTheNextConnectionsOnly() {
		this.simulator.nextConnections(1, new GatewayBehaviour() {

			@Override
			public void onOpen(SimulatedConnection connection) {
				connection.close(4000, "no HELLO");
			}

		});
		try (TestClient first = TestClient.connect(this.simulator);
				TestClient second = TestClient.connect(this.simulator)) {
			assertThat(first.closeCode()).isEqualTo(4000);
			assertThat(first.hasNothingMore()).isTrue();
			assertThat(second.next().path("op").asInt()).isEqualTo(10);
		}
	}

	@Test
	void behaviourThatOverridesOneStepKeepsTheOthers() {
		this.simulator.behaviour(new GatewayBehaviour() {

			@Override
			public void onHeartbeat(SimulatedConnection connection, ReceivedFrame frame) {
				connection.sendFrame("{\"op\":50}");
				GatewayBehaviour.super.onHeartbeat(connection, frame);
			}

			@Override
			public void onResume(SimulatedConnection connection, ReceivedFrame frame) {
				connection.invalidSession(true);
			}

		});
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			client.send("{\"op\":1,\"d\":null}");
			assertThat(client.next().path("op").asInt()).isEqualTo(50);
			assertThat(client.next().path("op").asInt()).isEqualTo(11);
			assertThat(client.resume("any", 3).next(9).path("d").booleanValue()).isTrue();
		}
	}

	@Test
	void closeMayStayWithoutAnEcho() {
		this.simulator.behaviour(new GatewayBehaviour() {

			@Override
			public boolean onClose(SimulatedConnection connection, int code) {
				return false;
			}

		});
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.PLAIN)) {
			client.sendClose(4000);
			// The client is connected a moment before the connection is on record.
			SimulatedConnection connection = await().until(this.simulator::connections, (all) -> !all.isEmpty()).get(0);
			await().until(() -> connection.closeCode() == 4000);
			assertThat(connection.isOpen()).isTrue();
			assertThat(client.closed()).isNotDone();
		}
	}

	@Test
	void upgradeMayBeRefused() {
		this.simulator.nextHandshakes(1, ScriptedAnswer.status(503));
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> TestClient.connect(this.simulator))
			.withMessageContaining("503");
		assertThat(this.simulator.connections()).isEmpty();
	}

	@Test
	void upgradeMayStayWithoutAnAnswerUntilTheSimulatorCloses() throws Exception {
		this.simulator.nextHandshakes(1, ScriptedAnswer.hang());
		try (Socket socket = new Socket("127.0.0.1", this.simulator.port())) {
			socket.getOutputStream().write("""
					GET /?v=10 HTTP/1.1\r
					Host: localhost\r
					Upgrade: websocket\r
					Connection: Upgrade\r
					Sec-WebSocket-Version: 13\r
					Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
					\r
					""".getBytes(StandardCharsets.US_ASCII));
			socket.setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.getInputStream().read());
			this.simulator.close();
			socket.setSoTimeout(0);
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void closeDoesNotWaitForAClientThatNeverEchoes() throws Exception {
		this.simulator.behaviour(new GatewayBehaviour() {

			@Override
			public boolean onClose(SimulatedConnection connection, int code) {
				return false;
			}

		});
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.PLAIN)) {
			await().until(() -> !client.texts().isEmpty());
			this.simulator.close();
			assertThat(this.simulator.connections().get(0).isOpen()).isFalse();
		}
	}

	@Test
	void tokenIsNotInTheTextOfAFrame() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			ReceivedFrame identify = this.simulator.connection(0).receivedFrames(Opcode.IDENTIFY).get(0);
			assertThat(identify.text()).contains(this.simulator.token());
			assertThat(identify.toString()).contains("******").doesNotContain(this.simulator.token());
			assertThat(identify.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4096);
		}
	}

}
