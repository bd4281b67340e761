package io.github.discordgateway.internal.redis;

import java.util.List;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Shares the shards of a bot among all nodes that know the same Redis.
 */
public final class RedisOwnership implements ShardOwnership {

	private final RedisAccess redis;

	private final RedisOwnershipSettings settings;

	private volatile @Nullable RedisMembership membership;

	/**
	 * Makes an ownership, which does nothing before somebody joins.
	 * @param redis where the leases are
	 * @param settings how shards are shared
	 */
	public RedisOwnership(RedisAccess redis, RedisOwnershipSettings settings) {
		this.redis = redis;
		this.settings = settings;
	}

	@Override
	public Membership join(int total, ShardRunner runner) {
		RedisMembership joined = new RedisMembership(this.redis, this.settings, total, runner);
		this.membership = joined;
		joined.start();
		return joined;
	}

	@Override
	public boolean isShared() {
		return true;
	}

	@Override
	public @Nullable CoordinationSnapshot snapshot() {
		RedisMembership joined = this.membership;
		return (joined != null) ? joined.snapshot() : null;
	}

	/**
	 * The id of this process among the nodes.
	 * @return the id; {@code null} before it has joined
	 */
	@Nullable String node() {
		RedisMembership joined = this.membership;
		return (joined != null) ? joined.node() : null;
	}

}
