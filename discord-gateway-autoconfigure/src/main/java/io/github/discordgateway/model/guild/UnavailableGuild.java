package io.github.discordgateway.model.guild;

import io.github.discordgateway.Snowflake;

/**
 * A guild that is not loaded yet, or in an outage.
 *
 * @param id id of the guild
 * @param unavailable whether the guild is not loaded yet, or in an outage
 */
public record UnavailableGuild(Snowflake id, boolean unavailable) implements GuildState {

}
