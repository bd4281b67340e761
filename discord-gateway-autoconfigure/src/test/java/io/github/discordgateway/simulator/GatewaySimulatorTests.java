package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.List;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GatewaySimulator}: a session from HELLO on, over a real WebSocket.
 */
class GatewaySimulatorTests {

	private GatewaySimulator simulator = GatewaySimulator.builder().build();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private void start(GatewaySimulatorBuilder builder) {
		this.simulator = builder.build();
		this.simulator.start();
	}

	@Test
	void helloComesFirstWithTheInterval() {
		start(GatewaySimulator.builder().heartbeatInterval(Duration.ofMillis(12_345)));
		try (TestClient client = TestClient.connect(this.simulator)) {
			JsonNode hello = client.next();
			assertThat(hello.path("op").asInt()).isEqualTo(10);
			assertThat(hello.path("d").path("heartbeat_interval").asInt()).isEqualTo(12_345);
		}
	}

	@Test
	void heartbeatIsAcknowledgedEvenBeforeIdentify() {
		start(GatewaySimulator.builder());
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			assertThat(client.send("{\"op\":1,\"d\":null}").next().path("op").asInt()).isEqualTo(11);
			SimulatedConnection connection = this.simulator.connections().get(0);
			assertThat(connection.receivedFrames(Opcode.HEARTBEAT)).singleElement()
				.satisfies((frame) -> assertThat(frame.data().isNull()).isTrue());
		}
	}

	@Test
	void pongThatNobodyAskedForIsNoMessage() {
		start(GatewaySimulator.builder());
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			client.send(new PongWebSocketFrame()).send("{\"op\":1,\"d\":null}");
			assertThat(client.next().path("op").asInt()).isEqualTo(11);
		}
	}

	@Test
	void identifyIsAnsweredByReadyAndTheGuildsOfTheShard() {
		start(GatewaySimulator.builder().shards(4).guildsPerShard(2));
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			JsonNode ready = client.identify(3, 4, Intent.GUILDS.value()).next();
			assertThat(ready.path("t").asString()).isEqualTo("READY");
			assertThat(ready.path("s").asLong()).isEqualTo(1);
			assertThat(ready.path("d").path("shard").toString()).isEqualTo("[3,4]");
			assertThat(ready.path("d").path("resume_gateway_url").asString())
				.isEqualTo(this.simulator.url().toString());
			List<String> expected = this.simulator.world()
				.guilds(new ShardId(3, 4))
				.stream()
				.map((guild) -> guild.id().toString())
				.toList();
			assertThat(ready.path("d").path("guilds")).extracting((stub) -> stub.path("id").asString())
				.containsExactlyElementsOf(expected);
			for (int i = 0; i < 2; i++) {
				JsonNode guild = client.next();
				assertThat(guild.path("t").asString()).isEqualTo("GUILD_CREATE");
				assertThat(guild.path("s").asLong()).isEqualTo(2 + i);
				assertThat(guild.path("d").path("id").asString()).isEqualTo(expected.get(i));
			}
			SimulatedConnection connection = this.simulator.connection(3);
			assertThat(connection.isIdentified()).isTrue();
			assertThat(connection.shard()).isEqualTo(new ShardId(3, 4));
			assertThat(connection.sessionId()).isEqualTo(ready.path("d").path("session_id").asString());
		}
	}

	@Test
	void tokenWithThePrefixOfRestIsAccepted() {
		start(GatewaySimulator.builder());
		String token = "Bot " + this.simulator.token();
		try (TestClient client = TestClient.connect(this.simulator)) {
			String session = client.send(TestClient.identifyJson(token, 0, 1, 0))
				.nextEvent("READY")
				.path("d")
				.path("session_id")
				.asString();
			try (TestClient resuming = TestClient.connect(this.simulator)) {
				resuming
					.send("{\"op\":6,\"d\":{\"token\":\"%s\",\"session_id\":\"%s\",\"seq\":1}}".formatted(token,
							session))
					.nextEvent("RESUMED");
			}
		}
	}

	@Test
	void withoutTheGuildsIntentThereIsNoBurst() {
		start(GatewaySimulator.builder());
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify(0, 1, Intent.GUILD_MESSAGES.value()).nextEvent("READY");
			client.send("{\"op\":1,\"d\":1}");
			assertThat(client.next().path("op").asInt()).isEqualTo(11);
		}
	}

	@Test
	void handshakeIsRecordedAsReceived() {
		start(GatewaySimulator.builder());
		try (TestClient client = TestClient.connect(this.simulator, "/?encoding=json&v=10&x=%20y")) {
			client.next(10);
			SimulatedConnection connection = this.simulator.connections().get(0);
			assertThat(connection.requestUri()).isEqualTo("/?encoding=json&v=10&x=%20y");
			assertThat(connection.requestHeaders()).containsEntry("x-test", "yes");
			assertThat(connection.isOpen()).isTrue();
			assertThat(connection.isIdentified()).isFalse();
			assertThat(connection.shard()).isNull();
		}
	}

	@Test
	void dispatchIsNumberedPerSessionAndSentAsGiven() {
		start(GatewaySimulator.builder().guildsPerShard(0));
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			assertThat(this.simulator.dispatch(0, "SOMETHING_NEW", "{\"b\": 1, \"a\": 2}")).isEqualTo(2);
			assertThat(client.next().toString())
				.isEqualTo("{\"t\":\"SOMETHING_NEW\",\"s\":2,\"op\":0,\"d\":{\"b\":1,\"a\":2}}");
		}
	}

	@Test
	@DisplayName("C56 an event goes to the shard of its guild, one without a guild to shard 0")
	void dispatchIsRoutedByGuild() {
		start(GatewaySimulator.builder().shards(2).maxConcurrency(2).guildsPerShard(1));
		try (TestClient first = TestClient.connect(this.simulator);
				TestClient second = TestClient.connect(this.simulator)) {
			first.identify(0, 2, TestClient.ALL_INTENTS).nextEvent("GUILD_CREATE");
			second.identify(1, 2, TestClient.ALL_INTENTS).nextEvent("GUILD_CREATE");
			String guildId = this.simulator.world().guilds(new ShardId(1, 2)).get(0).id().toString();
			this.simulator.dispatch("TYPING_START", "{\"guild_id\":\"" + guildId + "\"}");
			this.simulator.dispatch("GUILD_UPDATE", "{\"id\":\"" + guildId + "\"}");
			this.simulator.dispatch("USER_UPDATE", "{\"id\":\"1\"}");
			assertThat(second.next().path("t").asString()).isEqualTo("TYPING_START");
			assertThat(second.next().path("t").asString()).isEqualTo("GUILD_UPDATE");
			assertThat(first.next().path("t").asString()).isEqualTo("USER_UPDATE");
			assertThat(second.hasNothingMore()).isTrue();
		}
	}

	@Test
	void dispatchWithoutASessionSaysWhatToDo() {
		start(GatewaySimulator.builder());
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.dispatch(7, "X", "{}"))
			.withMessageContaining("Shard 7 has no session")
			.withMessageContaining("wait until a client has identified");
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.connection(7))
			.withMessageContaining("Shard 7 has no open connection");
	}

	@Test
	void intentsHoldEventsBackWithoutASequence() {
		start(GatewaySimulator.builder().guildsPerShard(0));
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify(0, 1, Intent.DIRECT_MESSAGES.value()).nextEvent("READY");
			assertThat(this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"guild_id\":\"1\"}")).isEqualTo(-1);
			assertThat(this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"content\":\"direct\"}")).isEqualTo(2);
			assertThat(client.next().path("d").path("content").asString()).isEqualTo("direct");
		}
	}

	@Test
	void brokenJsonIsSentAllTheSame() throws Exception {
		start(GatewaySimulator.builder().guildsPerShard(0));
		try (JdkClient client = JdkClient.connect(this.simulator, TestClient.PLAIN)) {
			client.send(TestClient.identifyJson(this.simulator.token(), 0, 1, TestClient.ALL_INTENTS));
			await().until(() -> !this.simulator.connections().isEmpty()
					&& this.simulator.connections().get(0).isIdentified());
			this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"broken\":");
			await()
				.until(() -> client.texts().contains("{\"t\":\"MESSAGE_CREATE\",\"s\":2,\"op\":0,\"d\":{\"broken\":}"));
		}
	}

	@Test
	void takenPortIsNamed() {
		start(GatewaySimulator.builder());
		int port = this.simulator.port();
		try (GatewaySimulator second = GatewaySimulator.builder().port(port).build()) {
			assertThatExceptionOfType(SimulatorPortInUseException.class).isThrownBy(second::start)
				.withMessageContaining("port " + port)
				.satisfies((ex) -> assertThat(ex.getPort()).isEqualTo(port));
		}
	}

	@Test
	void closeGivesThePortBackAndMayBeRepeated() {
		start(GatewaySimulator.builder());
		int port = this.simulator.port();
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.next(10);
			this.simulator.close();
			this.simulator.close();
			client.awaitDisconnect();
			assertThatIllegalStateException().isThrownBy(this.simulator::url).withMessageContaining("start()");
			assertThatIllegalStateException().isThrownBy(this.simulator::start)
				.withMessageContaining("build a new one");
		}
		start(GatewaySimulator.builder().port(port));
		assertThat(this.simulator.port()).isEqualTo(port);
	}

	@Test
	void badSettingsAreRefusedByName() {
		GatewaySimulatorBuilder builder = GatewaySimulator.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.port(70_000)).withMessageContaining("port");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.shards(0)).withMessageContaining("shards");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.heartbeatInterval(Duration.ZERO))
			.withMessageContaining("heartbeat interval");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.ambientEventsPerSecond(Double.NaN))
			.withMessageContaining("ambient");
	}

}
