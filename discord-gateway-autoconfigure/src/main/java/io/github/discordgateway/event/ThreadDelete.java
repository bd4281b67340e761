package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.ChannelType;

/**
 * A thread was deleted.
 *
 * @param id id of the thread
 * @param guildId id of the guild
 * @param parentId id of the channel that it was made in
 * @param type the kind of thread
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#thread-delete">Discord's
 * documentation</a>
 */
public record ThreadDelete(Snowflake id, Snowflake guildId, Snowflake parentId,
		ChannelType type) implements ThreadEvent {

	@Override
	public Snowflake channelId() {
		return this.id;
	}

}
