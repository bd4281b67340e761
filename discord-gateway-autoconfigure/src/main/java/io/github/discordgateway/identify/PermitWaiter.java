package io.github.discordgateway.identify;

import java.util.Comparator;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.MonoSink;

/**
 * A shard that waits for a permit of a {@link BudgetedIdentifyQueue}: first for the
 * budget, then for its turn in the pacer. They are ordered by shard, and for one shard by
 * their coming. The owner sees to it that one thread at a time changes it.
 */
final class PermitWaiter implements Comparable<PermitWaiter> {

	private static final Comparator<PermitWaiter> ORDER = Comparator.comparing(PermitWaiter::shard)
		.thenComparingLong((waiter) -> waiter.number);

	private final ShardId shard;

	private final long number;

	private final long since;

	private final MonoSink<IdentifyPermit> sink;

	/** The present wait for the pacer. */
	private Disposable.Swap turn = Disposables.swap();

	/** What was granted, whether or not it has arrived. */
	private @Nullable IdentifyPermit permit;

	/**
	 * Makes a waiter.
	 * @param shard who waits
	 * @param number grows with each waiter
	 * @param since when it came
	 * @param sink where the permit goes
	 */
	PermitWaiter(ShardId shard, long number, long since, MonoSink<IdentifyPermit> sink) {
		this.shard = shard;
		this.number = number;
		this.since = since;
		this.sink = sink;
	}

	ShardId shard() {
		return this.shard;
	}

	long since() {
		return this.since;
	}

	Disposable.Swap turn() {
		return this.turn;
	}

	/**
	 * Waits for the budget again.
	 * @return the wait for the pacer, which is to be ended
	 */
	Disposable recall() {
		Disposable left = this.turn;
		this.turn = Disposables.swap();
		return left;
	}

	@Nullable IdentifyPermit permit() {
		return this.permit;
	}

	void setPermit(IdentifyPermit granted) {
		this.permit = granted;
	}

	void succeed(IdentifyPermit granted) {
		this.sink.success(granted);
	}

	void fail(Throwable problem) {
		this.sink.error(problem);
	}

	@Override
	public int compareTo(PermitWaiter other) {
		return ORDER.compare(this, other);
	}

}
