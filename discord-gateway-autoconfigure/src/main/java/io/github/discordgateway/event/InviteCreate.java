package io.github.discordgateway.event;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.invite.InviteTargetType;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * An invite to a channel was made. The bot needs the permission MANAGE_CHANNELS there.
 *
 * @param channelId id of the channel that the invite leads to
 * @param code the code at the end of the invite's address
 * @param createdAt when it was made
 * @param guildId id of the guild; {@code null} when absent
 * @param inviter the user who made it; {@code null} when absent
 * @param maxAge for how many seconds it is valid; 0 for ever
 * @param maxUses how often it may be used; 0 without limit
 * @param targetType what it leads to in a voice channel; {@code null} when absent
 * @param targetUser the user whose stream it leads to; {@code null} when absent
 * @param targetApplication the embedded application that it leads to; {@code null} when
 * absent
 * @param temporary whether members are removed again when they go offline without a role
 * @param uses how often it was used, always 0
 * @param expiresAt when it ends; {@code null} when there is none
 * @param roleIds ids of the roles that those who accept it get; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#invite-create">Discord's
 * documentation</a>
 */
public record InviteCreate(Snowflake channelId, String code, Instant createdAt, @Nullable Snowflake guildId,
		@Nullable User inviter, int maxAge, int maxUses, @Nullable InviteTargetType targetType,
		@Nullable User targetUser, @Nullable Application targetApplication, boolean temporary, int uses,
		@Nullable Instant expiresAt, List<Snowflake> roleIds) implements InviteEvent {

	public InviteCreate {
		roleIds = RecordValues.listOrEmpty(roleIds);
	}

}
