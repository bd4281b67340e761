package io.github.discordgateway.internal.cluster;

import java.util.Collection;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.shard.EventDelivery;
import reactor.core.publisher.Mono;

/**
 * Where the events of all shards go: to the listeners, whatever runs them.
 */
public interface EventSink extends EventDelivery {

	/**
	 * Waits for the listeners.
	 * @param shards whose events
	 * @return completes when all events of these shards that have come so far are handled
	 */
	Mono<Void> drain(Collection<ShardId> shards);

}
