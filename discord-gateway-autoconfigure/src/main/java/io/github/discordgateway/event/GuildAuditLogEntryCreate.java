package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.auditlog.AuditLogChange;
import io.github.discordgateway.model.auditlog.AuditLogEntryOptions;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something was written to the audit log of a guild. The bot needs the permission
 * VIEW_AUDIT_LOG.
 *
 * @param targetId id of what it was done to, mostly a snowflake; {@code null} when there
 * is none
 * @param changes what has changed of it; empty when absent
 * @param userId id of the user or bot who did it; {@code null} when there is none
 * @param id id of the entry
 * @param actionType what was done
 * @param options further details of some actions; {@code null} when absent
 * @param reason why it was done, 1 to 512 characters; {@code null} when absent
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-audit-log-entry-create">Discord's
 * documentation</a>
 */
public record GuildAuditLogEntryCreate(@Nullable String targetId, List<AuditLogChange> changes,
		@Nullable Snowflake userId, Snowflake id, AuditLogEvent actionType, @Nullable AuditLogEntryOptions options,
		@Nullable String reason, Snowflake guildId) implements GatewayEvent {

	public GuildAuditLogEntryCreate {
		changes = RecordValues.listOrEmpty(changes);
	}

}
