package io.github.discordgateway.model.application;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A team that owns applications.
 *
 * @param icon hash of the icon; {@code null} when there is none
 * @param id id of the team
 * @param members its members
 * @param name its name
 * @param ownerUserId id of the owner
 * @see <a href=
 * "https://discord.com/developers/docs/topics/teams#data-models-team-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record Team(@Nullable String icon, Snowflake id, List<TeamMember> members, String name, Snowflake ownerUserId) {

	public Team {
		members = RecordValues.listOrEmpty(members);
	}

}
