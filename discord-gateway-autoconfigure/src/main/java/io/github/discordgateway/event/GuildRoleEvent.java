package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A role of a guild was made, has changed or was deleted. A listener that takes it gets
 * all of these events.
 */
public sealed interface GuildRoleEvent extends GatewayEvent permits GuildRoleCreate, GuildRoleDelete, GuildRoleUpdate {

	/**
	 * The role.
	 * @return id of the role
	 */
	Snowflake roleId();

}
