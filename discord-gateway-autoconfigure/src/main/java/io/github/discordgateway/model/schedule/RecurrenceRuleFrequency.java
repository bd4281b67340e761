package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * The unit in which a scheduled event is repeated.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-frequency">Discord's
 * documentation</a>
 */
public record RecurrenceRuleFrequency(int value) implements IntValue {

	/** Years. */
	public static final RecurrenceRuleFrequency YEARLY = new RecurrenceRuleFrequency(0);

	/** Months. */
	public static final RecurrenceRuleFrequency MONTHLY = new RecurrenceRuleFrequency(1);

	/** Weeks. */
	public static final RecurrenceRuleFrequency WEEKLY = new RecurrenceRuleFrequency(2);

	/** Days. */
	public static final RecurrenceRuleFrequency DAILY = new RecurrenceRuleFrequency(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
