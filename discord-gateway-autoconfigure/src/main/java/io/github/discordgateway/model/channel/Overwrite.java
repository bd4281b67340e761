package io.github.discordgateway.model.channel;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Permissions;

/**
 * What a role or a member may do in one channel, other than in the guild.
 *
 * @param id id of the role or user
 * @param type whether the id is a role's or a member's
 * @param allow the permissions that are granted
 * @param deny the permissions that are refused
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#overwrite-object-overwrite-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Overwrite(Snowflake id, OverwriteType type, Permissions allow, Permissions deny) {

}
