package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import org.jspecify.annotations.Nullable;

/**
 * A user has joined a guild. It may come again for one who is already there.
 *
 * @param member the member, with the id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-member-add">Discord's
 * documentation</a>
 */
public record GuildMemberAdd(@JsonValue Member member) implements GuildMemberEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.member.guildId();
	}

}
