package io.github.discordgateway.model.interaction;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.GuildFeature;
import io.github.discordgateway.model.user.DiscordLocale;

/**
 * The guild that an interaction came from.
 *
 * @param id id of the guild
 * @param features the features that are enabled
 * @param locale the guild's language
 */
@DiscordJson
public record InteractionGuild(Snowflake id, List<GuildFeature> features, DiscordLocale locale) {

	public InteractionGuild {
		features = RecordValues.listOrEmpty(features);
	}

}
