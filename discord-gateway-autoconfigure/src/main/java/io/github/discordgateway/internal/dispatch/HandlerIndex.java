package io.github.discordgateway.internal.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.listener.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handlers of an event by where it happened, however many there are for other
 * shards and guilds.
 */
final class HandlerIndex {

	private final List<EventHandler> handlers;

	private final ConcurrentMap<ShardId, ByGuild> byShard = new ConcurrentHashMap<>();

	HandlerIndex(List<EventHandler> handlers) {
		this.handlers = handlers;
	}

	/**
	 * Finds handlers.
	 * @param shard the shard that received the event
	 * @param guildId the guild of the event; {@code null} outside of guilds
	 * @return the positions of those who want it, ascending; not to be changed
	 */
	int[] find(ShardId shard, @Nullable Snowflake guildId) {
		ByGuild known = this.byShard.get(shard);
		return ((known != null) ? known : this.byShard.computeIfAbsent(shard, this::ofShard)).find(guildId);
	}

	private ByGuild ofShard(ShardId shard) {
		Set<Snowflake> guilds = this.handlers.stream()
			.flatMap((handler) -> handler.guilds().stream())
			.collect(Collectors.toSet());
		Map<Snowflake, int[]> named = new HashMap<>();
		guilds.forEach((guild) -> named.put(guild,
				positions(shard, (handler) -> handler.guilds().isEmpty() || handler.guilds().contains(guild))));
		return new ByGuild(named, positions(shard, (handler) -> handler.guilds().isEmpty()));
	}

	private int[] positions(ShardId shard, Predicate<EventHandler> wanted) {
		return IntStream.range(0, this.handlers.size()).filter((position) -> {
			EventHandler handler = this.handlers.get(position);
			return handler.isForShard(shard) && wanted.test(handler);
		}).toArray();
	}

	/**
	 * The handlers of the events of one shard.
	 *
	 * @param named those of each guild that a handler names
	 * @param others those of all others
	 */
	private record ByGuild(Map<Snowflake, int[]> named, int[] others) {

		int[] find(@Nullable Snowflake guildId) {
			int[] found = (guildId != null) ? this.named.get(guildId) : null;
			return (found != null) ? found : this.others;
		}

	}

}
