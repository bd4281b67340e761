package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * A weekday on which a scheduled event is repeated, counted from 0 for Monday.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-weekday">Discord's
 * documentation</a>
 */
public record RecurrenceRuleWeekday(int value) implements IntValue {

	/** Monday. */
	public static final RecurrenceRuleWeekday MONDAY = new RecurrenceRuleWeekday(0);

	/** Tuesday. */
	public static final RecurrenceRuleWeekday TUESDAY = new RecurrenceRuleWeekday(1);

	/** Wednesday. */
	public static final RecurrenceRuleWeekday WEDNESDAY = new RecurrenceRuleWeekday(2);

	/** Thursday. */
	public static final RecurrenceRuleWeekday THURSDAY = new RecurrenceRuleWeekday(3);

	/** Friday. */
	public static final RecurrenceRuleWeekday FRIDAY = new RecurrenceRuleWeekday(4);

	/** Saturday. */
	public static final RecurrenceRuleWeekday SATURDAY = new RecurrenceRuleWeekday(5);

	/** Sunday. */
	public static final RecurrenceRuleWeekday SUNDAY = new RecurrenceRuleWeekday(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
