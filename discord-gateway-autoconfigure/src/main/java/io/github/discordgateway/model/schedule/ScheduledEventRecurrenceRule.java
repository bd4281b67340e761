package io.github.discordgateway.model.schedule;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * How a scheduled event is repeated, by a part of the rules of iCalendar.
 *
 * @param start when the repetition begins
 * @param end when the repetition ends; {@code null} when there is none
 * @param frequency the unit of the interval
 * @param interval how many units there are from one time to the next
 * @param byWeekday the weekdays on which it takes place; empty when absent
 * @param byNWeekday the weekdays of certain weeks of the month on which it takes place;
 * empty when absent
 * @param byMonth the months in which it takes place; empty when absent
 * @param byMonthDay the days of the month on which it takes place; empty when absent
 * @param byYearDay the days of the year on which it takes place, 1 to 364; empty when
 * absent
 * @param count how many times it takes place; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ScheduledEventRecurrenceRule(Instant start, @Nullable Instant end, RecurrenceRuleFrequency frequency,
		int interval, List<RecurrenceRuleWeekday> byWeekday,
		@JsonProperty("by_n_weekday") List<RecurrenceRuleNWeekday> byNWeekday, List<RecurrenceRuleMonth> byMonth,
		List<Integer> byMonthDay, List<Integer> byYearDay, @Nullable Integer count) {

	public ScheduledEventRecurrenceRule {
		byWeekday = RecordValues.listOrEmpty(byWeekday);
		byNWeekday = RecordValues.listOrEmpty(byNWeekday);
		byMonth = RecordValues.listOrEmpty(byMonth);
		byMonthDay = RecordValues.listOrEmpty(byMonthDay);
		byYearDay = RecordValues.listOrEmpty(byYearDay);
	}

}
