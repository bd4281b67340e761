package io.github.discordgateway.internal.shard;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Where a shard hands its events on to.
 */
@FunctionalInterface
public interface EventDelivery {

	/**
	 * Takes an event. Called on the shard's event loop, in the order of arrival, and must
	 * return at once.
	 * @param shard who received the event
	 * @param sessionId its session; {@code null} when the server named none
	 * @param frame the event, valid until the call returns
	 * @param replayed whether it was missed and sent again after a resume
	 * @param handled to be run when the event is handled or nobody wants it, on any
	 * thread; until then it is not acknowledged, so that a crash brings it again
	 */
	void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled);

}
