package io.github.discordgateway.test.app;

import io.github.discordgateway.cluster.InitialPresence;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.protocol.ShardId;

import org.springframework.stereotype.Component;

/**
 * No listener, but a part of the bot.
 */
@Component
class OwnPresence implements InitialPresence {

	@Override
	public UpdatePresence of(ShardId shard) {
		return UpdatePresence.of(UpdatePresence.Status.DND);
	}

}
