package io.github.discordgateway.model.voice;

import io.github.discordgateway.model.IntValue;

/**
 * Who sees an open stage.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/stage-instance#stage-instance-object-privacy-level">Discord's
 * documentation</a>
 */
public record StageInstancePrivacyLevel(int value) implements IntValue {

	/** Everyone, deprecated. */
	public static final StageInstancePrivacyLevel PUBLIC = new StageInstancePrivacyLevel(1);

	/** Members of the guild. */
	public static final StageInstancePrivacyLevel GUILD_ONLY = new StageInstancePrivacyLevel(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
