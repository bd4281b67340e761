package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A thread has changed, other than by a new message. When it is no longer archived, the
 * bot's membership follows.
 *
 * @param thread the thread as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#thread-update">Discord's
 * documentation</a>
 */
public record ThreadUpdate(@JsonValue Channel thread) implements ThreadEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.thread.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.thread.id();
	}

}
