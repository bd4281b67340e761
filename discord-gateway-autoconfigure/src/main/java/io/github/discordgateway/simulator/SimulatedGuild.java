package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A guild of the simulated world. In the beginning all of it follows from its id and the
 * world's seed, so that two runs meet the same guilds; what a test lets happen changes
 * it.
 */
public final class SimulatedGuild {

	private static final String[] FIRST = { "Amber", "Brave", "Calm", "Distant", "Early", "Frozen", "Gentle", "Hidden",
			"Iron", "Jolly", "Keen", "Lunar", "Misty", "Noble", "Odd", "Polar" };

	private static final String[] SECOND = { "Otters", "Pilots", "Quarry", "Rangers", "Sailors", "Tinkers", "Uplands",
			"Voyagers", "Weavers", "Anglers", "Bakers", "Climbers", "Dunes", "Embers", "Foxes", "Gardens" };

	private static final int CATEGORY = 1;

	private static final int FIRST_TEXT_CHANNEL = 2;

	private static final int TEXT_CHANNELS = 3;

	private static final int VOICE_CHANNEL = 8;

	private static final int MODERATOR_ROLE = 10;

	private static final int BOT_ROLE = 11;

	private static final int EMOJI = 20;

	private static final int SOUND = 30;

	private static final int FIRST_MEMBER = 1000;

	/** Far from members, since a direct message's channel counts with users. */
	private static final int FIRST_MADE = 1 << 21;

	private final Snowflake id;

	private final String name;

	private final Snowflake ownerId;

	private final Set<Snowflake> departed = new HashSet<>();

	private volatile List<Member> members;

	private volatile List<Channel> channels;

	private volatile boolean unavailable;

	private volatile Map<Snowflake, ObjectNode> roles = Map.of();

	private volatile ObjectNode fields = ObjectPayloads.template("{}");

	private final Map<Snowflake, ObjectNode> memberFields = new ConcurrentHashMap<>();

	private final GuildRecords records = new GuildRecords();

	private int made;

	SimulatedGuild(Snowflake id, long seed, int humans) {
		this.id = id;
		this.channels = defaultChannels();
		Random random = new Random(seed ^ (id.value() >>> 22));
		this.name = pick(FIRST, random) + " " + pick(SECOND, random);
		List<Member> all = new ArrayList<>(humans + 1);
		all.add(botMember());
		for (int i = 0; i < humans; i++) {
			String username = (pick(FIRST, random) + "_" + i).toLowerCase(Locale.ROOT);
			String nick = (random.nextInt(5) == 0) ? pick(SECOND, random) : null;
			all.add(new Member(within(FIRST_MEMBER + i), username, false, nick, random.nextInt(10) == 0,
					random.nextInt(2) == 0, (random.nextInt(12) == 0) ? voiceChannel() : null));
		}
		this.members = List.copyOf(all);
		this.ownerId = all.get(all.size() - 1).userId();
	}

	/** A guild of the bot and one more, its owner. */
	SimulatedGuild(Snowflake id, String name, Member owner) {
		this.id = id;
		this.name = name;
		this.channels = defaultChannels();
		this.members = List.of(botMember(), owner);
		this.ownerId = owner.userId();
	}

	static Member botMember() {
		return new Member(SimulatedWorld.BOT_ID, "simulated-bot", true, null, true, true, null);
	}

	private List<Channel> defaultChannels() {
		List<Channel> defaults = new ArrayList<>();
		defaults.add(new Channel(within(CATEGORY), "Lounge", Channel.CATEGORY));
		for (int i = 0; i < TEXT_CHANNELS; i++) {
			defaults
				.add(new Channel(within(FIRST_TEXT_CHANNEL + i), (i == 0) ? "general" : "topic-" + i, Channel.TEXT));
		}
		defaults.add(new Channel(within(VOICE_CHANNEL), "Voice", Channel.VOICE));
		return List.copyOf(defaults);
	}

	private static String pick(String[] words, Random random) {
		return words[random.nextInt(words.length)];
	}

	/**
	 * An id of something that belongs to this guild: the same time stamp, another count.
	 */
	private Snowflake within(int offset) {
		return Snowflake.of(this.id.value() + offset);
	}

