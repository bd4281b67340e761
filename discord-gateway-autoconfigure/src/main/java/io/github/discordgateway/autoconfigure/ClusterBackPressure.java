package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.internal.dispatch.BackPressure;

/**
 * Lets a shard stop reading when its listeners are behind.
 *
 * @param cluster knows the shards
 */
record ClusterBackPressure(GatewayCluster cluster) implements BackPressure {

	@Override
	public void pause(ShardId shard) {
		this.cluster.pauseReading(shard, true);
	}

	@Override
	public void resume(ShardId shard) {
		this.cluster.pauseReading(shard, false);
	}

}
