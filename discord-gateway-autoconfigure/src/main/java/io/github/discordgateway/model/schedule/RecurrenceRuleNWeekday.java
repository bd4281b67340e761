package io.github.discordgateway.model.schedule;

import io.github.discordgateway.DiscordJson;

/**
 * A weekday in a certain week of the month.
 *
 * @param n the week of the month, 1 to 5
 * @param day the weekday
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-nweekday-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record RecurrenceRuleNWeekday(int n, RecurrenceRuleWeekday day) {

}