	/**
	 * The guild's id, which is also the id of its {@code @everyone} role.
	 * @return the id
	 */
	public Snowflake id() {
		return this.id;
	}

	/**
	 * The guild's name at this moment.
	 * @return two words, unless the guild was given another name
	 */
	public String name() {
		return this.fields.path("name").asString(this.name);
	}

	/**
	 * The members at this moment, the bot first.
	 * @return an unmodifiable list
	 */
	public List<Member> members() {
		return this.members;
	}

	/**
	 * The text channels.
	 * @return their ids
	 */
	public List<Snowflake> textChannels() {
		return this.channels.stream().filter(Channel::isText).map(Channel::id).toList();
	}

	/**
	 * The first voice channel.
	 * @return its id
	 */
	public Snowflake voiceChannel() {
		return within(VOICE_CHANNEL);
	}

	/** Channels of all kinds and threads. */
	List<Channel> channels() {
		return this.channels;
	}

	@Nullable Channel findChannel(String channelName, boolean voice) {
		for (Channel channel : this.channels) {
			if (channel.name().equals(channelName) && (voice ? channel.isVoice() : channel.isText())) {
				return channel;
			}
		}
		return null;
	}

	@Nullable Channel findChannel(Snowflake channelId) {
		for (Channel channel : this.channels) {
			if (channel.id().equals(channelId)) {
				return channel;
			}
		}
		return null;
	}

	/** Puts a channel in the place of the one with the same id, or adds it. */
	synchronized void putChannel(Channel channel) {
		List<Channel> all = new ArrayList<>(this.channels);
		Channel known = findChannel(channel.id());
		if (known != null) {
			all.set(all.indexOf(known), channel);
		}
		else {
			all.add(channel);
		}
		this.channels = List.copyOf(all);
	}

	synchronized void removeChannel(Snowflake channelId) {
		this.channels = this.channels.stream().filter((channel) -> !channel.id().equals(channelId)).toList();
	}

	/** A new id from which the guild can be told. */
	synchronized Snowflake nextId() {
		return within(FIRST_MADE + this.made++);
	}

	/** What was changed of the guild itself. */
	ObjectNode fields() {
		return this.fields;
	}

	synchronized void change(ObjectNode changes) {
		ObjectNode changed = this.fields.deepCopy();
		changed.setAll(changes);
		this.fields = changed;
	}

	/** What was changed of a member, beside what {@link Member} holds. */
	ObjectNode memberFields(Snowflake userId) {
		return this.memberFields.getOrDefault(userId, ObjectPayloads.NOTHING);
	}

	synchronized void changeMember(Snowflake userId, ObjectNode changes) {
		ObjectNode changed = memberFields(userId).deepCopy();
		changed.setAll(changes);
		this.memberFields.put(userId, changed);
	}

	/** The roles by their ids, {@code @everyone} first. */
	Map<Snowflake, ObjectNode> roles() {
		if (this.roles.isEmpty()) {
			synchronized (this) {
				if (this.roles.isEmpty()) {
					this.roles = ObjectPayloads.defaultRoles(this);
				}
			}
		}
		return this.roles;
	}

	synchronized void putRole(Snowflake roleId, ObjectNode role) {
		Map<Snowflake, ObjectNode> all = new LinkedHashMap<>(roles());
		all.put(roleId, role);
		this.roles = all;
	}

	synchronized void removeRole(Snowflake roleId) {
		Map<Snowflake, ObjectNode> all = new LinkedHashMap<>(roles());
		all.remove(roleId);
		this.roles = all;
	}

	/** What is asked for by REST only. */
	GuildRecords records() {
		return this.records;
	}

	/** Whether it is in an outage. */
	boolean isUnavailable() {
		return this.unavailable;
	}

	void setUnavailable(boolean unavailable) {
		this.unavailable = unavailable;
	}

	Snowflake ownerId() {
		return this.ownerId;
	}

	/**
	 * Puts a member in the place of the one with the same user, or adds it.
	 */
	synchronized void putMember(Member member) {
		List<Member> all = new ArrayList<>(this.members);
		Member known = findMember(member.userId().toString());
		if (known != null) {
			all.set(all.indexOf(known), member);
		}
		else {
			all.add(member);
		}
		this.members = List.copyOf(all);
		this.departed.remove(member.userId());
	}

