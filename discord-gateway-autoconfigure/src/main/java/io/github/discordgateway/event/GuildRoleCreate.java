package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Role;

/**
 * A role was made in a guild.
 *
 * @param guildId id of the guild
 * @param role the new role
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-role-create">Discord's
 * documentation</a>
 */
public record GuildRoleCreate(Snowflake guildId, Role role) implements GuildRoleEvent {

	@Override
	public Snowflake roleId() {
		return this.role.id();
	}

}
