package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.channel.ThreadMember;

/**
 * The bot has gained access to channels and gets their active threads. All threads of
 * these channels that it knew before are to be forgotten first.
 *
 * @param guildId id of the guild
 * @param channelIds ids of the channels; all of the guild when empty
 * @param threads the active threads of these channels
 * @param members the bot's memberships of these threads
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#thread-list-sync">Discord's
 * documentation</a>
 */
public record ThreadListSync(Snowflake guildId, List<Snowflake> channelIds, List<Channel> threads,
		List<ThreadMember> members) implements ThreadEvent {

	public ThreadListSync {
		channelIds = RecordValues.listOrEmpty(channelIds);
		threads = RecordValues.listOrEmpty(threads);
		members = RecordValues.listOrEmpty(members);
	}

}
