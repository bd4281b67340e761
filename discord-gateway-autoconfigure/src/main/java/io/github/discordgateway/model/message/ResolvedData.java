package io.github.discordgateway.model.message;

import java.util.Map;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.Role;
import io.github.discordgateway.model.user.User;

/**
 * Objects whose ids an interaction or a message holds, by these ids.
 *
 * @param users the users; empty when absent
 * @param members the memberships of users, without user, deaf and mute; empty when absent
 * @param roles the roles; empty when absent
 * @param channels the channels, with only a part of their fields; empty when absent
 * @param messages the messages, with only a part of their fields; empty when absent
 * @param attachments the files that were uploaded; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ResolvedData(Map<Snowflake, User> users, Map<Snowflake, Member> members, Map<Snowflake, Role> roles,
		Map<Snowflake, Channel> channels, Map<Snowflake, PartialMessage> messages,
		Map<Snowflake, Attachment> attachments) {

	public ResolvedData {
		users = RecordValues.mapOrEmpty(users);
		members = RecordValues.mapOrEmpty(members);
		roles = RecordValues.mapOrEmpty(roles);
		channels = RecordValues.mapOrEmpty(channels);
		messages = RecordValues.mapOrEmpty(messages);
		attachments = RecordValues.mapOrEmpty(attachments);
	}

}
