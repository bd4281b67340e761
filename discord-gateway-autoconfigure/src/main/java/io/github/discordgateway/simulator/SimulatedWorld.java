package io.github.discordgateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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

	private final Map<Snowflake, SimulatedGuild> threads = new ConcurrentHashMap<>();

	private final MessageHistory messages = new MessageHistory();

	private final InteractionLog interactions;

	private final Map<String, SimulatedGuild> namedGuilds = new LinkedHashMap<>();

	private final Map<String, Snowflake> users = new HashMap<>();

	private final int guildsPerShard;

	private final int membersPerGuild;

	private long guildsMade;

	private final long seed;

	private final EventPayloads payloads;

	SimulatedWorld(int guildsPerShard, int membersPerGuild, long seed) {
		this(guildsPerShard, membersPerGuild, seed,
				new InteractionLog(Duration.ofSeconds(3), Duration.ofMinutes(15), System::nanoTime));
	}

	SimulatedWorld(int guildsPerShard, int membersPerGuild, long seed, InteractionLog interactions) {
		this.interactions = interactions;
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
	 * @param shard to which it belongs; {@code null} for any
	 * @param made told the guild when it was made, under the lock under which sessions
	 * learn which guilds there are
	 * @return the guild
	 */
	synchronized SimulatedGuild guild(String name, @Nullable ShardId shard, Consumer<SimulatedGuild> made) {
		SimulatedGuild known = this.namedGuilds.get(name);
		if (known != null) {
			if (shard != null && !ShardId.forGuild(known.id(), shard.total()).equals(shard)) {
				throw new IllegalStateException("The guild " + known + " is on shard "
						+ ShardId.forGuild(known.id(), shard.total()) + " and not on " + shard
						+ ": it follows from the id, which does not change. Choose another name");
			}
			return known;
		}
		while (shard != null && (FIRST_NAMED_TIMESTAMP + this.guildsMade) % shard.total() != shard.number()) {
			this.guildsMade++;
		}
		Snowflake id = Snowflake.of((FIRST_NAMED_TIMESTAMP + this.guildsMade++) << 22);
		SimulatedGuild guild = new SimulatedGuild(id, name,
				new SimulatedGuild.Member(userId("owner"), "owner", false, null, false, true, null));
		this.namedGuilds.put(name, guild);
		this.guilds.put(timestamp(id), guild);
		made.accept(guild);
		return guild;
	}

	/** Adds things that were there all along. */
	void grow(SimulatedGuild guild, int members, int channels, int roles, int threads) {
		List<SimulatedGuild.Member> more = new ArrayList<>();
		for (int i = 0; i < members; i++) {
			String username = "member_" + guild.members().size() + "_" + i;
			more.add(
					new SimulatedGuild.Member(userId(guild.id() + username), username, false, null, false, true, null));
		}
		List<SimulatedGuild.Channel> places = new ArrayList<>();
		for (int i = 0; i < channels; i++) {
			Snowflake id = guild.nextId();
			places.add(new SimulatedGuild.Channel(id, "channel-" + id, SimulatedGuild.Channel.TEXT));
		}
		for (int i = 0; i < threads; i++) {
			places.add(thread(guild, guild.textChannels().get(0), "thread " + i));
		}
		guild.add(more, places);
		for (int i = 0; i < roles; i++) {
			Snowflake id = guild.nextId();
			guild.putRole(id, ObjectPayloads.role(id, "role " + id, 1));
		}
	}

	/** A public thread that is new. */
	static SimulatedGuild.Channel thread(SimulatedGuild guild, Snowflake channelId, String name) {
		String now = ObjectPayloads.timestamp(Instant.now());
		ObjectNode fields = ObjectPayloads.template("{}")
			.put("name", name)
			.put("parent_id", channelId.toString())
			.put("owner_id", guild.ownerId().toString());
		fields.putObject("thread_metadata")
			.put("archived", false)
			.put("archive_timestamp", now)
			.put("auto_archive_duration", 4320)
			.put("locked", false)
			.put("create_timestamp", now);
		return new SimulatedGuild.Channel(guild.nextId(), name, SimulatedGuild.Channel.PUBLIC_THREAD, fields);
	}

	synchronized void remove(SimulatedGuild guild) {
		if (this.namedGuilds.values().remove(guild)) {
			this.guilds.remove(timestamp(guild.id()));
			this.threads.values().removeIf(guild::equals);
		}
	}

	private static long timestamp(Snowflake id) {
		return id.value() >>> 22;
	}

	/** A guild of which a session or a test has heard. */
	@Nullable SimulatedGuild findGuild(Snowflake id) {
		SimulatedGuild guild = this.guilds.get(timestamp(id));
		return (guild != null && guild.id().equals(id)) ? guild : null;
	}

	/** All guilds of which a session or a test has heard, in the order of their ids. */
	List<SimulatedGuild> allGuilds() {
		return this.guilds.values().stream().sorted(Comparator.comparing(SimulatedGuild::id)).toList();
	}

	/** The guild of a channel or thread. */
	@Nullable SimulatedGuild guildOf(Snowflake channelId) {
		SimulatedGuild guild = this.guilds.get(timestamp(channelId));
		if (guild == null || guild.findChannel(channelId) == null) {
			guild = this.threads.get(channelId);
		}
		return (guild != null && guild.findChannel(channelId) != null) ? guild : null;
	}

	/** A thread that has the id of its message, so that its guild does not show in it. */
	void thread(Snowflake id, SimulatedGuild guild) {
		this.threads.put(id, guild);
	}

	/** Somebody who is a member of a guild, or was named by a test. */
	SimulatedGuild.@Nullable Member findUser(Snowflake id) {
		SimulatedGuild guild = this.guilds.get(timestamp(id));
		SimulatedGuild.Member member = (guild != null) ? guild.findMember(id.toString()) : null;
		if (member != null) {
			return member;
		}
		if (id.equals(BOT_ID)) {
			return SimulatedGuild.botMember();
		}
		synchronized (this) {
			for (Map.Entry<String, Snowflake> user : this.users.entrySet()) {
				if (user.getValue().equals(id)) {
					return new SimulatedGuild.Member(id, user.getKey(), false, null, false, true, null);
				}
			}
		}
		return null;
	}

	/** What is asked of the bot. */
	InteractionLog interactions() {
		return this.interactions;
	}

	/** Remembers what may be asked about later. */
	void note(OutgoingEvent event) {
		this.messages.note(event);
		this.interactions.note(event);
	}

	/** What was written, as events told of it. */
	MessageHistory messages() {
		return this.messages;
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
