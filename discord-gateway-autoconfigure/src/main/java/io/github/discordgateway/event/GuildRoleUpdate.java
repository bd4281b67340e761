package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Role;

/**
 * A role of a guild has changed.
 *
 * @param guildId id of the guild
 * @param role the role as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-role-update">Discord's
 * documentation</a>
 */
public record GuildRoleUpdate(Snowflake guildId, Role role) implements GuildRoleEvent {

	@Override
	public Snowflake roleId() {
		return this.role.id();
	}

}
