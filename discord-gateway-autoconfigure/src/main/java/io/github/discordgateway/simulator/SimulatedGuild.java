package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

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

	private static final int FIRST_MADE_CHANNEL = 100;

	private final Snowflake id;

	private final String name;

	private final Snowflake ownerId;

	private final Set<Snowflake> departed = new HashSet<>();

	private volatile List<Member> members;

	private volatile List<Channel> channels;

	private volatile boolean unavailable;

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

	private static Member botMember() {
		return new Member(SimulatedWorld.BOT_ID, "simulated-bot", true, null, true, true, null);
	}

	private List<Channel> defaultChannels() {
		List<Channel> defaults = new ArrayList<>();
		for (int i = 0; i < TEXT_CHANNELS; i++) {
			defaults.add(new Channel(within(FIRST_TEXT_CHANNEL + i), (i == 0) ? "general" : "topic-" + i, false));
		}
		defaults.add(new Channel(within(VOICE_CHANNEL), "Voice", true));
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
	 * The guild's name.
	 * @return two words
	 */
	public String name() {
		return this.name;
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
		return this.channels.stream().filter((channel) -> !channel.voice()).map(Channel::id).toList();
	}

	/**
	 * The first voice channel.
	 * @return its id
	 */
	public Snowflake voiceChannel() {
		return within(VOICE_CHANNEL);
	}

	/** Text channels and voice channels. */
	List<Channel> channels() {
		return this.channels;
	}

	@Nullable Channel findChannel(String channelName, boolean voice) {
		for (Channel channel : this.channels) {
			if (channel.name().equals(channelName) && channel.voice() == voice) {
				return channel;
			}
		}
		return null;
	}

	synchronized Channel addChannel(String channelName, boolean voice) {
		List<Channel> all = new ArrayList<>(this.channels);
		Channel added = new Channel(within(FIRST_MADE_CHANNEL + all.size()), channelName, voice);
		all.add(added);
		this.channels = List.copyOf(all);
		return added;
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

	synchronized void removeMember(Snowflake userId) {
		this.members = this.members.stream().filter((member) -> !member.userId().equals(userId)).toList();
		this.departed.add(userId);
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
		return this.name + " (" + this.id + ")";
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
	 * A channel that one can be in.
	 *
	 * @param id its id
	 * @param name its name
	 * @param voice whether it is for talking and not for writing
	 */
	record Channel(Snowflake id, String name, boolean voice) {
	}

}
