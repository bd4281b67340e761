package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An invite was deleted. The bot needs the permission MANAGE_CHANNELS in its channel.
 *
 * @param channelId id of the channel that the invite led to
 * @param guildId id of the guild; {@code null} when absent
 * @param code the code at the end of the invite's address
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#invite-delete">Discord's
 * documentation</a>
 */
public record InviteDelete(Snowflake channelId, @Nullable Snowflake guildId, String code) implements InviteEvent {

}
