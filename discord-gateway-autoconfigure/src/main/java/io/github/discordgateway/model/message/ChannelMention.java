package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.ChannelType;

/**
 * A channel that a crosspost mentions, with what is needed to show it.
 *
 * @param id id of the channel
 * @param guildId id of the guild
 * @param type which kind it is
 * @param name its name
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#channel-mention-object-channel-mention-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ChannelMention(Snowflake id, Snowflake guildId, ChannelType type, String name) {

}
