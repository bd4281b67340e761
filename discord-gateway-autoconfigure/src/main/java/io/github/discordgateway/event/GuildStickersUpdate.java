package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.Sticker;

/**
 * The stickers of a guild have changed.
 *
 * @param guildId id of the guild
 * @param stickers all stickers as they are now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-stickers-update">Discord's
 * documentation</a>
 */
public record GuildStickersUpdate(Snowflake guildId, List<Sticker> stickers) implements GatewayEvent {

	public GuildStickersUpdate {
		stickers = RecordValues.listOrEmpty(stickers);
	}

}
