package io.github.discordgateway.model.voice;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An open stage.
 *
 * @param id id of the stage
 * @param guildId id of the guild
 * @param channelId id of the stage channel
 * @param topic what it is about, 1 to 120 characters
 * @param privacyLevel who sees it
 * @param discoverableDisabled whether it is left out of the directory of stages,
 * deprecated
 * @param guildScheduledEventId id of the scheduled event that it belongs to; {@code null}
 * when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/stage-instance#stage-instance-object-stage-instance-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record StageInstance(Snowflake id, Snowflake guildId, Snowflake channelId, String topic,
		StageInstancePrivacyLevel privacyLevel, boolean discoverableDisabled,
		@Nullable Snowflake guildScheduledEventId) {

}
