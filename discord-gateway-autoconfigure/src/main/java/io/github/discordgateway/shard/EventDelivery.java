package io.github.discordgateway.shard;

import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.ShardId;

/**
 * Where a shard hands its events on to.
 */
@FunctionalInterface
public interface EventDelivery {

	/**
	 * Takes an event. Called on the shard's event loop, in the order of arrival, and must
	 * return at once.
	 * @param shard who received the event
	 * @param frame the event, valid until the call returns
	 * @param replayed whether it was missed and sent again after a resume
	 */
	void deliver(ShardId shard, Frame frame, boolean replayed);

}
