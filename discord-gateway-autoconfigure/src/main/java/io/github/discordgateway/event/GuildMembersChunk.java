package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.presence.Presence;
import org.jspecify.annotations.Nullable;

/**
 * A part of the answer to a request for members.
 *
 * @param guildId id of the guild
 * @param members up to 1,000 members
 * @param chunkIndex number of this part, from 0
 * @param chunkCount how many parts the answer has
 * @param notFound the user ids that were asked for in vain, as text; empty when absent
 * @param presences the members' presences, if they were asked for; empty when absent
 * @param nonce the text that the request was marked with; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-members-chunk">Discord's
 * documentation</a>
 */
public record GuildMembersChunk(Snowflake guildId, List<Member> members, int chunkIndex, int chunkCount,
		List<String> notFound, List<Presence> presences, @Nullable String nonce) implements GatewayEvent {

	public GuildMembersChunk {
		members = RecordValues.listOrEmpty(members);
		notFound = RecordValues.listOrEmpty(notFound);
		presences = RecordValues.listOrEmpty(presences);
	}

}
