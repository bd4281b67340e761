package io.github.discordgateway.model.interaction;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * Whether a role, a user or a channel may use a command.
 *
 * @param id id of the role, user or channel; the id of the guild stands for everyone,
 * that id minus 1 for all channels
 * @param type what the id refers to
 * @param permission whether the use is allowed
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#application-command-permissions-object-application-command-permissions-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ApplicationCommandPermission(Snowflake id, ApplicationCommandPermissionType type, boolean permission) {

}
