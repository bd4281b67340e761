package io.github.discordgateway.session;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Who the bot is to Discord, as READY says.
 *
 * @param userId the id of the bot's user
 * @param applicationId the id of its application; {@code null} when the server did not
 * name it
 */
public record BotIdentity(Snowflake userId, @Nullable Snowflake applicationId) {

}
