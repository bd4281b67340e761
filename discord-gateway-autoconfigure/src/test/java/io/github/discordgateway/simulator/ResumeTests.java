package io.github.discordgateway.simulator;

import java.time.Duration;

import io.github.discordgateway.Intent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for RESUME and for what ends a session.
 */
class ResumeTests {

	private GatewaySimulator simulator = start(GatewaySimulator.builder().guildsPerShard(0));

	private static GatewaySimulator start(GatewaySimulatorBuilder builder) {
		GatewaySimulator simulator = builder.build();
		simulator.start();
		return simulator;
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private String sessionIdOf(JsonNode ready) {
		return ready.path("d").path("session_id").asString();
	}

	private void awaitClosed(int index) {
		await().until(() -> !this.simulator.connections().get(index).isOpen());
	}

	@Test
	void missedEventsAreReplayedWithTheirSequencesThenResumed() {
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.awaitReady());
			this.simulator.dispatch(0, "A", "{}");
			client.nextEvent("A");
			this.simulator.connection(0).drop();
			client.awaitDisconnect();
		}
		assertThat(this.simulator.dispatch(0, "B", "{\"n\":1}")).isEqualTo(3);
		assertThat(this.simulator.dispatch(0, "C", "{}")).isEqualTo(4);
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			client.resume(sessionId, 2);
			assertThat(client.next().toString()).isEqualTo("{\"t\":\"B\",\"s\":3,\"op\":0,\"d\":{\"n\":1}}");
			assertThat(client.next().path("s").asLong()).isEqualTo(4);
			JsonNode resumed = client.next();
			assertThat(resumed.path("t").asString()).isEqualTo("RESUMED");
			assertThat(resumed.path("s").asLong()).isEqualTo(5);
			SimulatedConnection connection = this.simulator.connection(0);
			assertThat(connection.isResumed()).isTrue();
			assertThat(connection.isIdentified()).isFalse();
			assertThat(connection.sessionId()).isEqualTo(sessionId);
			assertThat(this.simulator.dispatch(0, "D", "{}")).isEqualTo(6);
			assertThat(client.next().path("t").asString()).isEqualTo("D");
		}
	}

	@Test
	void secondResumeDoesNotReplayTheFirstResumed() {
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.awaitReady());
		}
		for (int i = 0; i < 2; i++) {
			try (TestClient client = TestClient.connect(this.simulator)) {
				client.next(10);
				assertThat(client.resume(sessionId, 0).next().path("s").asLong()).isEqualTo(2 + i);
			}
		}
	}

	@Test
	void resumeTakesTheSessionOverFromAConnectionThatIsStillOpen() {
		try (TestClient first = TestClient.connect(this.simulator);
				TestClient second = TestClient.connect(this.simulator)) {
			String sessionId = sessionIdOf(first.awaitReady());
			second.resume(sessionId, 1).nextEvent("RESUMED");
			assertThat(first.closeCode()).isEqualTo(4000);
			this.simulator.dispatch(0, "A", "{}");
			assertThat(second.next().path("t").asString()).isEqualTo("A");
		}
	}

	@Test
	void unknownSessionIsInvalid() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			JsonNode resumable = client.resume("nobody", 1).next(9).path("d");
			assertThat(resumable.isBoolean()).isTrue();
			assertThat(resumable.booleanValue()).isFalse();
			// The same connection may identify after that.
			assertThat(client.identify().nextEvent("READY").path("s").asLong()).isEqualTo(1);
		}
	}

	@Test
	void sequenceThatWasNeverSentEndsIn4007AndEndsTheSession() {
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.awaitReady());
		}
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.resume(sessionId, 99).closeCode()).isEqualTo(4007);
		}
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.resume(sessionId, 1).next(9).path("d").asBoolean()).isFalse();
		}
	}

	@Test
	void sessionExpiresSomeTimeAfterTheDrop() {
		this.simulator.close();
		this.simulator = start(GatewaySimulator.builder().sessionLifetime(Duration.ZERO));
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.awaitReady());
		}
		awaitClosed(0);
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.resume(sessionId, 1).next(9).path("d").asBoolean()).isFalse();
		}
	}

	@Test
	void eventsFromBeforeTheReplayLimitAreLost() {
		this.simulator.close();
		this.simulator = start(GatewaySimulator.builder().guildsPerShard(0).replayLimit(2));
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.awaitReady());
			for (int i = 0; i < 3; i++) {
				this.simulator.dispatch(0, "A", "{}");
			}
		}
		// READY and the first event are forgotten, the two latest are not.
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.resume(sessionId, 2).nextEvent("A").path("s").asLong()).isEqualTo(3);
		}
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.resume(sessionId, 1).next(9).path("d").asBoolean()).isFalse();
		}
	}

	@Test
	void largeEventsAreKeptForAReplayAsFarAsTheyFit() {
		String large = "{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}";
		this.simulator.close();
		this.simulator = start(GatewaySimulator.builder().guildsPerShard(0));
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.awaitReady());
			this.simulator.connection(0).drop();
			client.awaitDisconnect();
			for (int i = 0; i < 70; i++) {
				this.simulator.dispatch(0, "A", large);
			}
		}
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.resume(sessionId, 70).nextEvent("A").path("s").asLong()).isEqualTo(71);
		}
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.resume(sessionId, 2).next(9).path("d").asBoolean()).isFalse();
		}
	}

	@Test
	void clientClosing1000Or1001EndsTheSession() {
		for (int code : new int[] { 1000, 1001 }) {
			assertThat(resumableAfterClose(code)).as("after %d", code).isFalse();
		}
	}

	@Test
	void clientClosingWithAnyOtherCodeKeepsTheSession() {
		for (int code : new int[] { 1012, 4000, 4900 }) {
			assertThat(resumableAfterClose(code)).as("after %d", code).isTrue();
		}
	}

	private boolean resumableAfterClose(int code) {
		this.simulator.close();
		this.simulator = start(GatewaySimulator.builder().guildsPerShard(0));
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.awaitReady());
			client.close(code);
			client.awaitDisconnect();
		}
		assertThat(this.simulator.connections().get(0).closeCode()).isEqualTo(code);
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			return client.resume(sessionId, 1).next().path("op").asInt() == 0;
		}
	}

	@Test
	void resumeUrlIsWhatWasConfigured() {
		this.simulator.close();
		this.simulator = start(GatewaySimulator.builder().resumeUrl((url) -> url + "/resume?v=9"));
		try (TestClient client = TestClient.connect(this.simulator)) {
			assertThat(client.awaitReady().path("d").path("resume_gateway_url").asString())
				.isEqualTo(this.simulator.url() + "/resume?v=9");
		}
	}

	@Test
	void closeFromTheServerEndsTheSessionOnlyWithACodeThatSaysSo() {
		for (int code : new int[] { 1000, 4000, 4008, 4009 }) {
			String sessionId;
			try (TestClient client = TestClient.connect(this.simulator)) {
				client.next(10);
				sessionId = sessionIdOf(client.identify().next());
				this.simulator.connection(0).close(code, "scripted");
				assertThat(client.closeCode()).isEqualTo(code);
			}
			try (TestClient client = TestClient.connect(this.simulator)) {
				client.next(10);
				boolean resumed = client.resume(sessionId, 1).next().path("op").asInt() == 0;
				assertThat(resumed).as("resumed after %d", code).isEqualTo(code != 4009);
			}
			this.simulator.close();
			this.simulator = start(GatewaySimulator.builder().guildsPerShard(0));
		}
	}

	@Test
	void resumeWithAWrongTokenEndsIn4004() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.send("{\"op\":6,\"d\":{\"token\":\"other\",\"session_id\":\"x\",\"seq\":1}}");
			assertThat(client.closeCode()).isEqualTo(4004);
		}
	}

	@Test
	void replayHonoursTheIntentsOfTheSession() {
		String sessionId;
		try (TestClient client = TestClient.connect(this.simulator)) {
			sessionId = sessionIdOf(client.identify(0, 1, Intent.GUILDS.value()).nextEvent("READY"));
		}
		awaitClosed(0);
		this.simulator.dispatch(0, "PRESENCE_UPDATE", "{\"guild_id\":\"1\"}");
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			assertThat(client.resume(sessionId, 1).next().path("t").asString()).isEqualTo("RESUMED");
		}
	}

}
