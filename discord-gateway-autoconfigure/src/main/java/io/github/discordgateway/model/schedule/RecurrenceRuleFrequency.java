package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * Recurrence rule frequency.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-frequency">Discord's
 * documentation</a>
 */
public record RecurrenceRuleFrequency(int value) implements IntValue {

	/** Yearly. */
	public static final RecurrenceRuleFrequency YEARLY = new RecurrenceRuleFrequency(0);

	/** Monthly. */
	public static final RecurrenceRuleFrequency MONTHLY = new RecurrenceRuleFrequency(1);

	/** Weekly. */
	public static final RecurrenceRuleFrequency WEEKLY = new RecurrenceRuleFrequency(2);

	/** Daily. */
	public static final RecurrenceRuleFrequency DAILY = new RecurrenceRuleFrequency(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
