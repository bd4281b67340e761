package io.github.discordgateway.internal.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.codec.EventPlaceReader;
import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the two copies of each event that the shards of an old and of a new total
 * receive, while the listeners get the old ones'. What only a new shard has is parked: it
 * is given up when the old shard is past it by more than a window, and goes to the
 * listeners when the new shards take over. So nothing is lost, however far an old shard
 * is behind.
 *
 * <p>
 * Memory is bounded: when much is parked, the new shards have to hold their reading. Each
 * shard calls on its own event loop.
 */
final class EventCopies {

	private static final int MAX_PARKED = 5_000;

	private static final long MAX_PARKED_BYTES = 16 * 1024 * 1024;

	/** A fingerprint takes about 150 bytes. */
	private static final int MAX_DELIVERED = 100_000;

	/** Longer than a new shard stays behind that reconnects, or has held its reading. */
	private static final long DELIVERED_NANOS = TimeUnit.MINUTES.toNanos(5);

	private final EventPlaceReader places = new EventPlaceReader();

	private final long window;

	private final Consumer<Boolean> hold;

	private final LongSupplier nanoTime;

	private final Map<ShardId, OldShardProgress> oldShards = new HashMap<>();

	private final int oldTotal;

	private final Map<ShardId, Set<ParkedEvent>> parkedByShard = new HashMap<>();

	private final Map<EventFingerprint, Deque<ParkedEvent>> parked = new HashMap<>();

	/** Events that no old shard has to receive; they are of interest for one window. */
	private final Set<ParkedEvent> unexpected = new LinkedHashSet<>();

	private final Map<EventFingerprint, Deque<DeliveredEvent>> delivered = new HashMap<>();

	/** Oldest first; those that have found their copy are left in. */
	private final Deque<DeliveredEvent> deliveredInOrder = new ArrayDeque<>();

	private int parkedCount;

	private long parkedBytes;

	private boolean full;

	private boolean handedOver;

	/** When a new shard last received something too late; null when it never did. */
	private @Nullable Long lateAt;

	/**
	 * Begins.
	 * @param oldShards those whose events the listeners get
	 * @param window the time by which two copies may come apart, in nanoseconds
	 * @param hold lets the new shards stop reading, or go on
	 * @param nanoTime the clock
	 */
	EventCopies(List<ShardId> oldShards, long window, Consumer<Boolean> hold, LongSupplier nanoTime) {
		this.window = window;
		this.hold = hold;
		this.nanoTime = nanoTime;
		this.oldTotal = oldShards.get(0).total();
		oldShards.forEach((shard) -> this.oldShards.put(shard, new OldShardProgress()));
	}

	/**
	 * An old shard received an event, which the listeners get.
	 * @return the receipt to give to them
	 */
	Runnable receivedByOld(ShardId shard, Frame frame, Runnable receipt) {
		EventFingerprint fingerprint = isOfOneSession(frame) ? null : EventFingerprint.of(frame);
		if (fingerprint == null) {
			return receipt;
		}
		DeliveredEvent event = new DeliveredEvent(fingerprint, shard, this.nanoTime.getAsLong(), receipt);
		ParkedEvent copy;
		synchronized (this) {
			copy = first(this.parked, fingerprint);
			OldShardProgress progress = this.oldShards.get(shard);
			if (copy != null) {
				forget(copy);
			}
			else {
				this.delivered.computeIfAbsent(fingerprint, (same) -> new ArrayDeque<>(1)).add(event);
				this.deliveredInOrder.add(event);
			}
			if (progress != null && copy != null) {
				progress.reached(copy.receivedAt);
			}
			else if (progress != null) {
				progress.alone(event.receivedAt);
			}
		}
		if (copy != null) {
			event.copied(copy.handled);
		}
		tidy();
		return event;
	}

