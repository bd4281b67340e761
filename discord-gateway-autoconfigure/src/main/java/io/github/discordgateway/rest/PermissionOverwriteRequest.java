package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.channel.OverwriteType;
import io.github.discordgateway.model.guild.Permissions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a role or member may do in a channel, other than in the guild.
 *
 * @param type whether it is a role's or a member's
 * @param allow what is allowed; {@code null} for nothing
 * @param deny what is forbidden; {@code null} for nothing
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#edit-channel-permissions">Discord's
 * documentation</a>
 */
@DiscordJson
public record PermissionOverwriteRequest(OverwriteType type, @Nullable Permissions allow, @Nullable Permissions deny) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public PermissionOverwriteRequest {
		Assert.notNull(type, "An overwrite is a role's or a member's");
	}

}
