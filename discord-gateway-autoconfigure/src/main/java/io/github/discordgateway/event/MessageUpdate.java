package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message has changed, which an embed that was loaded later is also.
 *
 * @param message the message
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-update">Discord's
 * documentation</a>
 */
public record MessageUpdate(@JsonValue Message message) implements MessageEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.message.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.message.channelId();
	}

}
