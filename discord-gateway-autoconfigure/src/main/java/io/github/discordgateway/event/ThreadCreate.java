package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A thread was made, or the bot was added to one; which of both tells
 * {@link Channel#newlyCreated()}.
 *
 * @param thread the thread, with the bot's membership when it was added
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#thread-create">Discord's
 * documentation</a>
 */
public record ThreadCreate(@JsonValue Channel thread) implements ThreadEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.thread.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.thread.id();
	}

}
