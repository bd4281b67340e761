package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A channel was made in a guild.
 *
 * @param channel the new channel
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#channel-create">Discord's
 * documentation</a>
 */
public record ChannelCreate(@JsonValue Channel channel) implements ChannelEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.channel.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.channel.id();
	}

}
