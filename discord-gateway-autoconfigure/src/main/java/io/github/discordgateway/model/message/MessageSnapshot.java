package io.github.discordgateway.model.message;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Forwarded copy.
 *
 * @param message the message, with only a part of its fields
 * @param guildId id of the origin guild, deprecated; {@code null} when absent
 */
public record MessageSnapshot(MessageSnapshotFields message, @Nullable Snowflake guildId) {

}
