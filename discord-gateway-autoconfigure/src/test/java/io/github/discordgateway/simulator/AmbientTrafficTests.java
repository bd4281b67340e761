package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AmbientTraffic}.
 */
class AmbientTrafficTests {

	private static List<JsonNode> events(long seed, Set<Intent> intents, int count) {
		SimulatedWorld world = new SimulatedWorld(1, 10, seed);
		SimulatedGuild guild = world.guilds(new ShardId(0, 1)).get(0);
		SessionRegistry sessions = new SessionRegistry(Duration.ZERO, 0, System::nanoTime);
		List<JsonNode> events = new ArrayList<>();
		try (AmbientTraffic traffic = new AmbientTraffic(1, sessions, world, seed)) {
			for (int i = 0; i < count; i++) {
				OutgoingEvent event = Objects.requireNonNull(traffic.next(guild, intents));
				assertThat(event.passes(intents)).isTrue();
				events.add(TestClient.MAPPER.createObjectNode()
					.put("t", event.name())
					.set("d", TestClient.MAPPER.readTree(event.jsonFor(intents))));
			}
		}
		return events;
	}

	private static Map<String, Integer> count(List<JsonNode> events) {
		Map<String, Integer> counts = new HashMap<>();
		events.forEach((event) -> counts.merge(event.path("t").asString(), 1, Integer::sum));
		return counts;
	}

	@Test
	void mixIsThatOfARealBot() {
		Map<String, Integer> counts = count(events(3, EnumSet.allOf(Intent.class), 10_000));
		Offset<Integer> about = Offset.offset(300);
		assertThat(counts).hasSize(7);
		assertThat(counts.get("PRESENCE_UPDATE")).isCloseTo(4500, about);
		assertThat(counts.get("MESSAGE_CREATE")).isCloseTo(2500, about);
		assertThat(counts.get("TYPING_START")).isCloseTo(1000, about);
		assertThat(counts.get("VOICE_STATE_UPDATE")).isCloseTo(500, about);
	}

	@Test
	void someMessagesAskTheBotForSomething() {
		List<JsonNode> events = events(3, Set.of(Intent.GUILD_MESSAGES, Intent.MESSAGE_CONTENT), 2000);
		long pings = events.stream()
			.filter((event) -> event.path("d").path("content").asString().equals("!ping"))
			.count();
		assertThat(pings).isBetween(20L, 300L);
		assertThat(count(events)).containsOnlyKeys("MESSAGE_CREATE", "MESSAGE_UPDATE");
	}

	@Test
	void contentIsEmptyWithoutItsIntent() {
		assertThat(events(3, Set.of(Intent.GUILD_MESSAGES), 50))
			.allSatisfy((event) -> assertThat(event.path("d").path("content").asString()).isEmpty());
	}

	@Test
	void choicesFollowFromTheSeed() {
		assertThat(choices(5)).isEqualTo(choices(5)).isNotEqualTo(choices(6));
	}

	/** All but the time, which is the wall clock's. */
	private static List<String> choices(long seed) {
		return events(seed, EnumSet.allOf(Intent.class), 100).stream()
			.map((event) -> event.path("t") + " " + event.path("d").path("channel_id") + event.path("d").path("user_id")
					+ event.path("d").path("author").path("id"))
			.toList();
	}

	@Test
	void nothingHappensForASessionThatWantsNothing() {
		SimulatedWorld world = new SimulatedWorld(1, 10, 1);
		SessionRegistry sessions = new SessionRegistry(Duration.ZERO, 0, System::nanoTime);
		try (AmbientTraffic traffic = new AmbientTraffic(1, sessions, world, 1)) {
			assertThat(traffic.next(world.guilds(new ShardId(0, 1)).get(0), Set.of(Intent.GUILDS))).isNull();
		}
	}

	@Test
	void trafficReachesAllShardsAtTheRate() {
		try (GatewaySimulator simulator = GatewaySimulator.builder()
			.shards(2)
			.maxConcurrency(2)
			.ambientEventsPerSecond(500)
			.build()) {
			simulator.start();
			try (TestClient first = TestClient.connect(simulator); TestClient second = TestClient.connect(simulator)) {
				long start = System.nanoTime();
				first.identify(0, 2, TestClient.ALL_INTENTS);
				second.identify(1, 2, TestClient.ALL_INTENTS);
				long last = 0;
				for (int i = 0; i < 250; i++) {
					first.next(0);
					last = second.next(0).path("s").asLong();
				}
				double seconds = (System.nanoTime() - start) / 1e9;
				assertThat(last).isEqualTo(250);
				// About one second; only a machine at its limits needs much more.
				assertThat(seconds).isGreaterThan(0.7);
			}
		}
	}

}
