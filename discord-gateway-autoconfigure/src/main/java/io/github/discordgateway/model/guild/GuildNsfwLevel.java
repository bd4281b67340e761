package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * For which age a guild is.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-guild-nsfw-level">Discord's
 * documentation</a>
 */
public record GuildNsfwLevel(int value) implements IntValue {

	/** Not rated yet. */
	public static final GuildNsfwLevel DEFAULT = new GuildNsfwLevel(0);

	/** For adults, with explicit content. */
	public static final GuildNsfwLevel EXPLICIT = new GuildNsfwLevel(1);

	/** For all ages. */
	public static final GuildNsfwLevel SAFE = new GuildNsfwLevel(2);

	/** For adults. */
	public static final GuildNsfwLevel AGE_RESTRICTED = new GuildNsfwLevel(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
