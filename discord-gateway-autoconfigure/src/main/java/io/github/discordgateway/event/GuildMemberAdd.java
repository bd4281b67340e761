package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * May repeat for people already in the guild.
 *
 * @param member the body
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-member-add">Discord's
 * documentation</a>
 */
public record GuildMemberAdd(@JsonValue Member member) implements GatewayEvent {

	/** The body is the object itself. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public GuildMemberAdd {
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.member.guildId();
	}

}
