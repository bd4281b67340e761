package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A call in direct messages.
 *
 * @param participants ids of the users who took part
 * @param endedTimestamp when it ended; {@code null} while it lasts
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-call-object-message-call-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record MessageCall(List<Snowflake> participants, @Nullable Instant endedTimestamp) {

	public MessageCall {
		participants = RecordValues.listOrEmpty(participants);
	}

}
