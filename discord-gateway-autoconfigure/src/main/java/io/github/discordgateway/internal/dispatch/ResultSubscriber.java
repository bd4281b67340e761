package io.github.discordgateway.internal.dispatch;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * Waits for the end of what a handler returned. Whatever the publisher does, and on
 * whatever thread, only its first end counts, and the lane is released at most once: not
 * at all when the end came before someone waited for it, since then the thread that
 * subscribed goes on by itself. That keeps the stack flat, however many publishers are
 * complete at once.
 */
final class ResultSubscriber implements CoreSubscriber<Object> {

	private final LaneTask.Hold hold;

	/** A {@link State}, or the error that it ended with. */
	private final AtomicReference<Object> state = new AtomicReference<>(State.SUBSCRIBING);

	private volatile @Nullable Subscription subscription;

	ResultSubscriber(LaneTask.Hold hold) {
		this.hold = hold;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (!Operators.validate(this.subscription, subscription)) {
			return;
		}
		this.subscription = subscription;
		if (this.state.get() == State.CANCELLED) {
			subscription.cancel();
		}
		else {
			subscription.request(Long.MAX_VALUE);
		}
	}

	@Override
	public void onNext(Object value) {
	}

	@Override
	public void onError(Throwable error) {
		if (!end(error)) {
			Operators.onErrorDropped(error, currentContext());
		}
	}

	@Override
	public void onComplete() {
		end(State.COMPLETED);
	}

	private boolean end(Object end) {
		if (this.state.compareAndSet(State.SUBSCRIBING, end)) {
			return true;
		}
		if (this.state.compareAndSet(State.WAITING, end)) {
			this.hold.release();
			return true;
		}
		return false;
	}

	/**
	 * Says that the caller goes away until the lane is released.
	 * @return {@code false} when there is nothing to wait for any more
	 */
	boolean isWaiting() {
		return this.state.compareAndSet(State.SUBSCRIBING, State.WAITING) || this.state.get() == State.CANCELLED;
	}

	/** Whether the lane is waiting for it, and no thread is busy with it. */
	boolean isHolding() {
		return this.state.get() == State.WAITING;
	}

	/** What it failed with, once it has ended. */
	@Nullable Throwable error() {
		return (this.state.get() instanceof Throwable error) ? error : null;
	}

	/**
	 * Ends the waiting, and lets the lane go on; the publisher is still to be cancelled.
	 * @param error what it ends with
	 * @return {@code false} when it has ended before
	 */
	boolean giveUp(Throwable error) {
		boolean waiting = this.state.compareAndSet(State.WAITING, error);
		if (waiting) {
			this.hold.release();
		}
		return waiting;
	}

	/** Cancels the publisher that was given up. */
	void cancelPublisher() {
		Subscription current = this.subscription;
		if (current != null) {
			current.cancel();
		}
	}

	/** Lets go of the publisher; the lane is not released any more. */
	void cancel() {
		if (end(State.SUBSCRIBING, State.WAITING)) {
			cancelPublisher();
		}
	}

	private boolean end(State... open) {
		for (State each : open) {
			if (this.state.compareAndSet(each, State.CANCELLED)) {
				return true;
			}
		}
		return false;
	}

	private enum State {

		SUBSCRIBING, WAITING, COMPLETED, CANCELLED

	}

}
