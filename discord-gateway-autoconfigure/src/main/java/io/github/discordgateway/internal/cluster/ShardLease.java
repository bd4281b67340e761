package io.github.discordgateway.internal.cluster;

import java.util.Objects;
import java.util.function.BooleanSupplier;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;

/**
 * The right to run a shard in this process.
 *
 * @param shard which shard
 * @param token the fencing token, higher than that of any owner before; {@code null} when
 * no other process may run the shard
 * @param certain whether the right certainly lasts; while it does not, no connection is
 * begun
 * @param orphaned whether its last owner may be gone together with the session: if there
 * is none, it is lost
 */
public record ShardLease(ShardId shard, @Nullable Long token, BooleanSupplier certain, boolean orphaned) {

	/**
	 * Refuses a lease of nothing.
	 */
	public ShardLease {
		Objects.requireNonNull(shard, "shard");
		Objects.requireNonNull(certain, "certain");
	}

	/**
	 * The right to a shard that nobody else runs.
	 * @param shard which shard
	 * @return a right that lasts
	 */
	public static ShardLease exclusive(ShardId shard) {
		return new ShardLease(shard, null, () -> true, false);
	}

}
