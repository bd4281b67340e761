package io.github.discordgateway.event;

import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.message.ReactionType;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Reaction taken back.
 *
 * @param userId user
 * @param channelId channel
 * @param messageId message
 * @param guildId guild; {@code null} when absent
 * @param emoji emoji
 * @param burst super reaction
 * @param type kind
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-reaction-remove">Discord's
 * documentation</a>
 */
public record MessageReactionRemove(Snowflake userId, Snowflake channelId, Snowflake messageId,
		@Nullable Snowflake guildId, Emoji emoji, boolean burst, ReactionType type) implements GatewayEvent {

}
