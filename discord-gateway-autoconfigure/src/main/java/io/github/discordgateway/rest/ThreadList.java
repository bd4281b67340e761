package io.github.discordgateway.rest;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.channel.ThreadMember;
import io.github.discordgateway.model.channel.ThreadMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Threads of a channel or guild.
 *
 * @param threads the threads
 * @param members the bot's memberships in them
 * @param hasMore whether there are more
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#list-public-archived-threads">Discord's
 * documentation</a>
 */
@DiscordJson
public record ThreadList(List<Channel> threads, List<ThreadMember> members, boolean hasMore) {

	public ThreadList {
		threads = RecordValues.listOrEmpty(threads);
		members = RecordValues.listOrEmpty(members);
	}

	/**
	 * Before which time the next page was archived; {@code null} when this is the last.
	 */
	@Nullable Instant nextBefore() {
		ThreadMetadata last = (this.hasMore && !this.threads.isEmpty())
				? this.threads.get(this.threads.size() - 1).threadMetadata() : null;
		return (last != null) ? last.archiveTimestamp() : null;
	}

}
