package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.user.User;

/**
 * A user has left a guild, or was kicked or banned.
 *
 * @param guildId id of the guild
 * @param user the account
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-member-remove">Discord's
 * documentation</a>
 */
public record GuildMemberRemove(Snowflake guildId, User user) implements GuildMemberEvent {

}
