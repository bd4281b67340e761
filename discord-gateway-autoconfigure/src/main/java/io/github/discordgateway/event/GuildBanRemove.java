package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.user.User;

/**
 * The ban of a user was lifted. The bot needs the permission BAN_MEMBERS or
 * VIEW_AUDIT_LOG.
 *
 * @param guildId id of the guild
 * @param user the account that was banned
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-ban-remove">Discord's
 * documentation</a>
 */
public record GuildBanRemove(Snowflake guildId, User user) implements GuildBanEvent {

}
