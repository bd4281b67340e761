package io.github.discordgateway.autoconfigure;

import java.util.List;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.session.Session;
import io.github.discordgateway.simulator.BotProgress;

/**
 * Tells the simulator what the shards of this process know: what a shard acknowledges is
 * what its listeners are through with.
 *
 * @param gateway the bot
 * @param statistics what waits for its listeners
 */
record GatewayBotProgress(Gateway gateway, DispatchStatistics statistics) implements BotProgress {

	@Override
	public boolean isReady() {
		List<GatewayShard> shards = this.gateway.shards();
		return !shards.isEmpty() && shards.stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY);
	}

	@Override
	public long handledSequence(String sessionId) {
		for (GatewayShard shard : this.gateway.shards()) {
			Session session = shard.snapshot().session();
			if (session != null && session.id().equals(sessionId)) {
				return session.sequence();
			}
		}
		return -1;
	}

	@Override
	public boolean isIdle() {
		return this.statistics.shards().stream().allMatch((shard) -> this.statistics.pending(shard) == 0);
	}

}
