package io.github.discordgateway.model.schedule;

/**
 * Nth weekday.
 *
 * @param n week 1..5
 * @param day weekday
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-nweekday-structure">Discord's
 * documentation</a>
 */
public record RecurrenceRuleNWeekday(int n, RecurrenceRuleWeekday day) {

}
