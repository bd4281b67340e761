package io.github.discordgateway.test.app;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.autoconfigure.GatewayIdentifyCustomizer;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.identify.ShardIdentity;

import org.springframework.stereotype.Component;

/**
 * No listener, but a part of the bot.
 */
@Component
class OwnPresence implements GatewayIdentifyCustomizer {

	@Override
	public ShardIdentity customize(ShardId shard, ShardIdentity identity) {
		return identity.withPresence(UpdatePresence.of(UpdatePresence.Status.DND));
	}

}
