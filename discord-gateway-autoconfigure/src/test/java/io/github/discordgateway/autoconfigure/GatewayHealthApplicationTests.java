package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.network.NewConnections;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The health of many shards and of listeners, and readiness.
 */
class GatewayHealthApplicationTests {

	private static final GatewayBehaviour NO_HELLO = new GatewayBehaviour() {

		@Override
		public void onOpen(SimulatedConnection connection) {
		}

	};

	private SimulatedBot bot;

	@AfterEach
	void close() {
		if (this.bot != null) {
			this.bot.context.getBean(Bot.class).released.countDown();
			this.bot.close();
		}
	}

	private void start(GatewaySimulatorBuilder simulator, String... more) {
		this.bot = new SimulatedBot(simulator, WebApplicationType.REACTIVE, Bot.class, more);
	}

	private JsonNode component(String name) {
		return this.bot.get("/health/discordGateway").json().path("components").path(name);
	}

	@Test
	@DisplayName("C55 Many shards share a page that names those that are not up")
	void manyShardsShareOneComponent() {
		start(GatewaySimulator.builder().shards(5).maxConcurrency(5), "--discord.gateway.health.max-shards=4");
		this.bot.ready();
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(component("shards").path("status").asString()).isEqualTo("UP"));
		assertThat(component("shards").path("details").path("states").path("ready").asInt()).isEqualTo(5);
		assertThat(component("shards").path("details").has("notUp")).isFalse();
		assertThat(component("shard-0").isMissingNode()).isTrue();
		this.bot.simulator.connection(3).close(4014, "");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(component("shards").path("status").asString()).isEqualTo("DOWN"));
		JsonNode notUp = component("shards").path("details").path("notUp");
		assertThat(notUp.propertyNames()).containsExactly("shard-3");
		assertThat(notUp.path("shard-3").path("remedy").asString()).contains("developer portal");
	}

	@Test
	void aListenerThatStopsAShardIsNamed() {
		start(GatewaySimulator.builder().guildsPerShard(1), "--discord.gateway.dispatch.max-pending=5",
				"--discord.gateway.dispatch.slow-handler=50ms");
		this.bot.ready();
		assertThat(component("listeners").path("status").asString()).isEqualTo("UP");
		for (int i = 0; i < 10; i++) {
			this.bot.say(0, 1, "wait");
		}
		SimulatedBot.eventually()
			.untilAsserted(
					() -> assertThat(component("listeners").path("status").asString()).isEqualTo("OUT_OF_SERVICE"));
		JsonNode details = component("listeners").path("details");
		assertThat(details.path("problem").asString()).contains("0/1");
		assertThat(details.path("remedy").asString()).contains("discord.gateway.dispatch.concurrency");
		assertThat(details.path("slow").path(0).path("listener").asString()).contains("onMessage");
		this.bot.context.getBean(Bot.class).released.countDown();
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(component("listeners").path("status").asString()).isEqualTo("UP"));
	}

	@Test
	void aListenerThatFailsIsNamedAndHealthStaysUp() {
		start(GatewaySimulator.builder().guildsPerShard(1));
		this.bot.ready().say(0, 1, "fail");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(component("listeners").path("details").path("failing").toString())
				.contains("1 of 1 calls"));
		assertThat(component("listeners").path("status").asString()).isEqualTo("UP");
	}

	@Test
	void readinessIsThatOfTheApplicationByDefault() {
		start(GatewaySimulator.builder().behaviour(NO_HELLO), "--discord.gateway.startup=async");
		assertThat(this.bot.get("/health/readiness").status()).isEqualTo(200);
		assertThat(this.bot.get("/health").json().path("components").has("discordGatewayReadiness")).isFalse();
	}

	@Test
	void readinessFollowsTheGatewayAndLivenessDoesNot() {
		start(GatewaySimulator.builder().behaviour(NO_HELLO), "--discord.gateway.startup=async",
				"--discord.gateway.health.readiness=true");
		assertThat(this.bot.get("/health/readiness").status()).isEqualTo(503);
		assertThat(this.bot.get("/health/liveness").status()).isEqualTo(200);
		this.bot.simulator.behaviour(new GatewayBehaviour() {
		});
		SimulatedBot.eventually().until(() -> !this.bot.simulator.connections().isEmpty());
		this.bot.simulator.connections().get(0).drop();
		this.bot.ready();
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(this.bot.get("/health/readiness").status()).isEqualTo(200));
		JsonNode readiness = this.bot.get("/health/readiness").json().path("components");
		assertThat(readiness.propertyNames()).containsExactly("discordGatewayReadiness", "readinessState");
	}

	@Test
	void aShortReconnectLeavesTheApplicationReady() {
		start(GatewaySimulator.builder(), "--discord.gateway.health.readiness=true",
				"--discord.gateway.health.readiness-tolerance=10m");
		this.bot.ready();
		disconnect();
		assertThat(this.bot.get("/health/readiness").status()).isEqualTo(200);
		this.bot.simulator.behaviour(new GatewayBehaviour() {
		});
	}

	@Test
	void withoutToleranceADisconnectedShardIsNotReady() {
		start(GatewaySimulator.builder(), "--discord.gateway.health.readiness=true",
				"--discord.gateway.health.readiness-tolerance=0");
		this.bot.ready();
		disconnect();
		SimulatedBot.Answer answer = this.bot.get("/health/readiness");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.json()
			.path("components")
			.path("discordGatewayReadiness")
			.path("details")
			.path("notReady")
			.asInt()).isEqualTo(1);
	}

	private void disconnect() {
		this.bot.simulator.behaviour(NO_HELLO);
		this.bot.simulator.connection(0).drop();
		SimulatedBot.eventually()
			.untilAsserted(
					() -> assertThat(component("shard-0").path("status").asString()).isEqualTo("OUT_OF_SERVICE"));
	}

	@Test
	void aFatallyClosedShardIsNotReadyWhateverTheTolerance() {
		start(GatewaySimulator.builder(), "--discord.gateway.health.readiness=true",
				"--discord.gateway.health.readiness-tolerance=10m");
		this.bot.ready();
		this.bot.simulator.connection(0).close(4004, "");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(this.bot.get("/health/readiness").status()).isEqualTo(503));
	}

	@Test
	void theApplicationsOwnReadinessGroupIsRespected() {
		start(GatewaySimulator.builder().behaviour(NO_HELLO), "--discord.gateway.startup=async",
				"--discord.gateway.health.readiness=true",
				"--management.endpoint.health.group.readiness.include=readinessState");
		assertThat(this.bot.get("/health/readiness").status()).isEqualTo(200);
	}

	@Test
	void readinessWorksWithoutProbesAndWithoutGateway() {
		start(GatewaySimulator.builder(), "--discord.gateway.health.readiness=true",
				"--management.endpoint.health.probes.enabled=false", "--discord.gateway.enabled=false");
		SimulatedBot.Answer answer = this.bot.get("/health/readiness");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("components").propertyNames()).containsExactly("discordGatewayReadiness");
	}

	@Test
	void aShardThatIsStillOnItsWayIsNotReadyHoweverTolerantOneIs() {
		start(GatewaySimulator.builder().heartbeatInterval(Duration.ofSeconds(1)).behaviour(new GatewayBehaviour() {

			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
			}

		}), "--discord.gateway.startup=async", "--discord.gateway.health.readiness=true",
				"--discord.gateway.health.readiness-tolerance=10m");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(component("shard-0").path("details").path("state").asString())
				.isEqualTo("identifying"));
		assertThat(this.bot.get("/health/readiness").status()).isEqualTo(503);
	}

	@Test
	void aGroupMayNameAShardFromTheStart() {
		start(GatewaySimulator.builder().shards(2).maxConcurrency(2),
				"--management.endpoint.health.group.first.include=discordGateway/shard-0");
		this.bot.ready();
		JsonNode first = this.bot.get("/health/first").json().path("components").path("discordGateway");
		assertThat(first.path("components").propertyNames()).containsExactly("shard-0");
		assertThat(first.path("status").asString()).isEqualTo("UP");
	}

	@Test
	void readinessKeepsTheAdditionalPathsOfTheProbes() {
		start(GatewaySimulator.builder(), "--discord.gateway.health.readiness=true",
				"--management.endpoint.health.probes.add-additional-paths=true");
		this.bot.ready();
		String port = this.bot.context.getEnvironment().getProperty("local.server.port");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(NewConnections.webClient()
				.get()
				.uri("http://localhost:" + port + "/readyz")
				.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode().value()))
				.block(SimulatedBot.LIMIT)).isEqualTo(200));
	}

	@TestBot
	static class Bot {

		private final CountDownLatch released = new CountDownLatch(1);

		@GatewayListener
		void onMessage(MessageCreate event) throws InterruptedException {
			switch (event.message().content()) {
				case "fail" -> throw new IllegalStateException("as told");
				case "wait" -> this.released.await();
				default -> {
				}
			}
		}

	}

}
