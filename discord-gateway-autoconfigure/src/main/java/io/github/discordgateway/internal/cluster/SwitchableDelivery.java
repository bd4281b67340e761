package io.github.discordgateway.internal.cluster;

import java.time.Duration;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.shard.EventDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one shard to where they go at present. It is switched on the
 * shard's event loop, and so between two events.
 */
final class SwitchableDelivery implements EventDelivery {

	private volatile EventDelivery target;

	SwitchableDelivery(EventDelivery target) {
		this.target = target;
	}

	void to(EventDelivery target) {
		this.target = target;
	}

	@Override
	public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		this.target.deliver(shard, sessionId, frame, replayed, handled);
	}

	@Override
	public void readComplete() {
		this.target.readComplete();
	}

	@Override
	public Duration readCompleteAndWatch() {
		return this.target.readCompleteAndWatch();
	}

}
