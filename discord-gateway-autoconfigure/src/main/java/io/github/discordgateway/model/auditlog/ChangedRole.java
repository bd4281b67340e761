package io.github.discordgateway.model.auditlog;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * A role that was given to a member or taken away.
 *
 * @param id id of the role
 * @param name the role's name
 */
@DiscordJson
public record ChangedRole(Snowflake id, String name) {

}
