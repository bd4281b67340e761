package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.Flags;

/**
 * What else is known of a channel or thread.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-channel-flags">Discord's
 * documentation</a>
 */
public record ChannelFlags(long bits) implements Flags<ChannelFlags> {

	/** The channel is left out of the guild's feed. Not documented by Discord. */
	public static final ChannelFlags GUILD_FEED_REMOVED = new ChannelFlags(1L << 0);

	/** The thread is pinned to the top of its forum or media channel. */
	public static final ChannelFlags PINNED = new ChannelFlags(1L << 1);

	/**
	 * The channel is left out of the list of active channels. Not documented by Discord.
	 */
	public static final ChannelFlags ACTIVE_CHANNELS_REMOVED = new ChannelFlags(1L << 2);

	/** A new thread of this forum or media channel needs a tag. */
	public static final ChannelFlags REQUIRE_TAG = new ChannelFlags(1L << 4);

	/** The direct message channel is held to be spam. Not documented by Discord. */
	public static final ChannelFlags IS_SPAM = new ChannelFlags(1L << 5);

	/**
	 * The channel is listed as a resource in the server guide. Not documented by Discord.
	 */
	public static final ChannelFlags IS_GUILD_RESOURCE_CHANNEL = new ChannelFlags(1L << 7);

	/**
	 * The thread was made by Discord's former chat bot Clyde. Not documented by Discord.
	 */
	public static final ChannelFlags CLYDE_AI = new ChannelFlags(1L << 8);

	/** Discord will delete the channel. Not documented by Discord. */
	public static final ChannelFlags IS_SCHEDULED_FOR_DELETION = new ChannelFlags(1L << 9);

	/** The media channel offers no downloads of what is embedded. */
	public static final ChannelFlags HIDE_MEDIA_DOWNLOAD_OPTIONS = new ChannelFlags(1L << 15);

	/** Users see the content of the channel only after they have agreed to it. */
	public static final ChannelFlags IS_SPOILER_CHANNEL = new ChannelFlags(1L << 21);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
