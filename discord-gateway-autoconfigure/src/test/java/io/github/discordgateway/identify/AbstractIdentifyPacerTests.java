package io.github.discordgateway.identify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.ShardId;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link IdentifyPacer} promises, in real time: a pause may last longer on a
 * busy machine, and is never shorter.
 */
abstract class AbstractIdentifyPacerTests {

	static final Duration WINDOW = Duration.ofMillis(400);

	static final int SHARDS = 64;

	/** The permits by shard id, in the order of the grants. */
	final Map<Integer, IdentifyPermit> permits = new ConcurrentHashMap<>();

	final List<Integer> granted = new CopyOnWriteArrayList<>();

	/** The pacer under test, which nobody has used before. */
	abstract IdentifyPacer pacer();

	static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5));
	}

	Disposable acquire(IdentifyPacer pacer, int shard) {
		return pacer.acquire(new ShardId(shard, SHARDS)).subscribe((permit) -> {
			this.permits.put(shard, permit);
			this.granted.add(shard);
		}, (closed) -> {
			// At the end of a test some still wait.
		});
	}

	void awaitGranted(int... shards) {
		for (int shard : shards) {
			eventually().until(() -> this.granted.contains(shard));
		}
	}

	/** How long the next shard had to wait after another one had identified. */
	Duration pauseAfterSpending(int shard, int next) {
		long spentAt = System.nanoTime();
		this.permits.get(shard).spent();
		awaitGranted(next);
		return Duration.ofNanos(System.nanoTime() - spentAt);
	}

	@Test
	@DisplayName("C6 D11 a bucket rests for the window from the moment that its IDENTIFY was written")
	void aBucketRests() {
		acquire(pacer(), 0);
		awaitGranted(0);
		acquire(pacer(), 1);
		assertThat(pauseAfterSpending(0, 1)).isGreaterThanOrEqualTo(WINDOW.minusMillis(5));
	}

	@Test
	@DisplayName("C6 D11 a permit that is out keeps the others of its bucket waiting, for however long")
	void aPermitIsExclusive() {
		acquire(pacer(), 0);
		awaitGranted(0);
		acquire(pacer(), 1);
		long until = System.nanoTime() + WINDOW.multipliedBy(3).toNanos();
		eventually().until(() -> System.nanoTime() > until);
		assertThat(this.granted).containsExactly(0);
		assertThat(pauseAfterSpending(0, 1)).isGreaterThanOrEqualTo(WINDOW.minusMillis(5));
	}

	@Test
	@DisplayName("C6 D11 buckets are apart")
	void bucketsAreApart() {
		pacer().setMaxConcurrency(4);
		for (int shard = 0; shard < 4; shard++) {
			acquire(pacer(), shard);
		}
		awaitGranted(0, 1, 2, 3);
	}

	@Test
	@DisplayName("C51 a permit that is given back is the next one's at once")
	void givenBack() {
		acquire(pacer(), 0);
		awaitGranted(0);
		acquire(pacer(), 1);
		this.permits.get(0).giveBack();
		awaitGranted(1);
	}

	@Test
	@DisplayName("D12 whoever waits comes, once")
	void everybodyComes() {
		List<Integer> shards = List.of(9, 5, 3, 7, 1);
		shards.forEach((shard) -> pacer().acquire(new ShardId(shard, SHARDS)).subscribe((permit) -> {
			this.granted.add(shard);
			permit.giveBack();
		}));
		eventually().until(() -> this.granted.size() == shards.size());
		assertThat(this.granted).containsExactlyInAnyOrderElementsOf(shards);
	}

	@Test
	@DisplayName("C51 who leaves costs nothing")
	void leaving() {
		acquire(pacer(), 0);
		awaitGranted(0);
		Disposable leaving = acquire(pacer(), 1);
		acquire(pacer(), 2);
		leaving.dispose();
		this.permits.get(0).giveBack();
		awaitGranted(2);
		assertThat(this.granted).containsExactly(0, 2);
	}

	@Test
	void aPermitIsSettledOnce() {
		acquire(pacer(), 0);
		awaitGranted(0);
		acquire(pacer(), 1);
		acquire(pacer(), 2);
		IdentifyPermit first = this.permits.get(0);
		first.giveBack();
		awaitGranted(1);
		first.giveBack();
		assertThat(pauseAfterSpending(1, 2)).isGreaterThanOrEqualTo(WINDOW.minusMillis(5));
	}

}
