package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Divides the time that a stop may take among all who need some of it, so that together
 * they end within it: the listeners that handle what was received, the connections that
 * are closed while the sessions are saved, the listeners that are interrupted, and the
 * threads of the network.
 */
public final class ShutdownBudget {

	private static final Duration SAVE = Duration.ofSeconds(2);

	private static final Duration INTERRUPTED = Duration.ofSeconds(1);

	private static final Duration RESOURCES = Duration.ofSeconds(1);

	/**
	 * What the rest of the application takes. Of this, Reactor Netty's global resources,
	 * where the application uses them, are quiet for 2 seconds, unless
	 * spring.reactor.netty.shutdown-quiet-period is shorter.
	 */
	private static final Duration OTHERS = Duration.ofSeconds(3);

	private final Duration drain;

	private final Duration shards;

	private final Duration interrupted;

	private final Duration resources;

	private final LongSupplier nanoTime;

	/** When the stop that is under way began; null without one. */
	private volatile @Nullable Long begunAt;

	/**
	 * Divides a time.
	 * @param total all that there is, as a rule
	 * {@code spring.lifecycle.timeout-per-shutdown-phase}
	 * @param close what the end of a connection may take after a close frame
	 */
	public ShutdownBudget(Duration total, Duration close) {
		this(total, close, System::nanoTime);
	}

	ShutdownBudget(Duration total, Duration close, LongSupplier nanoTime) {
		this.interrupted = least(INTERRUPTED, total.dividedBy(10));
		this.resources = least(RESOURCES, total.dividedBy(20));
		this.shards = total.minus(this.interrupted).minus(this.resources).minus(least(OTHERS, total.dividedBy(2)));
		this.drain = this.shards.minus(least(close.plus(SAVE), this.shards.multipliedBy(2).dividedBy(5)));
		this.nanoTime = nanoTime;
	}

	private static Duration least(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	/**
	 * How long the listeners may handle what was received.
	 * @return the greater part of what the shards have
	 */
	public Duration drain() {
		return this.drain;
	}

	/**
	 * How long a listener is waited for that was interrupted.
	 * @return at most 1 second
	 */
	public Duration interrupted() {
		return this.interrupted;
	}

	/**
	 * How long the end of the network's threads is waited for.
	 * @return at most 1 second
	 */
	public Duration resources() {
		return this.resources;
	}

	/** A stop begins: its time runs from now on. */
	void begin() {
		this.begunAt = this.nanoTime.getAsLong();
	}

	/**
	 * What is left for the shards and for the listeners of the life cycle.
	 * @return not negative; all of it when no stop has begun
	 */
	public Duration remaining() {
		Long begun = this.begunAt;
		if (begun == null) {
			return this.shards;
		}
		Duration left = this.shards.minusNanos(this.nanoTime.getAsLong() - begun);
		return left.isNegative() ? Duration.ZERO : left;
	}

}
