package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.interaction.ApplicationCommandPermission;

/**
 * The permissions of a command, or of all commands of an application, have changed in a
 * guild.
 *
 * @param id id of the command, or of the application when all its commands are meant
 * @param applicationId id of the application that owns the command
 * @param guildId id of the guild
 * @param permissions who may use the command where, at most 100
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#application-command-permissions-update">Discord's
 * documentation</a>
 */
public record ApplicationCommandPermissionsUpdate(Snowflake id, Snowflake applicationId, Snowflake guildId,
		List<ApplicationCommandPermission> permissions) implements GatewayEvent {

	public ApplicationCommandPermissionsUpdate {
		permissions = RecordValues.listOrEmpty(permissions);
	}

}
