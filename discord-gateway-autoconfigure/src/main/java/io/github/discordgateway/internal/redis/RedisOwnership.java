package io.github.discordgateway.internal.redis;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.ShardNotHereException;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
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

	@Override
	public Mono<Integer> total() {
		return Mono.defer(() -> {
			RedisMembership joined = this.membership;
			return (joined != null) ? joined.total() : Mono.empty();
		});
	}

	@Override
	public Mono<Void> send(ShardId shard, String command) {
		return Mono.defer(() -> joined().send(shard, command));
	}

	@Override
	public Flux<byte[]> ask(ShardId shard, String request) {
		return Flux.defer(() -> joined().ask(shard, request));
	}

	private RedisMembership joined() {
		RedisMembership joined = this.membership;
		if (joined == null) {
			throw new ShardNotHereException("This process has not joined those that share the shards");
		}
		return joined;
	}

	/** Whether this process has joined, and left in good order. */
	boolean hasLeft() {
		RedisMembership joined = this.membership;
		return joined != null && joined.isReleased();
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
