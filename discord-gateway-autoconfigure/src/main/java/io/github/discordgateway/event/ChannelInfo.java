package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.ChannelInfoChannel;

/**
 * The answer to a request for channel info.
 *
 * @param guildId id of the guild
 * @param channels what was asked for, for each channel that has it
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#channel-info">Discord's
 * documentation</a>
 */
public record ChannelInfo(Snowflake guildId, List<ChannelInfoChannel> channels) implements GatewayEvent {

	public ChannelInfo {
		channels = RecordValues.listOrEmpty(channels);
	}

}
