package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What there is to talk about: guilds with channels, roles and members. Every shard of
 * every layout has the same number of guilds; which ones follows from their ids.
 */
public final class SimulatedWorld {

	/** The bot that every client is, and at once its application. */
	static final Snowflake BOT_ID = Snowflake.of(281_474_976_710_656_001L);

	/** {@code (id >> 22)} of the first guild: a day in April 2017. */
	private static final long FIRST_TIMESTAMP = 72_072_000_000L;

	private final Map<Long, SimulatedGuild> guilds = new ConcurrentHashMap<>();

	private final int guildsPerShard;

	private final int membersPerGuild;

	private final long seed;

	private final EventPayloads payloads;

	SimulatedWorld(int guildsPerShard, int membersPerGuild, long seed) {
		this.guildsPerShard = guildsPerShard;
		this.membersPerGuild = membersPerGuild;
		this.seed = seed;
		this.payloads = new EventPayloads(seed);
	}

	/**
	 * The id of the bot's user and of its application.
	 * @return the id
	 */
	public Snowflake botId() {
		return BOT_ID;
	}

	/**
	 * The guilds of a shard.
	 * @param shard the shard
	 * @return as many guilds as were configured, the same at each call
	 */
	public List<SimulatedGuild> guilds(ShardId shard) {
		// The first time stamp whose remainder is the shard's id.
		long timestamp = FIRST_TIMESTAMP + Math.floorMod(shard.id() - FIRST_TIMESTAMP, (long) shard.total());
		List<SimulatedGuild> found = new ArrayList<>(this.guildsPerShard);
		for (int i = 0; i < this.guildsPerShard; i++) {
			found.add(this.guilds.computeIfAbsent(timestamp, this::createGuild));
			timestamp += shard.total();
		}
		return found;
	}

	private SimulatedGuild createGuild(long timestamp) {
		return new SimulatedGuild(Snowflake.of(timestamp << 22), this.seed, this.membersPerGuild);
	}

	@Nullable SimulatedGuild findGuild(ShardId shard, String id) {
		for (SimulatedGuild guild : guilds(shard)) {
			if (guild.id().toString().equals(id)) {
				return guild;
			}
		}
		return null;
	}

	/**
	 * Makes bodies of events, for a test to dispatch.
	 * @return the maker of payloads
	 */
	public EventPayloads payloads() {
		return this.payloads;
	}

}
