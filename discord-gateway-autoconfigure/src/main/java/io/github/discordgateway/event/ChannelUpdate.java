package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a guild has changed, other than by a new message. It may name roles and
 * members that are gone.
 *
 * @param channel the channel as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#channel-update">Discord's
 * documentation</a>
 */
public record ChannelUpdate(@JsonValue Channel channel) implements ChannelEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.channel.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.channel.id();
	}

}
