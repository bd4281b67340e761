package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.discordgateway.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

import org.springframework.boot.convert.DurationStyle;

/**
 * Decides who may go on to the pacer: by shard id, as long as the budget has an identify
 * to promise and the start is not braked. It knows the time from its owner only, who also
 * sees to it that one thread at a time uses it.
 */
final class BudgetGate {

	/**
	 * The budget is low when it allows for no more than this many starts of each shard.
	 */
	private static final int STARTS_OF_A_LOW_BUDGET = 2;

	private static final Log logger = LogFactory.getLog(BudgetedIdentifyQueue.class);

	private final IdentifyLedger budget;

	private final StartBrake brake;

	private final KnownShards knownShards = new KnownShards();

	/** Who waits for the budget. */
	private final TreeSet<PermitWaiter> held = new TreeSet<>();

	/** Who has a promise of the budget, and waits for his turn. */
	private final TreeSet<PermitWaiter> paced = new TreeSet<>();

	private boolean reported;

	/** Whether it was reported that nothing but the reserve is left. */
	private boolean spentReported;

	BudgetGate(IdentifyLedger budget, StartBrake brake) {
		this.budget = budget;
		this.brake = brake;
	}

	void enter(PermitWaiter waiter) {
		this.knownShards.add(waiter.shard());
		this.held.add(waiter);
	}

	/**
	 * Takes in fresh figures. When they are worse than what was promised, the last shards
	 * wait for the budget again.
	 * @return the waits for the pacer that are to be ended
	 */
	List<Disposable> update(SessionStartLimit limit, long now) {
		this.budget.apply(limit, now);
		this.reported = true;
		List<Disposable> recalled = new ArrayList<>();
		while (this.budget.available() < 0 && !this.paced.isEmpty()) {
			PermitWaiter last = this.paced.last();
			this.paced.remove(last);
			this.budget.settle(false);
			this.held.add(last);
			recalled.add(last.recall());
		}
		return recalled;
	}

	/**
	 * Promises an identify to the next shard, if that can be done now.
	 * @return who may go on to the pacer; {@code null} when nobody may
	 */
	@Nullable PermitWaiter admit(long now) {
		this.budget.resetWhenDue(now);
		if (this.held.isEmpty() || now < due(now)) {
			return null;
		}
		PermitWaiter first = this.held.first();
		this.held.remove(first);
		this.paced.add(first);
		this.budget.promise();
		this.spentReported = false;
		return first;
	}

	/**
	 * When the next shard may be admitted, unless something changes meanwhile.
	 * @return the time; {@link Long#MAX_VALUE} when time alone changes nothing
	 */
	long due(long now) {
		if (this.held.isEmpty() || !this.brake.isJudged()) {
			return Long.MAX_VALUE;
		}
		if (this.budget.available() > 0) {
			return this.brake.until();
		}
		long due = Math.max(this.brake.until(), this.budget.resetAt());
		if (!this.spentReported) {
			this.spentReported = true;
			report(this.held.first().shard(), Duration.ofNanos(due - now));
		}
		return due;
	}

	private void report(ShardId shard, Duration wait) {
		logger.warn("The day's budget of " + this.budget.total() + " identifies is spent, but for a reserve of "
				+ this.budget.reserve() + ": shard " + shard + " waits "
				+ DurationStyle.SIMPLE.print(wait, ChronoUnit.SECONDS) + " until it is reset");
	}

	/**
	 * The pacer has let a shard through, which keeps its promise until that is settled.
	 * @return whether the shard is still waiting for that
	 */
	boolean pass(PermitWaiter waiter) {
		return this.paced.remove(waiter);
	}

	/**
	 * A shard waits no longer, and does not identify.
	 * @return whether it was waiting
	 */
	boolean leave(PermitWaiter waiter) {
		if (this.paced.remove(waiter)) {
			this.budget.settle(false);
			return true;
		}
		return this.held.remove(waiter);
	}

	/** Lets everybody leave. */
	List<PermitWaiter> clear() {
		List<PermitWaiter> left = waiting().toList();
		left.forEach(this::leave);
		return left;
	}

	private Stream<PermitWaiter> waiting() {
		return Stream.concat(this.held.stream(), this.paced.stream());
	}

	boolean hasWaiters() {
		return !this.held.isEmpty() || !this.paced.isEmpty();
	}

	/** Whether fresh figures from Discord would help. */
	boolean needsFigures() {
		return this.budget.isAssumed() || this.budget.available() <= STARTS_OF_A_LOW_BUDGET * this.knownShards.count();
	}

	IdentifyBudget figures(long now) {
		this.budget.resetWhenDue(now);
		long longest = waiting().mapToLong((waiter) -> now - waiter.since()).max().orElse(0);
		return new IdentifyBudget(this.budget.total(), this.budget.remaining(), this.budget.reserve(),
				Duration.ofNanos(this.budget.resetAt() - now), this.held.size() + this.paced.size(),
				Duration.ofNanos(longest), Duration.ofNanos(Math.max(this.brake.until() - now, 0)), this.reported);
	}

}
