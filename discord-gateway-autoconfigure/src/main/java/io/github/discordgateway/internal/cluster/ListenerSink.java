package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.Collection;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.dispatch.BackPressure;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes the events of the shards to the listeners of this process.
 */
public final class ListenerSink implements EventSink {

	private final EventDispatcher dispatcher;

	/**
	 * Makes a sink.
	 * @param dispatcher hands the events to the listeners
	 */
	public ListenerSink(EventDispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		this.dispatcher.collect(shard, sessionId, frame, replayed, handled);
	}

	@Override
	public void readComplete() {
		this.dispatcher.handOver();
	}

	@Override
	public Duration readCompleteAndWatch() {
		return this.dispatcher.handOverAndWatch();
	}

	@Override
	public void setBackPressure(BackPressure backPressure) {
		this.dispatcher.setBackPressure(backPressure);
	}

	@Override
	public Mono<Void> drain(Collection<ShardId> shards) {
		return this.dispatcher.drain(shards);
	}

}
