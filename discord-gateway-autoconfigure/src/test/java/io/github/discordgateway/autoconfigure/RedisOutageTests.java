package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.simulator.SimulatedGuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Applications that share shards through a Redis that is away for a while, or loses its
 * data.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RedisOutageTests {

	private static final String LEASE = "discord.gateway.redis.lease-duration=3s";

	/** How long Redis is silent; four times a lease in the thorough size. */
	private static final Duration SILENCE = Duration.ofSeconds(Thoroughness.of(6, 60));

	private final EmbeddedRedis redis = EmbeddedRedis.ofOne();

	private final SharedShards shared = new SharedShards(this.redis);

	@AfterEach
	void close() {
		this.shared.close();
		this.redis.close();
	}

	private static CoordinationSnapshot coordination(ConfigurableApplicationContext node) {
		return SharedShards.gateway(node).coordination();
	}

	private static void awaitDoubt(ConfigurableApplicationContext node, int shards) {
		SharedShards.eventually()
			.until(() -> coordination(node).problem() != null && coordination(node).inDoubt().size() == shards);
	}

	private static void awaitKnown(ConfigurableApplicationContext node, int shards) {
		SharedShards.eventually()
			.until(() -> coordination(node).problem() == null && coordination(node).inDoubt().isEmpty()
					&& SharedShards.runs(node, shards));
	}

	/** Takes Redis away and brings it back empty, both times until the nodes know. */
	private void loseData(ConfigurableApplicationContext first, ConfigurableApplicationContext second) {
		this.redis.stop();
		awaitDoubt(first, 3);
		awaitDoubt(second, 3);
		this.redis.start();
		awaitKnown(first, 3);
		awaitKnown(second, 3);
	}

	private static String disconnect(GatewayShard shard) {
		DisconnectCause cause = shard.snapshot().lastDisconnect();
		return (cause != null) ? cause.description() : "";
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	@DisplayName("D2 D6 while Redis does not answer, connections and dispatching go on, and none is begun; afterwards each goes on with what it has")
	void redisIsSilent() throws Exception {
		ConfigurableApplicationContext first = this.shared.node("first", LEASE);
		ConfigurableApplicationContext second = this.shared.node("second", LEASE);
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		this.shared.startTraffic();
		List<Integer> before = shards(first);
		this.redis.pause();
		long silentUntil = System.nanoTime() + SILENCE.toNanos();
		try {
			awaitDoubt(first, 3);
			awaitDoubt(second, 3);
			assertThat(SharedShards.coordinationHealth(first).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(SharedShards.coordinationHealth(first).getDetails()).containsEntry("inDoubt", 3)
				.containsEntry("inDoubtShards", before)
				.hasEntrySatisfying("problem", (problem) -> assertThat(problem).asString().contains("Redis"));
			assertThat(SharedShards.gauge(first, GatewayMeters.SHARDS_IN_DOUBT)).isEqualTo(3);
			this.shared.awaitTraffic(200);
			SharedShards.eventually().until(() -> System.nanoTime() > silentUntil);
			this.shared.awaitTraffic(200);
			assertThat(SharedShards.runs(first, 3)).isTrue();
			GatewayShard cut = SharedShards.gateway(first).shards().get(0);
			this.shared.simulator.connection(cut.id().number()).drop();
			SharedShards.eventually().until(() -> disconnect(cut).contains("is not begun"));
		}
		finally {
			this.redis.resume();
		}
		awaitKnown(first, 3);
		awaitKnown(second, 3);
		assertThat(SharedShards.gauge(first, GatewayMeters.SHARDS_IN_DOUBT)).isZero();
		assertThat(shards(first)).isEqualTo(before);
		this.shared.stopTraffic();
		assertThat(this.shared.duplicates()).isZero();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
		System.out.printf("Redis silent for %d s: %d events handled, none missing, none twice, no identify%n",
				SILENCE.toSeconds(), this.shared.handled().size());
	}

	private static List<Integer> shards(ConfigurableApplicationContext node) {
		return SharedShards.gateway(node).shards().stream().map((shard) -> shard.id().number()).toList();
	}

	@Test
	@DisplayName("D6 a Redis that comes back without its data is told who runs what, and sessions are kept again")
	void redisLosesItsData() throws Exception {
		ConfigurableApplicationContext first = this.shared.node("first", LEASE);
		ConfigurableApplicationContext second = this.shared.node("second", LEASE);
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		this.shared.startTraffic();
		List<Integer> before = shards(first);
		loseData(first, second);
		assertThat(shards(first)).isEqualTo(before);
		this.shared.awaitTraffic(100);
		// The sessions are there again, and fencing goes on: the other node resumes them.
		first.close();
		SharedShards.awaitShards(second, SharedShards.TOTAL);
		this.shared.stopTraffic();
		assertThat(this.shared.duplicates()).isZero();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
	}

	@Test
	@DisplayName("D4 D6 a Redis that has lost its data gets the sessions of shards on which nothing happens, too")
	void redisLosesWhatIsQuiet() {
		ConfigurableApplicationContext first = this.shared.node("first", LEASE);
		ConfigurableApplicationContext second = this.shared.node("second", LEASE);
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		loseData(first, second);
		first.close();
		SharedShards.awaitShards(second, SharedShards.TOTAL);
		assertThat(this.shared.identifies).as("all are resumed").hasValue(SharedShards.TOTAL);
		for (int shard = 0; shard < SharedShards.TOTAL; shard++) {
			assertThat(SharedShards.gateway(second).guildIds()).containsAll(this.shared.simulator.world()
				.guilds(new ShardId(shard, SharedShards.TOTAL))
				.stream()
				.map(SimulatedGuild::id)
				.toList());
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	@DisplayName("D6 with in-doubt=close shards in doubt are closed, and resumed when Redis answers")
	void closesInDoubt() throws Exception {
		ConfigurableApplicationContext node = this.shared.node("first", LEASE, "discord.gateway.redis.in-doubt=close");
		SharedShards.awaitShards(node, SharedShards.TOTAL);
		this.redis.pause();
		try {
			SharedShards.eventually().until(() -> SharedShards.gateway(node).shards().isEmpty());
		}
		finally {
			this.redis.resume();
		}
		awaitKnown(node, SharedShards.TOTAL);
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
		assertThat(this.shared.closeCodes).containsOnly(4000);
	}

	@Test
	@DisplayName("D7 a Redis that is not there at the start is waited for, and it is said why")
	void waitsForRedis() {
		this.redis.stop();
		ConfigurableApplicationContext node = this.shared.node("first", LEASE);
		Gateway gateway = SharedShards.gateway(node);
		SharedShards.eventually().until(() -> gateway.snapshot().problem() != null);
		assertThat(gateway.snapshot().problem()).contains("Redis cannot be used").contains("spring.data.redis");
		assertThat(gateway.shards()).isEmpty();
		this.redis.start();
		SharedShards.awaitShards(node, SharedShards.TOTAL);
		assertThat(gateway.snapshot().problem()).isNull();
	}

	@Test
	@DisplayName("D7 with startup=fail-fast the start fails, and names Redis")
	void failsWithoutRedis() {
		this.redis.stop();
		assertThatThrownBy(() -> this.shared.node("first", LEASE, "discord.gateway.startup=fail-fast",
				"discord.gateway.startup-timeout=3s"))
			.hasMessageContaining("No shard was ready")
			.hasMessageContaining("Redis cannot be used");
		this.redis.start();
	}

}
