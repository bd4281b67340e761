package io.github.discordgateway;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one process knows of all that share the shards of a bot, at one moment.
 *
 * @param node the id of this process among them
 * @param problem why it is not known who runs what at present, and so of which moment the
 * rest is: for example that Redis cannot be reached; {@code null} when it is known
 * @param nodes all processes of the bot, by id, those of another total included
 * @param unowned the shards of this process's total that nobody runs
 * @param inDoubt the shards that run here and that others may have taken over by now,
 * since the lease could not be renewed
 */
public record CoordinationSnapshot(String node, @Nullable String problem, List<GatewayNode> nodes,
		List<ShardId> unowned, List<ShardId> inDoubt) {

	/**
	 * Takes copies of the lists.
	 */
	public CoordinationSnapshot {
		nodes = List.copyOf(nodes);
		unowned = List.copyOf(unowned);
		inDoubt = List.copyOf(inDoubt);
	}

	/**
	 * This process among the others.
	 * @return what others know of it; {@code null} as long as it is not known
	 */
	public @Nullable GatewayNode self() {
		for (GatewayNode candidate : this.nodes) {
			if (candidate.id().equals(this.node)) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * Whether this process is one of those that share the shards, and none of them is to
	 * run here, since there are enough others.
	 * @return whether it is so, as far as is known
	 */
	public boolean isSpare() {
		GatewayNode self = self();
		return this.problem == null && self != null && self.shards().isEmpty() && this.unowned.isEmpty();
	}

	/**
	 * Finds who runs a shard.
	 * @param shard which shard
	 * @return the process; {@code null} when nobody runs it, as far as is known
	 */
	public @Nullable GatewayNode nodeOf(ShardId shard) {
		for (GatewayNode candidate : this.nodes) {
			if (candidate.total() == shard.total() && candidate.shards().contains(shard.number())) {
				return candidate;
			}
		}
		return null;
	}

}
