package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Where a shard hands its events on to: each as it comes, and a word when those of a read
 * are complete, so that waking the threads of the listeners costs once for all of them.
 */
@FunctionalInterface
public interface EventDelivery {

	/**
	 * Takes an event, which the listeners need not get before {@link #readComplete()} is
	 * called. Called on the shard's event loop, in the order of arrival, and must return
	 * at once.
	 * @param shard who received the event
	 * @param sessionId its session; {@code null} when the server named none
	 * @param frame the event, valid until the call returns
	 * @param replayed whether it was missed and sent again after a resume
	 * @param handled to be run when the event is handled or nobody wants it, on any
	 * thread; until then it is not acknowledged, so that a crash brings it again
	 */
	void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled);

	/**
	 * No more events are at hand: the listeners get those that were delivered. Called on
	 * the shard's event loop, also when there were none. Whoever hands events on hands
	 * this on as well; by default it does nothing.
	 */
	default void readComplete() {
	}

	/**
	 * As {@link #readComplete()}, by a shard that comes back to look after its events, so
	 * that fewer threads have to be woken for them. By default it need not.
	 * @return when the shard calls this again; zero for not at all
	 */
	default Duration readCompleteAndWatch() {
		readComplete();
		return Duration.ZERO;
	}

}
