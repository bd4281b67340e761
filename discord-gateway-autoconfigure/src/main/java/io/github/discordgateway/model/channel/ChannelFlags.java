package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.Flags;

/**
 * Channel flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-channel-flags">Discord's
 * documentation</a>
 */
public record ChannelFlags(long bits) implements Flags<ChannelFlags> {

	/** Guild feed removed. Not documented by Discord. */
	public static final ChannelFlags GUILD_FEED_REMOVED = new ChannelFlags(1L << 0);

	/** Pinned. */
	public static final ChannelFlags PINNED = new ChannelFlags(1L << 1);

	/** Active channels removed. Not documented by Discord. */
	public static final ChannelFlags ACTIVE_CHANNELS_REMOVED = new ChannelFlags(1L << 2);

	/** Require tag. */
	public static final ChannelFlags REQUIRE_TAG = new ChannelFlags(1L << 4);

	/** Is spam. Not documented by Discord. */
	public static final ChannelFlags IS_SPAM = new ChannelFlags(1L << 5);

	/** Is guild resource channel. Not documented by Discord. */
	public static final ChannelFlags IS_GUILD_RESOURCE_CHANNEL = new ChannelFlags(1L << 7);

	/** Clyde ai. Not documented by Discord. */
	public static final ChannelFlags CLYDE_AI = new ChannelFlags(1L << 8);

	/** Is scheduled for deletion. Not documented by Discord. */
	public static final ChannelFlags IS_SCHEDULED_FOR_DELETION = new ChannelFlags(1L << 9);

	/** Hide media download options. */
	public static final ChannelFlags HIDE_MEDIA_DOWNLOAD_OPTIONS = new ChannelFlags(1L << 15);

	/** Is spoiler channel. */
	public static final ChannelFlags IS_SPOILER_CHANNEL = new ChannelFlags(1L << 21);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
