package io.github.discordgateway.rest;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Members of guilds.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface MemberOperations {

	/**
	 * Returns a member.
	 * @param guildId the guild
	 * @param userId the user
	 * @return the member
	 */
	@GetExchange("/guilds/{guildId}/members/{userId}")
	Mono<Member> get(@PathVariable Snowflake guildId, @PathVariable Snowflake userId);

	/**
	 * Returns members, ordered by their ids. The bot needs the intent GUILD_MEMBERS.
	 * @param guildId the guild
	 * @param limit how many at most, 1 to 1000; {@code null} for 1
	 * @param after an id below those of all; {@code null} to begin
	 * @return the members
	 */
	@GetExchange("/guilds/{guildId}/members")
	Flux<Member> list(@PathVariable Snowflake guildId,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit,
			@RequestParam(name = "after", required = false) @Nullable Snowflake after);

	/**
	 * Returns members whose name or nickname begins with a text.
	 * @param guildId the guild
	 * @param query the text, 1 to 100 characters
	 * @param limit how many at most, 1 to 1000; {@code null} for 1
	 * @return the members
	 */
	@GetExchange("/guilds/{guildId}/members/search")
	Flux<Member> search(@PathVariable Snowflake guildId, @RequestParam("query") String query,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Changes a member: nickname, roles, voice, time-out.
	 * @param guildId the guild
	 * @param userId the user
	 * @param change what to change
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the member as it is now
	 */
	@PatchExchange("/guilds/{guildId}/members/{userId}")
	Mono<Member> edit(@PathVariable Snowflake guildId, @PathVariable Snowflake userId, @RequestBody EditMember change,
			@AuditLogReason @Nullable String reason);

	/**
	 * Removes a member, who may come back.
	 * @param guildId the guild
	 * @param userId the user
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/guilds/{guildId}/members/{userId}")
	Mono<Void> kick(@PathVariable Snowflake guildId, @PathVariable Snowflake userId,
			@AuditLogReason @Nullable String reason);

	/**
	 * Gives a role to a member.
	 * @param guildId the guild
	 * @param userId the user
	 * @param roleId the role
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@PutExchange("/guilds/{guildId}/members/{userId}/roles/{roleId}")
	Mono<Void> addRole(@PathVariable Snowflake guildId, @PathVariable Snowflake userId, @PathVariable Snowflake roleId,
			@AuditLogReason @Nullable String reason);

	/**
	 * Takes a role from a member.
	 * @param guildId the guild
	 * @param userId the user
	 * @param roleId the role
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/guilds/{guildId}/members/{userId}/roles/{roleId}")
	Mono<Void> removeRole(@PathVariable Snowflake guildId, @PathVariable Snowflake userId,
			@PathVariable Snowflake roleId, @AuditLogReason @Nullable String reason);

	/**
	 * Returns all members of a guild, ordered by their ids. The bot needs the intent
	 * GUILD_MEMBERS.
	 * @param guildId the guild
	 * @return the members, as many as are asked for
	 */
	default Flux<Member> all(Snowflake guildId) {
		return Pages.of((from) -> list(guildId, 1000, from),
				(member) -> (member.user() != null) ? member.user().id() : null, 1000);
	}

}
