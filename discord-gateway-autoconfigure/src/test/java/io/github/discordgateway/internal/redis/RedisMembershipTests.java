package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.internal.cluster.ShardLease;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisMembership} in virtual time.
 */
class RedisMembershipTests {

	private static final Duration LEASE = Duration.ofSeconds(15);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final SlowRedis redis = new SlowRedis();

	private final RedisMembership membership = new RedisMembership(this.redis,
			new RedisOwnershipSettings(LEASE, Duration.ofSeconds(5), 2, false, Duration.ofSeconds(30)), 4, new Runner(),
			this.time, () -> this.time.now(TimeUnit.NANOSECONDS));

	private List<ShardLease> granted = List.of();

	@Test
	@DisplayName("D1 a lease certainly lasts from the moment that its renewal was asked for, however late the answer came")
	void certainty() {
		this.membership.start();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.granted).hasSize(4);
		this.redis.latency = Duration.ofSeconds(4);
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		long asked = this.redis.asked;
		this.time.advanceTimeBy(Duration.ofSeconds(4));
		assertThat(this.redis.asked).as("one round").isEqualTo(asked);
		this.redis.silent = true;
		this.time.advanceTimeBy(Duration.ofMillis(asked + LEASE.toMillis() - 1 - this.time.now(TimeUnit.MILLISECONDS)));
		assertThat(this.membership.snapshot().inDoubt()).isEmpty();
		assertThat(this.granted).allMatch((lease) -> lease.certain().getAsBoolean());
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.membership.snapshot().inDoubt()).hasSize(4);
		assertThat(this.granted).noneMatch((lease) -> lease.certain().getAsBoolean());
	}

	/** Answers late, or never. */
	private final class SlowRedis extends VirtualRedis {

		private Duration latency = Duration.ZERO;

		private boolean silent;

		/** When the latest renewal was asked for. */
		private long asked;

		private SlowRedis() {
			super(RedisMembershipTests.this.time);
		}

		@Override
		Mono<List<String>> run(RedisScript script, List<String> keys, List<String> arguments) {
			if (this.silent) {
				return Mono.never();
			}
			if (script == RedisScript.RENEW) {
				this.asked = RedisMembershipTests.this.time.now(TimeUnit.MILLISECONDS);
			}
			return super.run(script, keys, arguments).delayElement(this.latency, RedisMembershipTests.this.time);
		}

	}

	/** Keeps what it is granted, and does nothing with it. */
	private final class Runner extends RedisNode.IdleRunner {

		@Override
		public void granted(List<ShardLease> leases) {
			RedisMembershipTests.this.granted = leases;
		}

	}

}
