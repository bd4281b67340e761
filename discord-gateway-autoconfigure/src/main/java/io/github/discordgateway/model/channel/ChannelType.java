package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * The kind of a channel or thread.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-channel-types">Discord's
 * documentation</a>
 */
public record ChannelType(int value) implements IntValue {

	/** A text channel of a guild. */
	public static final ChannelType GUILD_TEXT = new ChannelType(0);

	/** Direct messages between two users. */
	public static final ChannelType DM = new ChannelType(1);

	/** A voice channel of a guild. */
	public static final ChannelType GUILD_VOICE = new ChannelType(2);

	/** Direct messages between several users. */
	public static final ChannelType GROUP_DM = new ChannelType(3);

	/** A category of a guild, which holds up to 50 channels. */
	public static final ChannelType GUILD_CATEGORY = new ChannelType(4);

	/** A channel that users can follow and crosspost from, once named news channel. */
	public static final ChannelType GUILD_ANNOUNCEMENT = new ChannelType(5);

	/** A thread in an announcement channel. */
	public static final ChannelType ANNOUNCEMENT_THREAD = new ChannelType(10);

	/**
	 * A thread in a text, forum or media channel that all can see who see the channel.
	 */
	public static final ChannelType PUBLIC_THREAD = new ChannelType(11);

	/**
	 * A thread in a text channel that only those invited and moderators of threads can
	 * see.
	 */
	public static final ChannelType PRIVATE_THREAD = new ChannelType(12);

	/** A voice channel for speakers with an audience. */
	public static final ChannelType GUILD_STAGE_VOICE = new ChannelType(13);

	/** The channel of a student hub that lists its guilds. */
	public static final ChannelType GUILD_DIRECTORY = new ChannelType(14);

	/** A channel that can only contain threads. */
	public static final ChannelType GUILD_FORUM = new ChannelType(15);

	/** A channel that can only contain threads, made for pictures and videos. */
	public static final ChannelType GUILD_MEDIA = new ChannelType(16);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
