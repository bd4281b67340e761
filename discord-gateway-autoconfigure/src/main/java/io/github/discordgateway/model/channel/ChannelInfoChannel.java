package io.github.discordgateway.model.channel;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's object does not carry, as it was asked for.
 *
 * @param id id of the channel
 * @param status status text of the voice channel; {@code null} when absent
 * @param voiceStartTime Unix seconds when the present session in the voice channel began;
 * {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#channel-info-channel-info-channel-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ChannelInfoChannel(Snowflake id, @Nullable String status, @Nullable Long voiceStartTime) {

}
