package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was when it was forwarded.
 *
 * @param message the message, with only a part of its fields
 * @param guildId id of the guild that it comes from, deprecated; {@code null} when absent
 */
@DiscordJson
public record MessageSnapshot(MessageSnapshotFields message, @Nullable Snowflake guildId) {

}
