package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An integration was removed from a guild.
 *
 * @param id id of the integration
 * @param guildId id of the guild
 * @param applicationId id of the bot's application; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#integration-delete">Discord's
 * documentation</a>
 */
public record IntegrationDelete(Snowflake id, Snowflake guildId,
		@Nullable Snowflake applicationId) implements IntegrationEvent {

}
