package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Role;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Roles of guilds.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface RoleOperations {

	/**
	 * Returns the roles of a guild.
	 * @param guildId the guild
	 * @return the roles
	 */
	@GetExchange("/guilds/{guildId}/roles")
	Flux<Role> list(@PathVariable Snowflake guildId);

	/**
	 * Returns a role.
	 * @param guildId the guild
	 * @param roleId the role
	 * @return the role
	 */
	@GetExchange("/guilds/{guildId}/roles/{roleId}")
	Mono<Role> get(@PathVariable Snowflake guildId, @PathVariable Snowflake roleId);

	/**
	 * Makes a role.
	 * @param guildId the guild
	 * @param role the role
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the role
	 */
	@PostExchange("/guilds/{guildId}/roles")
	Mono<Role> create(@PathVariable Snowflake guildId, @RequestBody CreateRole role,
			@AuditLogReason @Nullable String reason);

	/**
	 * Changes the order of roles.
	 * @param guildId the guild
	 * @param positions where roles are
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return all roles of the guild
	 */
	@PatchExchange("/guilds/{guildId}/roles")
	Flux<Role> move(@PathVariable Snowflake guildId, @RequestBody List<RolePosition> positions,
			@AuditLogReason @Nullable String reason);

	/**
	 * Changes a role.
	 * @param guildId the guild
	 * @param roleId the role
	 * @param change what to change
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the role as it is now
	 */
	@PatchExchange("/guilds/{guildId}/roles/{roleId}")
	Mono<Role> edit(@PathVariable Snowflake guildId, @PathVariable Snowflake roleId, @RequestBody EditRole change,
			@AuditLogReason @Nullable String reason);

	/**
	 * Deletes a role.
	 * @param guildId the guild
	 * @param roleId the role
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/guilds/{guildId}/roles/{roleId}")
	Mono<Void> delete(@PathVariable Snowflake guildId, @PathVariable Snowflake roleId,
			@AuditLogReason @Nullable String reason);

}
