package io.github.discordgateway.model.auditlog;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the audit log tells beside the changes. Which of it is there depends
 * on the action; Discord sends numbers in it as text.
 *
 * @param applicationId id of the application whose command permissions were changed;
 * {@code null} when absent
 * @param autoModerationRuleName name of the auto moderation rule that fired; {@code null}
 * when absent
 * @param autoModerationRuleTriggerType number of the rule's trigger type, as text;
 * {@code null} when absent
 * @param channelId id of the channel in which it happened; {@code null} when absent
 * @param count number of the things that it happened to, as text; {@code null} when
 * absent
 * @param deleteMemberDays after how many days of absence members were pruned, as text;
 * {@code null} when absent
 * @param id id of the role or member whose overwrite was changed; {@code null} when
 * absent
 * @param membersRemoved number of the members that were pruned, as text; {@code null}
 * when absent
 * @param messageId id of the message that it happened to; {@code null} when absent
 * @param roleName name of the role whose overwrite was changed; only when the type is 0;
 * otherwise {@code null}
 * @param type whether the overwrite is a role's, {@code 0}, or a member's, {@code 1}, as
 * text; {@code null} when absent
 * @param integrationType kind of the integration that added or removed the member or
 * role; {@code null} when absent
 * @param status the new status of the voice channel; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object-optional-audit-entry-info">Discord's
 * documentation</a>
 */
@DiscordJson
public record AuditLogEntryOptions(@Nullable Snowflake applicationId, @Nullable String autoModerationRuleName,
		@Nullable String autoModerationRuleTriggerType, @Nullable Snowflake channelId, @Nullable String count,
		@Nullable String deleteMemberDays, @Nullable Snowflake id, @Nullable String membersRemoved,
		@Nullable Snowflake messageId, @Nullable String roleName, @Nullable String type,
		@Nullable String integrationType, @Nullable String status) {

}
