package io.github.discordgateway.model.automoderation;

import io.github.discordgateway.model.IntValue;

/**
 * A word list of Discord's own.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object-keyword-preset-types">Discord's
 * documentation</a>
 */
public record AutoModerationKeywordPresetType(int value) implements IntValue {

	/** Words that are seen as swearing or cursing. */
	public static final AutoModerationKeywordPresetType PROFANITY = new AutoModerationKeywordPresetType(1);

	/** Words about sexual behaviour. */
	public static final AutoModerationKeywordPresetType SEXUAL_CONTENT = new AutoModerationKeywordPresetType(2);

	/** Insults and hate speech. */
	public static final AutoModerationKeywordPresetType SLURS = new AutoModerationKeywordPresetType(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