	/** A new shard received an event while the listeners get those of the old ones. */
	void receivedByNew(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		boolean ofOneSession = isOfOneSession(frame);
		EventFingerprint fingerprint = ofOneSession ? null : EventFingerprint.of(frame);
		if (fingerprint == null && !isHandedOver()) {
			// A broken body is reported where the old shard's copy is read.
			handled.run();
			return;
		}
		OldShardProgress expectedBy = ofOneSession ? null : expectedBy(frame);
		parkUnlessDelivered(
				new ParkedEvent(fingerprint, shard, sessionId, frame, replayed, handled, this.nanoTime.getAsLong()),
				(expectedBy != null) ? expectedBy.expected : this.unexpected);
		tidy();
	}

	/**
	 * Whether the listeners have had an event from an old shard, which is then handled
	 * when they are through with it.
	 */
	boolean isDelivered(Frame frame, Runnable handled) {
		EventFingerprint fingerprint = isOfOneSession(frame) ? null : EventFingerprint.of(frame);
		DeliveredEvent event = null;
		if (fingerprint != null) {
			synchronized (this) {
				event = first(this.delivered, fingerprint);
				if (event != null) {
					paired(event);
				}
			}
		}
		if (event != null) {
			event.copied(handled);
		}
		return event != null;
	}

	private void paired(DeliveredEvent event) {
		remove(this.delivered, event.fingerprint, event);
		long now = this.nanoTime.getAsLong();
		if (now - event.receivedAt > this.window) {
			this.lateAt = now;
		}
		OldShardProgress progress = this.oldShards.get(event.shard);
		if (progress != null) {
			progress.reached(event.receivedAt);
		}
	}

	/** READY and RESUMED are about the session; every other event has a copy. */
	private static boolean isOfOneSession(Frame frame) {
		return "READY".equals(frame.name()) || "RESUMED".equals(frame.name());
	}

	/**
	 * Who receives the event, too. A new session begins with a GUILD_CREATE of each of
	 * its guilds, which nobody else gets; and the shard may run in another process.
	 */
	private @Nullable OldShardProgress expectedBy(Frame frame) {
		if ("GUILD_CREATE".equals(frame.name())) {
			return null;
		}
		Snowflake guildId = this.places.read(frame).guildId();
		return this.oldShards
			.get((guildId != null) ? ShardId.forGuild(guildId, this.oldTotal) : new ShardId(0, this.oldTotal));
	}

	private void parkUnlessDelivered(ParkedEvent event, Set<ParkedEvent> waiting) {
		DeliveredEvent copy;
		synchronized (this) {
			copy = (event.fingerprint != null) ? first(this.delivered, event.fingerprint) : null;
			if (copy != null) {
				paired(copy);
			}
			else {
				park(event, waiting);
			}
		}
		if (copy != null) {
			copy.copied(event.handled);
		}
	}

	/** Called with the lock. */
	private void park(ParkedEvent event, Set<ParkedEvent> waiting) {
		EventFingerprint fingerprint = event.fingerprint;
		if (fingerprint != null) {
			this.parked.computeIfAbsent(fingerprint, (same) -> new ArrayDeque<>(1)).add(event);
		}
		this.parkedByShard.computeIfAbsent(event.shard, (shard) -> new LinkedHashSet<>()).add(event);
		event.waiting = waiting;
		waiting.add(event);
		this.parkedCount++;
		this.parkedBytes += event.size;
	}

	/** Called with the lock. */
	private void forget(ParkedEvent event) {
		if (event.fingerprint != null) {
			remove(this.parked, event.fingerprint, event);
		}
		Set<ParkedEvent> ofShard = this.parkedByShard.get(event.shard);
		if (ofShard != null) {
			ofShard.remove(event);
		}
		if (event.waiting != null) {
			event.waiting.remove(event);
		}
		this.parkedCount--;
		this.parkedBytes -= event.size;
	}

	private static <E> @Nullable E first(Map<EventFingerprint, Deque<E>> events, EventFingerprint fingerprint) {
		Deque<E> alike = events.get(fingerprint);
		return (alike != null) ? alike.peek() : null;
	}

