package io.github.discordgateway.model.voice;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A live stage.
 *
 * @param id stage id
 * @param guildId id of the guild
 * @param channelId id of the stage channel
 * @param topic topic
 * @param privacyLevel visibility
 * @param discoverableDisabled deprecated
 * @param guildScheduledEventId id of the linked event; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/stage-instance#stage-instance-object-stage-instance-structure">Discord's
 * documentation</a>
 */
public record StageInstance(Snowflake id, Snowflake guildId, Snowflake channelId, String topic,
		StageInstancePrivacyLevel privacyLevel, boolean discoverableDisabled,
		@Nullable Snowflake guildScheduledEventId) {

}
