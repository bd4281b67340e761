package io.github.discordgateway.model.schedule;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.model.OrEmpty;
import org.jspecify.annotations.Nullable;

/**
 * Repetition, a subset of iCalendar.
 *
 * @param start interval start
 * @param end interval end; {@code null} when there is none
 * @param frequency unit
 * @param interval every n units
 * @param byWeekday weekdays; empty when absent
 * @param byNWeekday nth weekdays; empty when absent
 * @param byMonth how many months; empty when absent
 * @param byMonthDay days of month; empty when absent
 * @param byYearDay days of year; empty when absent
 * @param count occurrences before stopping; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-structure">Discord's
 * documentation</a>
 */
public record ScheduledEventRecurrenceRule(Instant start, @Nullable Instant end, RecurrenceRuleFrequency frequency,
		int interval, List<RecurrenceRuleWeekday> byWeekday,
		@JsonProperty("by_n_weekday") List<RecurrenceRuleNWeekday> byNWeekday, List<RecurrenceRuleMonth> byMonth,
		List<Integer> byMonthDay, List<Integer> byYearDay, @Nullable Integer count) {

	public ScheduledEventRecurrenceRule {
		byWeekday = OrEmpty.list(byWeekday);
		byNWeekday = OrEmpty.list(byNWeekday);
		byMonth = OrEmpty.list(byMonth);
		byMonthDay = OrEmpty.list(byMonthDay);
		byYearDay = OrEmpty.list(byYearDay);
	}

}
