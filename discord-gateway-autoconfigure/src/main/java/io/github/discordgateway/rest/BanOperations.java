package io.github.discordgateway.rest;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Bans of guilds.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface BanOperations {

	/**
	 * Returns the ban of a user.
	 * @param guildId the guild
	 * @param userId the user
	 * @return the ban
	 */
	@GetExchange("/guilds/{guildId}/bans/{userId}")
	Mono<Ban> get(@PathVariable Snowflake guildId, @PathVariable Snowflake userId);

	/**
	 * Returns bans, ordered by the ids of the users.
	 * @param guildId the guild
	 * @param limit how many at most, 1 to 1000; {@code null} for 1000
	 * @param before an id above those of all; {@code null} for none
	 * @param after an id below those of all; {@code null} to begin
	 * @return the bans
	 */
	@GetExchange("/guilds/{guildId}/bans")
	Flux<Ban> list(@PathVariable Snowflake guildId,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit,
			@RequestParam(name = "before", required = false) @Nullable Snowflake before,
			@RequestParam(name = "after", required = false) @Nullable Snowflake after);

	/**
	 * Bans a user, who is removed if a member.
	 * @param guildId the guild
	 * @param userId the user
	 * @param ban how
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@PutExchange("/guilds/{guildId}/bans/{userId}")
	Mono<Void> create(@PathVariable Snowflake guildId, @PathVariable Snowflake userId, @RequestBody CreateBan ban,
			@AuditLogReason @Nullable String reason);

	/**
	 * Lets a user come back.
	 * @param guildId the guild
	 * @param userId the user
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/guilds/{guildId}/bans/{userId}")
	Mono<Void> delete(@PathVariable Snowflake guildId, @PathVariable Snowflake userId,
			@AuditLogReason @Nullable String reason);

	/**
	 * Bans several users.
	 * @param guildId the guild
	 * @param bans the users
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return who was banned
	 */
	@PostExchange("/guilds/{guildId}/bulk-ban")
	Mono<BulkBanResult> bulkCreate(@PathVariable Snowflake guildId, @RequestBody BulkBan bans,
			@AuditLogReason @Nullable String reason);

	/**
	 * Bans a user, and deletes no message.
	 * @param guildId the guild
	 * @param userId the user
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	default Mono<Void> create(Snowflake guildId, Snowflake userId, @Nullable String reason) {
		return create(guildId, userId, new CreateBan(null), reason);
	}

	/**
	 * Returns all bans of a guild, ordered by the ids of the users.
	 * @param guildId the guild
	 * @return the bans, as many as are asked for
	 */
	default Flux<Ban> all(Snowflake guildId) {
		return Pages.of((from) -> list(guildId, 1000, null, from), (ban) -> ban.user().id(), 1000);
	}

}
