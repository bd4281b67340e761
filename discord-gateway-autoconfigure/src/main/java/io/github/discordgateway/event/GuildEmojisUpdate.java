package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.Emoji;

/**
 * The emojis of a guild have changed.
 *
 * @param guildId id of the guild
 * @param emojis all emojis as they are now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-emojis-update">Discord's
 * documentation</a>
 */
public record GuildEmojisUpdate(Snowflake guildId, List<Emoji> emojis) implements GatewayEvent {

	public GuildEmojisUpdate {
		emojis = RecordValues.listOrEmpty(emojis);
	}

}
