package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * Many messages were deleted at once.
 *
 * @param ids ids of the messages
 * @param channelId id of the channel
 * @param guildId id of the guild; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-delete-bulk">Discord's
 * documentation</a>
 */
public record MessageDeleteBulk(List<Snowflake> ids, Snowflake channelId,
		@Nullable Snowflake guildId) implements GatewayEvent {

	public MessageDeleteBulk {
		ids = RecordValues.listOrEmpty(ids);
	}

}
