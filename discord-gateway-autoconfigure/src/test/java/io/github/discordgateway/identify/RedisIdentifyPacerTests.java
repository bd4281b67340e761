package io.github.discordgateway.identify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.internal.redis.RedisAccess;
import io.github.discordgateway.internal.redis.RedisIdentifyPacer;
import io.github.discordgateway.internal.redis.RedisNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisIdentifyPacer}: one is as good as any, and several are as one.
 */
class RedisIdentifyPacerTests extends AbstractIdentifyPacerTests {

	private final String prefix = EmbeddedRedis.newPrefix();

	private final List<RedisNode> nodes = new ArrayList<>();

	private final List<RedisIdentifyPacer> pacers = new ArrayList<>();

	private final RedisIdentifyPacer pacer = another(IdentifyReserve.NONE);

	@Override
	IdentifyPacer pacer() {
		return this.pacer;
	}

	private RedisIdentifyPacer another(IdentifyReserve reserve) {
		RedisNode node = new RedisNode(this.prefix);
		this.nodes.add(node);
		RedisIdentifyPacer made = new RedisIdentifyPacer(node.access(), Schedulers.parallel(), WINDOW, reserve);
		this.pacers.add(made);
		return made;
	}

	@AfterEach
	void close() {
		this.pacers.forEach(RedisIdentifyPacer::close);
		this.nodes.forEach(RedisNode::close);
	}

	@Test
	@DisplayName("D11 the pace holds over all processes together")
	void severalAreAsOne() {
		RedisIdentifyPacer other = another(IdentifyReserve.NONE);
		acquire(this.pacer, 0);
		awaitGranted(0);
		acquire(other, 1);
		assertThat(pauseAfterSpending(0, 1)).isGreaterThanOrEqualTo(WINDOW.minusMillis(5));
	}

	@Test
	@DisplayName("D11 max_concurrency that one process has learned holds for all, after a window for all buckets")
	void divisionIsCommon() {
		RedisIdentifyPacer other = another(IdentifyReserve.NONE);
		other.update(new SessionStartLimit(1000, 1000, Duration.ofDays(1), 2));
		eventually().until(() -> this.nodes.get(0).identifiesLeft().equals("1000"));
		acquire(other, 1);
		awaitGranted(1);
		// By its own account there is one bucket, which is taken.
		acquire(this.pacer, 2);
		awaitGranted(2);
	}

	@Test
	@DisplayName("D11 the permit of a process that has died is not lost")
	void theDeadHoldNothing() {
		acquire(this.pacer, 0);
		awaitGranted(0);
		RedisIdentifyPacer other = another(IdentifyReserve.NONE);
		acquire(other, 1);
		this.nodes.get(0).close();
		awaitGranted(1);
	}

	@Test
	@DisplayName("D11 nor is one that is out when its pacer is closed, while its process goes on")
	void theClosedHoldNothing() {
		acquire(this.pacer, 0);
		awaitGranted(0);
		RedisIdentifyPacer other = another(IdentifyReserve.NONE);
		acquire(other, 1);
		this.pacer.close();
		awaitGranted(1);
	}

	@Test
	@DisplayName("D6 nobody gets a permit while Redis is away, and whoever waits gets one when it is back")
	void redisIsAway() {
		try (EmbeddedRedis redis = EmbeddedRedis.ofOne()) {
			RedisAccess access = redis.access(this.prefix, "a.b.c");
			redis.stop();
			try (RedisIdentifyPacer waiting = new RedisIdentifyPacer(access, Schedulers.parallel(), WINDOW,
					IdentifyReserve.NONE)) {
				acquire(waiting, 0);
				eventually().until(() -> access.failures() >= 2);
				assertThat(this.granted).isEmpty();
				redis.start();
				awaitGranted(0);
			}
		}
	}

	@Test
	@DisplayName("D11 the day's budget and its reserve hold over all processes together")
	void theBudgetIsCommon() {
		RedisIdentifyPacer first = another(new IdentifyReserve(2, false));
		RedisIdentifyPacer other = another(new IdentifyReserve(2, false));
		first.update(new SessionStartLimit(1000, 4, Duration.ofDays(1), 8));
		eventually().until(() -> this.nodes.get(0).identifiesLeft().equals("4"));
		acquire(first, 0);
		awaitGranted(0);
		acquire(other, 1);
		awaitGranted(1);
		acquire(first, 2);
		acquire(other, 3);
		this.permits.get(0).spent();
		eventually().until(() -> this.nodes.get(0).identifiesLeft().equals("2"));
		// What is left now is the reserve: only what is given back may be had.
		this.permits.get(1).giveBack();
		eventually().until(() -> this.granted.size() == 3);
		assertThat(this.nodes.get(0).identifiesLeft()).isEqualTo("2");
		other.update(new SessionStartLimit(1000, 1000, Duration.ofDays(1), 8));
		eventually().until(() -> this.granted.size() == 4);
		assertThat(this.granted).containsExactlyInAnyOrder(0, 1, 2, 3);
	}

	@Test
	@DisplayName("D11 fresh figures of Discord do not know of permits that are out: these are not spent twice")
	void permitsThatAreOutCount() {
		RedisIdentifyPacer other = another(IdentifyReserve.NONE);
		other.update(new SessionStartLimit(1000, 3, Duration.ofDays(1), 8));
		eventually().until(() -> this.nodes.get(0).identifiesLeft().equals("3"));
		acquire(this.pacer, 0);
		awaitGranted(0);
		acquire(other, 1);
		awaitGranted(1);
		other.update(new SessionStartLimit(1000, 3, Duration.ofDays(1), 8));
		eventually().until(() -> this.nodes.get(0).identifiesLeft().equals("1"));
		acquire(this.pacer, 2);
		awaitGranted(2);
		acquire(other, 3);
		this.permits.get(0).giveBack();
		awaitGranted(3);
		assertThat(this.nodes.get(0).identifiesLeft()).isEqualTo("0");
	}

	@Test
	@DisplayName("D12 many processes with many waiting shards ask seldom, and no shard starves")
	void asksSeldom() {
		int processes = 10;
		int each = 40;
		List<RedisIdentifyPacer> many = new ArrayList<>();
		for (int i = 0; i < processes; i++) {
			many.add(another(IdentifyReserve.NONE));
		}
		long begun = System.nanoTime();
		for (int shard = 0; shard < processes * each; shard++) {
			int number = shard;
			many.get(shard % processes).acquire(new ShardId(number, 1000)).subscribe((permit) -> {
				this.granted.add(number);
				permit.spent();
			}, (closed) -> {
				// At the end of the test most of them still wait.
			});
		}
		eventually().until(() -> this.granted.size() >= 10);
		long windows = Duration.ofNanos(System.nanoTime() - begun).dividedBy(WINDOW) + 1;
		long calls = this.nodes.stream().mapToLong((node) -> node.access().calls()).sum();
		// At the start each asks twice, and later once for a free bucket or more seldom.
		assertThat(calls).isLessThan(3L * processes + windows * (processes + 12));
	}

}
