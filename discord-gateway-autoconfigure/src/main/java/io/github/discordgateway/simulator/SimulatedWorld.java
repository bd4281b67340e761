package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
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

	/**
	 * Those of guilds and users that a test names: years later, so that none is the same.
	 */
	private static final long FIRST_NAMED_TIMESTAMP = 2 * FIRST_TIMESTAMP;

	private static final long FIRST_USER_TIMESTAMP = FIRST_NAMED_TIMESTAMP - 1;

	private final Map<Long, SimulatedGuild> guilds = new ConcurrentHashMap<>();

	private final Map<String, SimulatedGuild> namedGuilds = new LinkedHashMap<>();

	private final Map<String, Snowflake> users = new HashMap<>();

	private final int guildsPerShard;

	private final int membersPerGuild;

	private long guildsMade;

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
	 * @return as many guilds as were configured, the same at each call, and those that a
	 * test has made
	 */
	public List<SimulatedGuild> guilds(ShardId shard) {
		// The first time stamp whose remainder is the shard's id.
		long timestamp = FIRST_TIMESTAMP + Math.floorMod(shard.number() - FIRST_TIMESTAMP, (long) shard.total());
		List<SimulatedGuild> found = new ArrayList<>(this.guildsPerShard);
		for (int i = 0; i < this.guildsPerShard; i++) {
			found.add(this.guilds.computeIfAbsent(timestamp, this::createGuild));
			timestamp += shard.total();
		}
		synchronized (this) {
			for (SimulatedGuild guild : this.namedGuilds.values()) {
				if (ShardId.forGuild(guild.id(), shard.total()).equals(shard)) {
					found.add(guild);
				}
			}
		}
		return found;
	}

	/**
	 * The guild of a name, which is made when there is none.
	 * @param name any text
	 * @param made told the guild when it was made, under the lock under which sessions
	 * learn which guilds there are
	 * @return the guild
	 */
	synchronized SimulatedGuild guild(String name, Consumer<SimulatedGuild> made) {
		SimulatedGuild known = this.namedGuilds.get(name);
		if (known != null) {
			return known;
		}
		Snowflake id = Snowflake.of((FIRST_NAMED_TIMESTAMP + this.guildsMade++) << 22);
		SimulatedGuild guild = new SimulatedGuild(id, name,
				new SimulatedGuild.Member(userId("owner"), "owner", false, null, false, true, null));
		this.namedGuilds.put(name, guild);
		made.accept(guild);
		return guild;
	}

	synchronized void remove(SimulatedGuild guild) {
		this.namedGuilds.values().remove(guild);
	}

	/** Users are the same in all guilds. */
	synchronized Snowflake userId(String username) {
		return this.users.computeIfAbsent(username,
				(key) -> Snowflake.of((FIRST_USER_TIMESTAMP - this.users.size()) << 22));
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
