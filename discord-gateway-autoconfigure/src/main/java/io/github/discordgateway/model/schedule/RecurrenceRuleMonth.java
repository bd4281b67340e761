package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * A month in which a scheduled event is repeated, counted from 1.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-month">Discord's
 * documentation</a>
 */
public record RecurrenceRuleMonth(int value) implements IntValue {

	/** January. */
	public static final RecurrenceRuleMonth JANUARY = new RecurrenceRuleMonth(1);

	/** February. */
	public static final RecurrenceRuleMonth FEBRUARY = new RecurrenceRuleMonth(2);

	/** March. */
	public static final RecurrenceRuleMonth MARCH = new RecurrenceRuleMonth(3);

	/** April. */
	public static final RecurrenceRuleMonth APRIL = new RecurrenceRuleMonth(4);

	/** May. */
	public static final RecurrenceRuleMonth MAY = new RecurrenceRuleMonth(5);

	/** June. */
	public static final RecurrenceRuleMonth JUNE = new RecurrenceRuleMonth(6);

	/** July. */
	public static final RecurrenceRuleMonth JULY = new RecurrenceRuleMonth(7);

	/** August. */
	public static final RecurrenceRuleMonth AUGUST = new RecurrenceRuleMonth(8);

	/** September. */
	public static final RecurrenceRuleMonth SEPTEMBER = new RecurrenceRuleMonth(9);

	/** October. */
	public static final RecurrenceRuleMonth OCTOBER = new RecurrenceRuleMonth(10);

	/** November. */
	public static final RecurrenceRuleMonth NOVEMBER = new RecurrenceRuleMonth(11);

	/** December. */
	public static final RecurrenceRuleMonth DECEMBER = new RecurrenceRuleMonth(12);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
