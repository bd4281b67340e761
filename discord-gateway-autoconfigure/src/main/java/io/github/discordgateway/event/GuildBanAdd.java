package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.user.User;

/**
 * A user was banned from a guild. The bot needs the permission BAN_MEMBERS or
 * VIEW_AUDIT_LOG.
 *
 * @param guildId id of the guild
 * @param user the account that was banned
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-ban-add">Discord's
 * documentation</a>
 */
public record GuildBanAdd(Snowflake guildId, User user) implements GuildBanEvent {

}
