package io.github.discordgateway.model.interaction;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.guild.GuildFeature;
import io.github.discordgateway.model.user.Locale;
import io.github.discordgateway.protocol.Snowflake;

/**
 * Guild of an interaction.
 *
 * @param id id of the guild
 * @param features features
 * @param locale the guild's language
 */
public record InteractionGuild(Snowflake id, List<GuildFeature> features, Locale locale) {

	public InteractionGuild {
		features = OrEmpty.list(features);
	}

}
