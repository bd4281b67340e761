package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Which message another one replies to, forwards, crossposts or tells of.
 *
 * @param type whether it replies or forwards; a reply when absent, then {@code null}
 * @param messageId id of the message; {@code null} when absent
 * @param channelId id of the channel, always present when received; {@code null} when
 * absent
 * @param guildId id of the guild; {@code null} when absent
 * @param failIfNotExists whether a missing message is an error, only for sending;
 * otherwise {@code null}
 */
@DiscordJson
public record MessageReference(@Nullable MessageReferenceType type, @Nullable Snowflake messageId,
		@Nullable Snowflake channelId, @Nullable Snowflake guildId, @Nullable Boolean failIfNotExists) {

}
