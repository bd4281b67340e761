package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.session.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectPace}.
 */
class ConnectPaceTests {

	private final ConnectPace pace = new ConnectPace();

	@Test
	@DisplayName("C72 A thousand shards that connect at once spread over some twenty seconds")
	void aThousandShardsSpread() {
		long now = -5_000;
		long[] turns = IntStream.range(0, 1000).mapToLong((shard) -> this.pace.reserve(now).toMillis()).toArray();
		assertThat(turns).isSorted();
		assertThat(IntStream.range(0, turns[turns.length - 1] > 0 ? 30 : 0)
			.mapToLong((second) -> IntStream.range(0, 1000).filter((shard) -> turns[shard] / 1000 == second).count()))
			.allSatisfy((connects) -> assertThat(connects).isLessThanOrEqualTo(66));
		assertThat(turns[999]).isBetween(15_000L, 25_000L);
	}

	@Test
	@DisplayName("C72 A small bot does not wait")
	void aSmallBotDoesNotWait() {
		assertThat(IntStream.range(0, 16).mapToObj((shard) -> this.pace.reserve(0))).containsOnly(Duration.ZERO);
		assertThat(this.pace.reserve(0)).isPositive();
		assertThat(this.pace.reserve(Duration.ofSeconds(1).toNanos())).isZero();
	}

	@Test
	@DisplayName("C72 A shard whose turn to resume has not come waits, and then connects once")
	void aShardWaitsForItsTurn() {
		VirtualShard shard = behindOthers().start(new Session("id", "wss://resume.test", 7));
		assertThat(shard.all(ShardEffect.Connect.class)).isEmpty();
		assertThat(shard.state()).isEqualTo(ShardState.BACKING_OFF);
		shard.pass(Duration.ofMillis(100));
		assertThat(shard.all(ShardEffect.Connect.class)).hasSize(1);
		assertThat(shard.snapshot().reconnects()).isZero();
	}

	@Test
	@DisplayName("C72 C75 A shard that has to identify behind many others connects when it has its permit")
	void aShardQueuesBeforeItConnects() {
		VirtualShard shard = behindOthers().start();
		assertThat(shard.state()).isEqualTo(ShardState.QUEUED);
		shard.pass(Duration.ofHours(1));
		assertThat(shard.all(ShardEffect.Connect.class)).isEmpty();
		shard.grant();
		assertThat(shard.state()).isEqualTo(ShardState.CONNECTING);
		shard.opened().hello();
		assertThat(shard.state()).isEqualTo(ShardState.IDENTIFYING);
		assertThat(shard.all(ShardEffect.RequestPermit.class)).hasSize(1);
		assertThat(shard.snapshot().reconnects()).isZero();
	}

	@Test
	@DisplayName("C75 A shard that stops before it has connected leaves the queue")
	void aShardThatNeverConnectedLeavesTheQueue() {
		VirtualShard shard = behindOthers().start().stop(true);
		assertThat(shard.all(ShardEffect.ReleasePermit.class)).hasSize(1);
		assertThat(shard.state()).isEqualTo(ShardState.STOPPED);
	}

	private static VirtualShard behindOthers() {
		VirtualShard shard = new VirtualShard();
		for (int i = 0; i < 20; i++) {
			shard.pace().reserve(shard.now());
		}
		return shard;
	}

}
