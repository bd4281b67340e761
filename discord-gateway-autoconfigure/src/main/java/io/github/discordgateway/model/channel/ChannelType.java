package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * Channel type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-channel-types">Discord's
 * documentation</a>
 */
public record ChannelType(int value) implements IntValue {

	/** Guild text. */
	public static final ChannelType GUILD_TEXT = new ChannelType(0);

	/** DM. */
	public static final ChannelType DM = new ChannelType(1);

	/** Guild voice. */
	public static final ChannelType GUILD_VOICE = new ChannelType(2);

	/** Group DM. */
	public static final ChannelType GROUP_DM = new ChannelType(3);

	/** Guild category. */
	public static final ChannelType GUILD_CATEGORY = new ChannelType(4);

	/** Guild announcement. */
	public static final ChannelType GUILD_ANNOUNCEMENT = new ChannelType(5);

	/** Announcement thread. */
	public static final ChannelType ANNOUNCEMENT_THREAD = new ChannelType(10);

	/** Public thread. */
	public static final ChannelType PUBLIC_THREAD = new ChannelType(11);

	/** Private thread. */
	public static final ChannelType PRIVATE_THREAD = new ChannelType(12);

	/** Guild stage voice. */
	public static final ChannelType GUILD_STAGE_VOICE = new ChannelType(13);

	/** Guild directory. */
	public static final ChannelType GUILD_DIRECTORY = new ChannelType(14);

	/** Guild forum. */
	public static final ChannelType GUILD_FORUM = new ChannelType(15);

	/** Guild media. */
	public static final ChannelType GUILD_MEDIA = new ChannelType(16);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
