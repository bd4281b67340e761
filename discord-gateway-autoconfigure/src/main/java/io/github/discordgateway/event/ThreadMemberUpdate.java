package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.ThreadMember;
import org.jspecify.annotations.Nullable;

/**
 * The bot's own membership of a thread has changed.
 *
 * @param member the membership, with the ids of thread and guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#thread-member-update">Discord's
 * documentation</a>
 */
public record ThreadMemberUpdate(@JsonValue ThreadMember member) implements ThreadEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.member.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.member.id();
	}

}
