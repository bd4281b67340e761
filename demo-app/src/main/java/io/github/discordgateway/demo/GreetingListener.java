package io.github.discordgateway.demo;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.model.guild.Guild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Greets the guilds that the bot is in.
 */
@Component
class GreetingListener {

	private static final Logger logger = LoggerFactory.getLogger(GreetingListener.class);

	@GatewayListener
	void greet(GuildCreate event, ShardId shard) {
		if (event.guild() instanceof Guild guild) {
			logger.info("Hello, {}! ({} members, shard {})", guild.name(), guild.memberCount(), shard);
		}
	}

}
