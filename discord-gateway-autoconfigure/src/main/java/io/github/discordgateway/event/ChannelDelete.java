package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a guild was deleted.
 *
 * @param channel the channel as it was
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#channel-delete">Discord's
 * documentation</a>
 */
public record ChannelDelete(@JsonValue Channel channel) implements ChannelEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.channel.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.channel.id();
	}

}
