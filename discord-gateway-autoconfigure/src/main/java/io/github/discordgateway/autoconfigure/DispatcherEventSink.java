package io.github.discordgateway.autoconfigure;

import java.util.Collection;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.EventSink;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hands the events of the shards to the dispatcher.
 *
 * @param dispatcher runs the listeners
 */
record DispatcherEventSink(EventDispatcher dispatcher) implements EventSink {

	@Override
	public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		this.dispatcher.collect(shard, sessionId, frame, replayed, handled);
	}

	@Override
	public void readComplete() {
		this.dispatcher.handOver();
	}

	@Override
	public Mono<Void> drain(Collection<ShardId> shards) {
		return this.dispatcher.drain(shards);
	}

}
