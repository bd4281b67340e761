package io.github.discordgateway.internal.cluster;

import java.net.URI;
import java.util.Set;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.shard.EventDelivery;
import io.github.discordgateway.internal.shard.ShardDriver;
import io.github.discordgateway.internal.shard.ShardWatcher;
import io.github.discordgateway.session.SessionStoreAccess;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes the shards of a cluster.
 */
@FunctionalInterface
public interface ShardFactory {

	/**
	 * Makes a shard, which does nothing yet.
	 * @param id which shard
	 * @param gatewayUrl where new sessions connect
	 * @param delivery takes the events
	 * @param watcher told what happens to the shard
	 * @return the shard
	 */
	ShardDriver create(ShardId id, URI gatewayUrl, EventDelivery delivery, ShardWatcher watcher);

	/**
	 * Makes a shard that other processes may run later, which does nothing yet.
	 * @param lease the right to run it
	 * @param gatewayUrl where new sessions connect
	 * @param delivery takes the events
	 * @param watcher told what happens to the shard
	 * @return the shard; by default one that nobody else runs
	 */
	default ShardDriver create(ShardLease lease, URI gatewayUrl, EventDelivery delivery, ShardWatcher watcher) {
		return create(lease.shard(), gatewayUrl, delivery, watcher);
	}

	/**
	 * Removes the session that is kept for a shard that will not run any more.
	 * @param id which shard
	 * @return completes when that is done or has failed; never an error. By default at
	 * once, for shards that keep no sessions
	 */
	default Mono<Void> forget(ShardId id) {
		return Mono.empty();
	}

	/**
	 * What the shards subscribe to.
	 * @return the intents; none before the first shard, or when they are not known
	 */
	default Set<Intent> intents() {
		return Set.of();
	}

	/**
	 * Who keeps the sessions of the shards.
	 * @return the keeper; {@code null} before the first shard, and for shards that keep
	 * no sessions
	 */
	default @Nullable SessionStoreAccess sessions() {
		return null;
	}

}
