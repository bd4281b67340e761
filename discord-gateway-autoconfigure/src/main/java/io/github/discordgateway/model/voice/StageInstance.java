package io.github.discordgateway.model.voice;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Live stage.
 *
 * @param id stage id
 * @param guildId guild
 * @param channelId stage channel
 * @param topic topic
 * @param privacyLevel visibility
 * @param discoverableDisabled deprecated
 * @param guildScheduledEventId linked event; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/stage-instance#stage-instance-object-stage-instance-structure">Discord's
 * documentation</a>
 */
public record StageInstance(Snowflake id, Snowflake guildId, Snowflake channelId, String topic,
		StageInstancePrivacyLevel privacyLevel, boolean discoverableDisabled,
		@Nullable Snowflake guildScheduledEventId) {

}