	/** Adds members and channels that are not there yet. */
	synchronized void add(List<Member> moreMembers, List<Channel> moreChannels) {
		List<Member> allMembers = new ArrayList<>(this.members);
		allMembers.addAll(moreMembers);
		this.members = List.copyOf(allMembers);
		List<Channel> allChannels = new ArrayList<>(this.channels);
		allChannels.addAll(moreChannels);
		this.channels = List.copyOf(allChannels);
	}

	synchronized void removeMember(Snowflake userId) {
		this.members = this.members.stream().filter((member) -> !member.userId().equals(userId)).toList();
		this.departed.add(userId);
		this.memberFields.remove(userId);
	}

	/** Whether a user was a member, and is no longer. */
	synchronized boolean hasLeft(Snowflake userId) {
		return this.departed.contains(userId);
	}

	Member bot() {
		return this.members.get(0);
	}

	/** A member that is not the bot; the bot when there is nobody else. */
	Member human(Random random) {
		List<Member> all = this.members;
		int humans = all.size() - 1;
		return (humans > 0) ? all.get(1 + random.nextInt(humans)) : all.get(0);
	}

	@Nullable Member findMember(String userId) {
		for (Member member : this.members) {
			if (member.userId().toString().equals(userId)) {
				return member;
			}
		}
		return null;
	}

	Snowflake category() {
		return within(CATEGORY);
	}

	Snowflake moderatorRole() {
		return within(MODERATOR_ROLE);
	}

	Snowflake botRole() {
		return within(BOT_ROLE);
	}

	Snowflake emoji() {
		return within(EMOJI);
	}

	Snowflake sound() {
		return within(SOUND);
	}

	/** For example {@code Misty Foxes (302289125...)}. */
	@Override
	public String toString() {
		return name() + " (" + this.id + ")";
	}

	/**
	 * A member of a guild.
	 *
	 * @param userId the user's id
	 * @param username the user's name, in lower case
	 * @param bot whether it is the bot
	 * @param nick the nickname; {@code null} for none
	 * @param moderator whether the member has the moderators' role
	 * @param online whether the member is online
	 * @param voiceChannel the voice channel that the member is in; {@code null} for none
	 */
	public record Member(Snowflake userId, String username, boolean bot, @Nullable String nick, boolean moderator,
			boolean online, @Nullable Snowflake voiceChannel) {

		/**
		 * Whether the member is in a voice channel.
		 * @return whether there is one
		 */
		public boolean inVoice() {
			return this.voiceChannel != null;
		}

		Member withVoiceChannel(@Nullable Snowflake channel) {
			return new Member(this.userId, this.username, this.bot, this.nick, this.moderator, this.online, channel);
		}

	}

	/**
	 * A channel, a category or a thread.
	 *
	 * @param id its id
	 * @param name its name
	 * @param type Discord's number of its type
	 * @param fields what differs from a new channel of this type
	 */
	record Channel(Snowflake id, String name, int type, ObjectNode fields) {

		static final int TEXT = 0;

		static final int VOICE = 2;

		static final int CATEGORY = 4;

		static final int ANNOUNCEMENT = 5;

		static final int ANNOUNCEMENT_THREAD = 10;

		static final int PUBLIC_THREAD = 11;

		static final int PRIVATE_THREAD = 12;

		static final int STAGE = 13;

		static final int FORUM = 15;

		static final int MEDIA = 16;

		Channel(Snowflake id, String name, int type) {
			this(id, name, type, ObjectPayloads.NOTHING);
		}

		boolean isText() {
			return this.type == TEXT || this.type == ANNOUNCEMENT;
		}

		boolean isVoice() {
			return this.type == VOICE || this.type == STAGE;
		}

		boolean isThread() {
			return this.type >= ANNOUNCEMENT_THREAD && this.type <= PRIVATE_THREAD;
		}

		boolean isForum() {
			return this.type == FORUM || this.type == MEDIA;
		}

		Channel with(ObjectNode changes) {
			ObjectNode changed = this.fields.deepCopy();
			changed.setAll(changes);
			return new Channel(this.id, changes.path("name").asString(this.name), changes.path("type").asInt(this.type),
					changed);
		}

	}

}
