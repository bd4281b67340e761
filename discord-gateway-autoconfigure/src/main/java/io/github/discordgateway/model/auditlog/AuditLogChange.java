package io.github.discordgateway.model.auditlog;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Union;

/**
 * What an entry of the audit log says to have changed: a field of the object, the roles
 * of a member, or who may use a command. Which of them it is follows from the key.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/resources/audit-log#audit-log-change-object">Discord's
 * documentation</a>
 */
@DiscordJson
@Union(discriminator = "key")
public sealed interface AuditLogChange permits FieldChange, MemberRolesChange, CommandPermissionChange {

	/**
	 * What has changed.
	 * @return the name of a field, {@code $add} or {@code $remove} for roles, or the id
	 * of who may use a command
	 */
	String key();

}
