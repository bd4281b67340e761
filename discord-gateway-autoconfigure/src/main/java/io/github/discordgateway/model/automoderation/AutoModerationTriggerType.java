package io.github.discordgateway.model.automoderation;

import io.github.discordgateway.model.IntValue;

/**
 * What a rule of auto moderation looks for.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object-trigger-types">Discord's
 * documentation</a>
 */
public record AutoModerationTriggerType(int value) implements IntValue {

	/** Words that the guild has listed; up to six rules in a guild. */
	public static final AutoModerationTriggerType KEYWORD = new AutoModerationTriggerType(1);

	/** What Discord takes for spam; up to one rule in a guild. */
	public static final AutoModerationTriggerType SPAM = new AutoModerationTriggerType(3);

	/** Words of Discord's own lists; up to one rule in a guild. */
	public static final AutoModerationTriggerType KEYWORD_PRESET = new AutoModerationTriggerType(4);

	/** More mentions in a message than allowed; up to one rule in a guild. */
	public static final AutoModerationTriggerType MENTION_SPAM = new AutoModerationTriggerType(5);

	/**
	 * Words in a member's profile that the guild has listed; up to one rule in a guild.
	 */
	public static final AutoModerationTriggerType MEMBER_PROFILE = new AutoModerationTriggerType(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