	private static <E> void remove(Map<EventFingerprint, Deque<E>> events, EventFingerprint fingerprint, E event) {
		Deque<E> alike = events.get(fingerprint);
		if (alike != null && alike.remove(event) && alike.isEmpty()) {
			events.remove(fingerprint);
		}
	}

	/** Forgets what is of no use any more, and sees to it that the rest is bounded. */
	void tidy() {
		List<ParkedEvent> givenUp = new ArrayList<>();
		boolean changed;
		boolean nowFull;
		synchronized (this) {
			long now = this.nanoTime.getAsLong();
			forgetDelivered(now);
			if (!this.handedOver) {
				giveUp(this.unexpected, (event) -> now - event.receivedAt > this.window, givenUp);
				this.oldShards.values()
					.forEach((shard) -> giveUp(shard.expected, (event) -> shard.isPast(event, this.window), givenUp));
			}
			nowFull = this.full ? this.parkedCount > MAX_PARKED / 2 || this.parkedBytes > MAX_PARKED_BYTES / 2
					: this.parkedCount >= MAX_PARKED || this.parkedBytes >= MAX_PARKED_BYTES;
			changed = nowFull != this.full;
			this.full = nowFull;
		}
		givenUp.forEach((event) -> event.handled.run());
		if (changed) {
			this.hold.accept(nowFull);
		}
	}

	private void giveUp(Set<ParkedEvent> events, Predicate<ParkedEvent> over, List<ParkedEvent> givenUp) {
		Iterator<ParkedEvent> oldestFirst = events.iterator();
		int before = givenUp.size();
		while (oldestFirst.hasNext()) {
			ParkedEvent event = oldestFirst.next();
			if (!over.test(event)) {
				break;
			}
			givenUp.add(event);
		}
		givenUp.subList(before, givenUp.size()).forEach(this::forget);
	}

	private void forgetDelivered(long now) {
		DeliveredEvent oldest = this.deliveredInOrder.peek();
		while (oldest != null && (this.deliveredInOrder.size() > MAX_DELIVERED
				|| now - oldest.receivedAt > Math.max(DELIVERED_NANOS, 2 * this.window))) {
			this.deliveredInOrder.poll();
			remove(this.delivered, oldest.fingerprint, oldest);
			oldest = this.deliveredInOrder.peek();
		}
	}

	/** Up to a time an old shard has received everything, as its connection proves. */
	synchronized void proved(ShardId shard, long time) {
		OldShardProgress progress = this.oldShards.get(shard);
		if (progress != null) {
			progress.reached(time);
		}
	}

	/**
	 * What an old shard still has to receive.
	 * @return in words; {@code null} when it is level with the new ones
	 */
	synchronized @Nullable String lag(ShardId shard) {
		OldShardProgress progress = this.oldShards.get(shard);
		return (progress != null) ? progress.lag(this.nanoTime.getAsLong(), this.window) : null;
	}

	/** Whether a new shard received something too late a moment ago. */
	synchronized boolean isNewLate() {
		Long late = this.lateAt;
		return late != null && this.nanoTime.getAsLong() - late <= this.window;
	}

	/** From now on, what is parked is kept until it is {@link #release released}. */
	synchronized void handOver() {
		this.handedOver = true;
	}

	private synchronized boolean isHandedOver() {
		return this.handedOver;
	}

	/**
	 * Takes out what a new shard has parked.
	 * @return the events that the listeners have not had, in order
	 */
	List<ParkedEvent> release(ShardId shard) {
		List<ParkedEvent> released;
		synchronized (this) {
			released = List.copyOf(this.parkedByShard.getOrDefault(shard, Set.of()));
			released.forEach(this::forget);
		}
		tidy();
		return released;
	}

	/** The number of events that are parked. */
	synchronized int parked() {
		return this.parkedCount;
	}

}
