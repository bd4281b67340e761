package io.github.discordgateway.rest;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.PartialGuild;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;

/**
 * Guilds and their audit logs.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface GuildOperations {

	/**
	 * Returns a guild.
	 * @param guildId the guild
	 * @param withCounts whether to count its members
	 * @return the guild
	 */
	@GetExchange("/guilds/{guildId}")
	Mono<PartialGuild> get(@PathVariable Snowflake guildId, @RequestParam("with_counts") boolean withCounts);

	/**
	 * Changes a guild.
	 * @param guildId the guild
	 * @param change what to change
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the guild as it is now
	 */
	@PatchExchange("/guilds/{guildId}")
	Mono<PartialGuild> edit(@PathVariable Snowflake guildId, @RequestBody EditGuild change,
			@AuditLogReason @Nullable String reason);

	/**
	 * Returns entries of the audit log, latest first.
	 * @param guildId the guild
	 * @param userId who did it; {@code null} for anybody
	 * @param targetId id of what it was done to; {@code null} for anything
	 * @param actionType what was done; {@code null} for anything
	 * @param before an id that all are older than; {@code null} to begin
	 * @param after an id that all are younger than, oldest first; {@code null} for none
	 * @param limit how many at most, 1 to 100; {@code null} for 50
	 * @return the entries, and what they name
	 */
	@GetExchange("/guilds/{guildId}/audit-logs")
	Mono<AuditLog> listAuditLog(@PathVariable Snowflake guildId,
			@RequestParam(name = "user_id", required = false) @Nullable Snowflake userId,
			@RequestParam(name = "target_id", required = false) @Nullable Snowflake targetId,
			@RequestParam(name = "action_type", required = false) @Nullable AuditLogEvent actionType,
			@RequestParam(name = "before", required = false) @Nullable Snowflake before,
			@RequestParam(name = "after", required = false) @Nullable Snowflake after,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Returns all entries of the audit log, latest first.
	 * @param guildId the guild
	 * @param actionType what was done; {@code null} for anything
	 * @return the entries, as many as are asked for
	 */
	default Flux<AuditLog.Entry> auditLog(Snowflake guildId, @Nullable AuditLogEvent actionType) {
		return Pages.of((from) -> listAuditLog(guildId, null, null, actionType, from, null, 100)
			.flatMapIterable(AuditLog::auditLogEntries), AuditLog.Entry::id, 100);
	}

}
