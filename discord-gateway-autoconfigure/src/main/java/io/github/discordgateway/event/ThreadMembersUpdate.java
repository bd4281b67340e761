package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.ThreadMember;

/**
 * Users have joined or left a thread. Without the GUILD_MEMBERS intent only the bot
 * itself is told of.
 *
 * @param id id of the thread
 * @param guildId id of the guild
 * @param memberCount how many members the thread has, counted up to 50
 * @param addedMembers the members who came, with their membership of the guild and their
 * presence; empty when absent
 * @param removedMemberIds ids of the users who are gone; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#thread-members-update">Discord's
 * documentation</a>
 */
public record ThreadMembersUpdate(Snowflake id, Snowflake guildId, int memberCount, List<ThreadMember> addedMembers,
		List<Snowflake> removedMemberIds) implements ThreadEvent {

	public ThreadMembersUpdate {
		addedMembers = RecordValues.listOrEmpty(addedMembers);
		removedMemberIds = RecordValues.listOrEmpty(removedMemberIds);
	}

	@Override
	public Snowflake channelId() {
		return this.id;
	}

}
