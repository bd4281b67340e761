package io.github.discordgateway.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.discordgateway.Intent;
import io.github.discordgateway.command.UpdatePresence;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for trouble that a test causes while the simulator runs: heartbeats, sequences,
 * replays, limits and settings, and that all of it can be undone.
 */
class TroubleTests {

	private static final String HEARTBEAT = "{\"op\":1,\"d\":null}";

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.guildsPerShard(0)
		.identifyWindow(Duration.ZERO)
		.invalidSessionDelay(Duration.ZERO, Duration.ZERO)
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private static int next(TestClient client) {
		return client.next().path("op").asInt();
	}

	/** A shard with three events that its client has not seen. */
	private String missing(int events) {
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = client.awaitReady().path("d").path("session_id").asString();
			this.simulator.connection(0).drop();
			client.awaitDisconnect();
		}
		for (int i = 0; i < events; i++) {
			this.simulator.dispatch(0, "E" + i, "{}");
		}
		return sessionId;
	}

	@Test
	void acknowledgementsAreLeftOutDoubledAndUnasked() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			SimulatedConnection connection = this.simulator.connection(0);
			connection.skipAcks(1);
			connection.doubleAcks(1);
			client.send(HEARTBEAT).send(HEARTBEAT).send(HEARTBEAT);
			for (int i = 0; i < 3; i++) {
				assertThat(next(client)).isEqualTo(11);
			}
			connection.sendAck();
			assertThat(next(client)).isEqualTo(11);
			this.simulator.dispatch(0, "END", "{}");
			assertThat(client.next().path("t").asString("")).isEqualTo("END");
		}
	}

	@Test
	void acknowledgementsThatAreLateAreOvertaken() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			SimulatedConnection connection = this.simulator.connection(0);
			connection.delayAcks(Duration.ofHours(1));
			client.send(HEARTBEAT);
			connection.delayAcks(Duration.ZERO);
			this.simulator.dispatch(0, "FIRST", "{}");
			assertThat(client.next().path("t").asString("")).isEqualTo("FIRST");
		}
	}

	@Test
	void whatIsLateKeepsItsOrder() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			SimulatedConnection connection = this.simulator.connection(0);
			connection.latency(Duration.ZERO, Duration.ofMillis(20));
			connection.stall(Duration.ofMillis(50));
			for (int i = 0; i < 30; i++) {
				this.simulator.dispatch(0, "E" + i, "{}");
			}
			connection.latency(Duration.ZERO, Duration.ZERO);
			this.simulator.dispatch(0, "E30", "{}");
			for (int i = 0; i <= 30; i++) {
				assertThat(client.next().path("t").asString("")).isEqualTo("E" + i);
			}
			assertThatIllegalArgumentException()
				.isThrownBy(() -> connection.latency(Duration.ofSeconds(2), Duration.ofSeconds(1)))
				.withMessageContaining("shorter");
		}
	}

	@Test
	void pairsOfEventsChangePlaces() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			this.simulator.connection(0).swapEvents(2);
			for (int i = 0; i < 6; i++) {
				this.simulator.dispatch(0, "E" + i, "{}");
			}
			for (int i : new int[] { 1, 0, 3, 2, 4, 5 }) {
				assertThat(client.next().path("t").asString("")).isEqualTo("E" + i);
			}
		}
	}

	@Test
	void outagesOfAShardAndOfAll() {
		try (TestClient first = TestClient.connect(this.simulator);
				TestClient second = TestClient.connect(this.simulator)) {
			first.identify(0, 2, TestClient.ALL_INTENTS).nextEvent("READY");
			second.identify(1, 2, TestClient.ALL_INTENTS).nextEvent("READY");
			for (int i = 0; i < 3; i++) {
				this.simulator.guild("first " + i, 0);
				this.simulator.guild("second " + i, 1);
				first.nextEvent("GUILD_CREATE");
				second.nextEvent("GUILD_CREATE");
			}
			this.simulator.outage(1);
			for (int i = 0; i < 3; i++) {
				assertThat(second.nextEvent("GUILD_DELETE").path("d").path("unavailable").asBoolean(false)).isTrue();
			}
			this.simulator.outage();
			for (int i = 0; i < 3; i++) {
				assertThat(first.next().path("t").asString("")).isEqualTo("GUILD_DELETE");
			}
			try (TestClient late = TestClient.connect(this.simulator)) {
				late.identify(0, 2, TestClient.ALL_INTENTS).nextEvent("READY");
				assertThat(late.next().path("t").asString("")).isEqualTo("GUILD_DELETE");
			}
			this.simulator.undoScripts();
			for (int i = 0; i < 3; i++) {
				assertThat(first.next().path("t").asString("")).isEqualTo("GUILD_CREATE");
				assertThat(second.next().path("t").asString("")).isEqualTo("GUILD_CREATE");
			}
			this.simulator.endOutage();
			this.simulator.dispatch(1, "END", "{}");
			assertThat(second.next().path("t").asString("")).isEqualTo("END");
		}
	}

	@Test
	void heartbeatsAreAcknowledgedWithoutReady() {
		this.simulator.ignoreIdentifies(1);
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify();
			client.send(HEARTBEAT);
			assertThat(next(client)).isEqualTo(10);
			assertThat(next(client)).isEqualTo(11);
			client.awaitReady();
		}
	}

	@Test
	void anIdentifyThatKeepsToTheLimitIsRefusedAllTheSame() {
		this.simulator.refuseIdentifies(1);
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify();
			assertThat(client.next(9).path("d").asBoolean(true)).isFalse();
			client.awaitReady();
		}
	}

	@Test
	void theReplayBufferShrinksWhileItRuns() {
		String sessionId = missing(3);
		this.simulator.replayLimit(2);
		this.simulator.dispatch(0, "E3", "{}");
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.resume(sessionId, 1);
			assertThat(client.next(9).path("d").asBoolean(true)).isFalse();
		}
	}

	@Test
	void connectionsAreResetBeforeTheyBegin() {
		this.simulator.refuseConnections(2);
		for (int i = 0; i < 2; i++) {
			assertThat(isReset()).isTrue();
		}
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
		}
	}

	/** Without a client that might try again by itself. */
	private boolean isReset() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.simulator.port())) {
			socket.setSoTimeout(20_000);
			return socket.getInputStream().read() == -1;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	@Test
	void whatCannotBeFailsWhereItIsCalledWithWhatExists() {
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.endSessions(0))
			.withMessageContaining("wait until a client has identified");
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			SimulatedConnection connection = this.simulator.connection(0);
			assertThatIllegalStateException().isThrownBy(() -> this.simulator.outage(3))
				.withMessageContaining("Shard 3 has no session, only [0/1]");
			assertThatIllegalStateException().isThrownBy(() -> this.simulator.dispatch(3, "E", "{}"))
				.withMessageContaining("only [0/1]");
			connection.drop();
			client.awaitDisconnect();
			for (Runnable script : new Runnable[] { connection::reconnect, connection::silence, connection::sendAck,
					connection::requestHeartbeat, () -> connection.invalidSession(true),
					() -> connection.stall(Duration.ZERO), () -> connection.swapEvents(1),
					() -> connection.latency(Duration.ZERO, Duration.ZERO), () -> connection.skipAcks(1),
					() -> connection.doubleAcks(1), () -> connection.delayAcks(Duration.ZERO) }) {
				assertThatIllegalStateException().isThrownBy(script::run).withMessageContaining("is closed");
			}
		}
	}

	@Test
	void whatWasWrongWithAFrameIsTold() {
		try (GatewaySimulator impatient = GatewaySimulator.builder().timeout(Duration.ofMillis(1)).build()) {
			impatient.start();
			try (TestClient client = TestClient.connect(impatient)) {
				client.awaitReady();
				client.send("{\"op\":4711,\"d\":\"nobody knows\"}");
				assertThat(client.closeCode()).isEqualTo(4001);
				assertThatExceptionOfType(AssertionError.class)
					.isThrownBy(() -> impatient.expectCommand(UpdatePresence.class))
					.withMessageContaining("closed by the simulator with 4001 Unknown opcode. after ")
					.withMessageContaining("nobody knows");
			}
		}
	}

	@Test
	void sequencesAreRepeatedAndSkipped() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			this.simulator.dispatch(0, "A", "{}");
			SimulatedConnection connection = this.simulator.connection(0);
			connection.repeat(1);
			connection.skipSequences(5);
			this.simulator.dispatch(0, "B", "{}");
			JsonNode first = client.next();
			assertThat(client.next()).isEqualTo(first);
			assertThat(client.next().path("s").asLong()).isEqualTo(first.path("s").asLong() + 6);
		}
	}

	@Test
	void aClientWithoutASessionHasNothingToRepeat() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next();
			SimulatedConnection connection = this.simulator.connections().get(0);
			assertThatIllegalStateException().isThrownBy(() -> connection.repeat(1))
				.withMessageContaining("identified");
		}
	}

	@Test
	void aReplayLeavesOutEventsOrIsDroppedOrNeverEnds() {
		String sessionId = missing(3);
		this.simulator.nextResumes(1, Replay.droppedAfter(1));
		this.simulator.nextResumes(1, Replay.without(2));
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.resume(sessionId, 1);
			assertThat(client.nextEvent("E0").path("s").asLong()).isEqualTo(2);
			client.awaitDisconnect();
		}
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.resume(sessionId, 1);
			assertThat(client.nextEvent("E2").path("s").asLong()).isEqualTo(4);
			assertThat(client.next().path("t").asString("")).isEqualTo("RESUMED");
			this.simulator.connection(0).drop();
			client.awaitDisconnect();
		}
		this.simulator.nextResumes(1, Replay.withoutResumed());
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.resume(sessionId, 3);
			client.nextEvent("E2");
			this.simulator.dispatch(0, "LATER", "{}");
			assertThat(client.next().path("t").asString("")).isEqualTo("LATER");
		}
	}

	@Test
	void aSessionThatHasEndedIsNotResumed() {
		String sessionId = missing(1);
		this.simulator.endSessions(0);
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.resume(sessionId, 1);
			assertThat(client.next(9).path("d").asBoolean()).isFalse();
		}
	}

	@Test
	void aRestartAsksEachConnectionToReconnect() {
		try (TestClient one = TestClient.connect(this.simulator); TestClient two = TestClient.connect(this.simulator)) {
			one.awaitReady();
			two.awaitReady();
			this.simulator.restart(Duration.ofMillis(10));
			one.next(7);
			two.next(7);
		}
	}

	@Test
	void settingsChangeWhileItRunsAndAreUndone() {
		this.simulator.allowedPrivilegedIntents(Set.of(Intent.GUILD_MEMBERS));
		assertThat(identifyAndClose()).isEqualTo(4014);
		this.simulator.undoScripts();
		this.simulator.shards(2, 4);
		assertThat(identifyAndClose()).isEqualTo(4011);
		assertThat(new RestClient(this.simulator).get("/gateway/bot").ok().path("shards").asInt()).isEqualTo(4);
		this.simulator.undoScripts();
		String old = this.simulator.token();
		this.simulator.resetToken("another");
		assertThat(this.simulator.token()).isEqualTo("another");
		this.simulator.undoScripts();
		this.simulator.sessionStartLimit(10, 0, Duration.ofHours(1));
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify();
			client.next(9);
		}
		this.simulator.undoScripts();
		this.simulator.resumeUrl((url) -> url + "/elsewhere");
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.awaitReady().path("d").path("resume_gateway_url").asString()).endsWith("/elsewhere");
		}
		assertThat(this.simulator.token()).isEqualTo(old);
		this.simulator.rest().answerAlways("", ScriptedAnswer.status(500));
		this.simulator.nextHandshakes(5, ScriptedAnswer.status(503));
		this.simulator.rest().limit(1, Duration.ofHours(1));
		this.simulator.commands().chunkSize(1);
		this.simulator.undoScripts();
		RestClient rest = new RestClient(this.simulator);
		assertThat(rest.get("/gateway/bot").ok().path("shards").asInt()).isEqualTo(1);
		assertThat(rest.get("/gateway/bot").status()).isEqualTo(200);
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.awaitReady().path("d").path("resume_gateway_url").asString())
				.isEqualTo(this.simulator.url().toString());
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whatIsDroppedTwiceIsDroppedOnce(CapturedOutput output) {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			SimulatedConnection connection = this.simulator.connection(0);
			connection.drop();
			connection.drop();
			client.awaitDisconnect();
		}
		this.simulator.close();
		assertThat(output).doesNotContain("Exception");
	}

	@Test
	void anEventThatWaitsToBeOvertakenComesWhenScriptsAreUndone() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			this.simulator.connection(0).swapEvents(3);
			this.simulator.dispatch(0, "FIRST", "{}");
			this.simulator.undoScripts();
			assertThat(client.next().path("t").asString("")).isEqualTo("FIRST");
			this.simulator.dispatch(0, "SECOND", "{}");
			assertThat(client.next().path("t").asString("")).isEqualTo("SECOND");
		}
	}

	@Test
	void chaosDrawsFromAllThatCostsNoSession() {
		Set<String> kinds = new HashSet<>();
		for (int seed = 0; seed < 200; seed++) {
			try (TestClient client = TestClient.connect(this.simulator); Chaos chaos = this.simulator.chaos(seed)) {
				client.awaitReady();
				for (int i = 0; i < 5; i++) {
					kinds.add(chaos.happen().replaceAll("[0-9]+|on shard.*", ""));
				}
			}
		}
		assertThat(kinds).hasSize(24);
	}

	@Test
	void chaosFollowsFromItsSeedAndIsUndone() {
		List<String> first = troubles(7);
		assertThat(troubles(7)).isEqualTo(first);
		assertThat(troubles(8)).isNotEqualTo(first);
		assertThat(first).contains("a request is answered with 502");
		new RestClient(this.simulator).get("/gateway/bot").ok();
	}

	private List<String> troubles(long seed) {
		try (Chaos chaos = this.simulator.chaos(seed)) {
			assertThat(chaos.seed()).isEqualTo(seed);
			return Stream.generate(chaos::happen).limit(50).toList();
		}
	}

	@Test
	void chaosGoesOnByItself() {
		try (Chaos chaos = this.simulator.chaos(1).every(Duration.ofMillis(1))) {
			Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> isRefused());
			assertThat(chaos.seed()).isEqualTo(1);
		}
	}

	private boolean isRefused() {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.apiUrl() + "/gateway")).build();
		try {
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 502;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int identifyAndClose() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify();
			int code = client.closeCode();
			assertThat(this.simulator.takeFatalClose()).contains(Integer.toString(code));
			assertThat(this.simulator.takeFatalClose()).isNull();
			return code;
		}
	}

}
