package io.github.discordgateway.internal.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.HandlerTimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.scheduler.Schedulers;

/**
 * One event for one of its handlers, in a lane of that handler. What may happen to it on
 * several threads, the end of the handler before it, the end of what the handler has
 * returned, and that it is given up, goes through {@link #state}, so that it is settled
 * once.
 */
final class HandlerTask extends LaneTask {

	/** The handler before it is not yet through. */
	private static final Object GATED = "gated";

	/** The handler has had it, or never gets it. */
	private static final Object LEFT = "left";

	private static final VarHandle STATE;

	static {
		try {
			STATE = MethodHandles.lookup().findVarHandle(HandlerTask.class, "state", Object.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final Delivery delivery;

	private final int position;

	/** The same event for the handler that comes after this one, if any. */
	private final @Nullable HandlerTask follower;

	/**
	 * {@code null} when it may begin; {@link #GATED}, or the {@link LaneTask.Hold} that
	 * the handler before it is to release; the {@link Thread} that is in the handler; the
	 * {@link ResultSubscriber} end of what it returned; {@link Reporting} while someone
	 * is told of its failure; {@link GivenUp}; {@link #LEFT}.
	 */
	private volatile @Nullable Object state;

	/**
	 * When the handler got it, in nanoseconds; before that the number of the look at
	 * which it was first seen behind a paused handler, 0 for never.
	 */
	private long since;

	/**
	 * Makes a task.
	 * @param delivery the event
	 * @param position the place of the handler in the route of the event
	 * @param gated whether another handler comes first
	 * @param follower the task of the handler that comes next; {@code null} for none
	 */
	HandlerTask(Delivery delivery, int position, boolean gated, @Nullable HandlerTask follower) {
		this.delivery = delivery;
		this.position = position;
		this.follower = follower;
		if (gated) {
			STATE.setRelease(this, GATED);
		}
	}

	EventEnvelope envelope() {
		return this.delivery.envelope();
	}

	EventHandler handler() {
		return this.delivery.route().handlers[this.position];
	}

	private Lanes lanes() {
		return this.delivery.route().lanes[this.position];
	}

	/** Puts it into its lane. */
	void submit() {
		EventRoute route = this.delivery.route();
		if (route.urgent) {
			lanes().submitUrgently(this);
			return;
		}
		EventEnvelope envelope = envelope();
		lanes().submit(lane(route.orderings[this.position], envelope.shard(), envelope.guildId(), envelope.channelId()),
				this);
	}

	/** The key of the lane that an event belongs to; null when it needs none. */
	static @Nullable Object lane(DispatchOrdering ordering, ShardId shard, @Nullable Snowflake guildId,
			@Nullable Snowflake channelId) {
		return switch (ordering) {
			case GUILD -> {
				Snowflake place = (guildId != null) ? guildId : channelId;
				yield (place != null) ? place : shard;
			}
			case SHARD -> shard;
			case NONE -> null;
		};
	}

	/** Whether it stands still only because another handler comes before. */
	boolean isWaitingForAnother() {
		Object now = this.state;
		return now == GATED || now instanceof Hold;
	}

	/** Whether the handler has it. */
	boolean isUnderWay() {
		Object now = this.state;
		return (now instanceof ResultSubscriber rest) ? rest.isHolding() : thread(now) != null;
	}

	/** The thread that is busy with it; {@code null} when there is none. */
	@Nullable Thread thread() {
		return thread(this.state);
	}

	private static @Nullable Thread thread(@Nullable Object state) {
		if (state instanceof Thread thread) {
			return thread;
		}
		return (state instanceof Reporting reporting) ? reporting.thread() : null;
	}

	@Override
	boolean isGated() {
		return this.state == GATED;
	}

	@Override
	boolean waits(Hold hold) {
		return STATE.compareAndSet(this, GATED, hold);
	}

	/** The handler before it is through. */
	private void open() {
		Object before = this.state;
		if (before == GATED && STATE.compareAndSet(this, GATED, null)) {
			return;
		}
		before = this.state;
		if (before instanceof Hold hold && STATE.compareAndSet(this, before, null)) {
			hold.release();
		}
	}

	@Override
	Progress run(Hold hold) {
		Object now = this.state;
		if (now == GATED) {
			if (waits(hold)) {
				return Progress.WAITING;
			}
			now = this.state;
		}
		if (now instanceof ResultSubscriber rest) {
			return settle(rest);
		}
		if (now instanceof GivenUp givenUp) {
			return settle(givenUp);
		}
		return this.delivery.isAbandoned() ? settled() : call(hold);
	}

	private Progress call(Hold hold) {
		Thread thread = Thread.currentThread();
		this.since = System.nanoTime();
		STATE.setRelease(this, thread);
		Throwable error = null;
		ResultSubscriber rest = null;
		boolean wanted = true;
		EventReceipt.Scope scope = null;
		try {
			scope = this.delivery.enter();
			// As a Publisher, since its subscribe is the one that honours Reactor's
			// hooks.
			Publisher<Void> returned = handler().handleAsync(envelope());
			if (returned == EventHandler.NOT_WANTED) {
				wanted = false;
			}
			else if (returned != null) {
				rest = new ResultSubscriber(hold);
				returned.subscribe(rest);
			}
		}
		catch (Throwable ex) {
			error = ex;
		}
		finally {
			if (scope != null) {
				scope.close();
			}
		}
		if (rest != null) {
			if (error != null) {
				rest.onError(error);
			}
			if (!leaves(thread, rest)) {
				rest.cancel();
				return Progress.ABANDONED;
			}
			return rest.isWaiting() ? Progress.WAITING : settle(rest);
		}
		if (!leaves(thread, LEFT)) {
			return Progress.ABANDONED;
		}
		return wanted ? settle(error) : settled();
	}

	/** Leaves what may block, unless the thread was given up meanwhile. */
	private boolean leaves(Object from, Object to) {
		boolean left = STATE.compareAndSet(this, from, to);
		if (!left) {
			synchronized (this) {
				// Who has given it up holds the lock until the thread is interrupted.
				lanes().threadIsBack(Thread.currentThread());
			}
		}
		// An interrupt was meant for this handler, not for the next one on the thread.
		Thread.interrupted();
		return left;
	}

	private Progress settle(ResultSubscriber rest) {
		return settle(rest.error());
	}

	private Progress settle(GivenUp givenUp) {
		return givenUp.reported() ? settled() : settle(givenUp.error());
	}

	private Progress settle(@Nullable Throwable error) {
		if (error != null) {
			return fail(error);
		}
		try {
			ended(null);
		}
		finally {
			settled();
		}
		return Progress.OVER;
	}

	/** Who is told of a failure may hang as well as a handler. */
	private Progress fail(Throwable error) {
		Reporting reporting = new Reporting(Thread.currentThread());
		this.state = reporting;
		try {
			ended(error);
		}
		catch (Throwable ex) {
			if (!leaves(reporting, LEFT)) {
				return Progress.ABANDONED;
			}
			settled();
			throw ex;
		}
		return leaves(reporting, LEFT) ? settled() : Progress.ABANDONED;
	}

	private void ended(@Nullable Throwable error) {
		this.delivery.ended(this.position, this.since, error);
	}

	private Progress settled() {
		try {
			if (this.follower != null) {
				this.follower.open();
			}
		}
		finally {
			this.delivery.finished();
		}
		return Progress.OVER;
	}

	/**
	 * Gives it up when the handler has it: interrupts the thread, or cancels what is
	 * waited for, and lets the lane go on without it.
	 * @param error why
	 * @param lane the lane in which it stands
	 * @return whether it was given up; {@code false} when it has come to its end
	 */
	boolean giveUp(HandlerTimeoutException error, Hold lane) {
		Object now = this.state;
		if (now instanceof ResultSubscriber rest) {
			boolean waiting = rest.giveUp(error);
			if (waiting) {
				// Whoever cancels may be held up by whoever is cancelled.
				Schedulers.boundedElastic().schedule(rest::cancelPublisher);
			}
			return waiting;
		}
		Thread thread = thread(now);
		if (thread == null) {
			return false;
		}
		synchronized (this) {
			if (!STATE.compareAndSet(this, now, new GivenUp(error, now instanceof Reporting))) {
				return false;
			}
			lanes().abandon(thread);
			thread.interrupt();
		}
		lane.release();
		return true;
	}

	/**
	 * Gives up one that was taken out of its lane before the handler got it.
	 * @param error why
	 */
	void giveUpUnseen(HandlerTimeoutException error) {
		this.since = 0;
		settle(error);
	}

	/**
	 * Notes that it waits behind a handler that is paused.
	 * @param look the number of the look
	 * @return at which it was first seen there
	 */
	long seenBehindPaused(long look) {
		if (this.since == 0) {
			this.since = look;
		}
		return this.since;
	}

	@Override
	void cancel() {
		if (this.state instanceof ResultSubscriber waiting) {
			waiting.cancel();
		}
	}

	/**
	 * Someone is told of a failure.
	 *
	 * @param thread where
	 */
	private record Reporting(Thread thread) {
	}

	/**
	 * It is given up, and its lane about to go on.
	 *
	 * @param error why
	 * @param reported whether the failure of the handler was reported before
	 */
	private record GivenUp(HandlerTimeoutException error, boolean reported) {
	}

}
