package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.auditlog.AuditLogChange;
import io.github.discordgateway.model.auditlog.AuditLogEntryOptions;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.automoderation.AutoModerationRule;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.integration.Integration;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a guild's audit log, latest first, and what they name.
 *
 * @param auditLogEntries the entries
 * @param users the users
 * @param webhooks the webhooks
 * @param integrations the integrations, with few of their fields
 * @param threads the threads
 * @param applicationCommands the commands
 * @param autoModerationRules the rules of AutoMod
 * @param guildScheduledEvents the scheduled events
 * @see <a href=
 * "https://discord.com/developers/docs/resources/audit-log#audit-log-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record AuditLog(List<Entry> auditLogEntries, List<User> users, List<Webhook> webhooks,
		List<Integration> integrations, List<Channel> threads, List<ApplicationCommand> applicationCommands,
		List<AutoModerationRule> autoModerationRules, List<ScheduledEvent> guildScheduledEvents) {

	public AuditLog {
		auditLogEntries = RecordValues.listOrEmpty(auditLogEntries);
		users = RecordValues.listOrEmpty(users);
		webhooks = RecordValues.listOrEmpty(webhooks);
		integrations = RecordValues.listOrEmpty(integrations);
		threads = RecordValues.listOrEmpty(threads);
		applicationCommands = RecordValues.listOrEmpty(applicationCommands);
		autoModerationRules = RecordValues.listOrEmpty(autoModerationRules);
		guildScheduledEvents = RecordValues.listOrEmpty(guildScheduledEvents);
	}

	/**
	 * An entry.
	 *
	 * @param id id of the entry
	 * @param actionType what was done
	 * @param userId id of the user or bot who did it; {@code null} when there is none
	 * @param targetId id of what it was done to, mostly a snowflake; {@code null} when
	 * there is none
	 * @param changes what has changed of it
	 * @param options further details of some actions; {@code null} when absent
	 * @param reason why it was done; {@code null} when absent
	 */
	@DiscordJson
	public record Entry(Snowflake id, AuditLogEvent actionType, @Nullable Snowflake userId, @Nullable String targetId,
			List<AuditLogChange> changes, @Nullable AuditLogEntryOptions options, @Nullable String reason) {

		public Entry {
			changes = RecordValues.listOrEmpty(changes);
		}

	}

}
