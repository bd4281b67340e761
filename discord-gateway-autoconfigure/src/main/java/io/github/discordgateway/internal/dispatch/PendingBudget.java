package io.github.discordgateway.internal.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that pending events of all sources may take together. While more than half
 * of it is in use, a source that holds its equal part of the other half stops reading. So
 * one source whose listeners are slow can take half of it from the others and no more,
 * all of them together never take more than all of it, and a source of which nothing is
 * pending can always read. A source that is alone has all of it.
 */
public final class PendingBudget {

	/** Sizes are counted in so many bytes, so that they fit beside a count. */
	public static final int UNIT = 64;

	private final AtomicLong used = new AtomicLong();

	private final AtomicInteger sources = new AtomicInteger();

	private final Set<SourceLoad> waiting = ConcurrentHashMap.newKeySet();

	private volatile long max = Runtime.getRuntime().maxMemory() / 4 / UNIT;

	/**
	 * Sets how much it is; without, a quarter of the heap.
	 * @param bytes the limit in bytes
	 */
	public void setMaxBytes(long bytes) {
		this.max = Math.max(1, bytes / UNIT);
	}

	/** A source shares it from now on. */
	void join() {
		this.sources.incrementAndGet();
	}

	/** A source shares it no more. */
	void quit() {
		this.sources.decrementAndGet();
	}

	/**
	 * How much is in use.
	 * @return bytes
	 */
	public long bytes() {
		return this.used.get() * UNIT;
	}

	void add(long units) {
		this.used.addAndGet(units);
	}

	/**
	 * Gives something back, and lets those who wait for it look.
	 * @param units how much
	 */
	void remove(long units) {
		long left = this.used.addAndGet(-units);
		if (!this.waiting.isEmpty() && left <= common() / 2) {
			this.waiting.forEach(SourceLoad::tryToResume);
		}
	}

	/**
	 * Whether a source has to stop reading.
	 * @param own what it holds
	 * @return whether that is its part, and what is common is used up
	 */
	boolean isUsedUp(long own) {
		return this.used.get() >= common() && own >= part();
	}

	/**
	 * Whether a source that has stopped can read on.
	 * @param own what it holds
	 * @return whether half of its part, or of what is common, is free
	 */
	boolean isFreeFor(long own) {
		return own <= part() / 2 || this.used.get() <= common() / 2;
	}

	/** Tells a source when there is more. */
	void await(SourceLoad load) {
		this.waiting.add(load);
	}

	void leave(SourceLoad load) {
		this.waiting.remove(load);
	}

	/** What anyone may use. */
	private long common() {
		return isShared() ? this.max / 2 : this.max;
	}

	/** What each source has for itself besides. */
	private long part() {
		return isShared() ? this.max / 2 / (this.sources.get() - 1) : 0;
	}

	private boolean isShared() {
		return this.sources.get() > 1;
	}

}
