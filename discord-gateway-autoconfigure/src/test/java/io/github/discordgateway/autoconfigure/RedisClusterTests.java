package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that share shards through a Redis Cluster.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RedisClusterTests {

	private final EmbeddedRedis redis = EmbeddedRedis.cluster();

	private final SharedShards shared = new SharedShards(this.redis);

	@AfterEach
	void close() {
		this.shared.close();
		this.redis.close();
	}

	@Test
	@DisplayName("D8 all keys of a script share a slot of a Redis Cluster")
	void sharesASlot() throws Exception {
		ConfigurableApplicationContext first = this.shared.node("first");
		SharedShards.awaitShards(first, SharedShards.TOTAL);
		this.shared.startTraffic();
		ConfigurableApplicationContext second = this.shared.node("second");
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		Snowflake guild = this.shared.guild(SharedShards.gateway(second).shards().get(0).id());
		SharedShards.gateway(first).updateVoiceState(UpdateVoiceState.leave(guild)).block(Duration.ofSeconds(90));
		assertThat(this.shared.simulator.expectCommand(UpdateVoiceState.class).guildId()).isEqualTo(guild);
		first.close();
		SharedShards.awaitShards(second, SharedShards.TOTAL);
		this.shared.awaitTraffic(50);
		this.shared.stopTraffic();
		assertThat(this.shared.duplicates()).isZero();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
	}

}
