package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A guild of the simulated world. All of it follows from its id and the world's seed, so
 * that two runs meet the same guilds.
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

	private final Snowflake id;

	private final String name;

	private final List<Member> members;

	SimulatedGuild(Snowflake id, long seed, int humans) {
		this.id = id;
		Random random = new Random(seed ^ (id.value() >>> 22));
		this.name = pick(FIRST, random) + " " + pick(SECOND, random);
		List<Member> all = new ArrayList<>(humans + 1);
		all.add(new Member(SimulatedWorld.BOT_ID, "simulated-bot", true, null, true, true, false));
		for (int i = 0; i < humans; i++) {
			String username = (pick(FIRST, random) + "_" + i).toLowerCase(Locale.ROOT);
			String nick = (random.nextInt(5) == 0) ? pick(SECOND, random) : null;
			all.add(new Member(within(FIRST_MEMBER + i), username, false, nick, random.nextInt(10) == 0,
					random.nextInt(2) == 0, random.nextInt(12) == 0));
		}
		this.members = List.copyOf(all);
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
	 * The members, the bot first.
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
		List<Snowflake> channels = new ArrayList<>(TEXT_CHANNELS);
		for (int i = 0; i < TEXT_CHANNELS; i++) {
			channels.add(within(FIRST_TEXT_CHANNEL + i));
		}
		return channels;
	}

	/**
	 * The voice channel.
	 * @return its id
	 */
	public Snowflake voiceChannel() {
		return within(VOICE_CHANNEL);
	}

	Member bot() {
		return this.members.get(0);
	}

	/** A member that is not the bot; the bot when there is nobody else. */
	Member human(Random random) {
		int humans = this.members.size() - 1;
		return (humans > 0) ? this.members.get(1 + random.nextInt(humans)) : bot();
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
	 * @param inVoice whether the member is in the voice channel
	 */
	public record Member(Snowflake userId, String username, boolean bot, @Nullable String nick, boolean moderator,
			boolean online, boolean inVoice) {
	}

}
