package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.Snowflake;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Registration of slash, user and message commands.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface CommandOperations {

	/**
	 * Returns the commands for all guilds.
	 * @param applicationId the bot's application
	 * @param withLocalizations whether to return the texts of all languages
	 * @return the commands
	 */
	@GetExchange("/applications/{applicationId}/commands")
	Flux<ApplicationCommand> listGlobal(@PathVariable Snowflake applicationId,
			@RequestParam("with_localizations") boolean withLocalizations);

	/**
	 * Replaces all commands for all guilds. Those of the same name keep their ids.
	 * @param applicationId the bot's application
	 * @param commands the commands, at most 100 slash commands, 15 for users, and 15 for
	 * messages
	 * @return the commands
	 */
	@PutExchange("/applications/{applicationId}/commands")
	Flux<ApplicationCommand> overwriteGlobal(@PathVariable Snowflake applicationId,
			@RequestBody List<CommandRequest> commands);

	/**
	 * Registers a command for all guilds, in place of one of the same name.
	 * @param applicationId the bot's application
	 * @param command the command
	 * @return the command
	 */
	@PostExchange("/applications/{applicationId}/commands")
	Mono<ApplicationCommand> createGlobal(@PathVariable Snowflake applicationId, @RequestBody CommandRequest command);

	/**
	 * Returns a command for all guilds.
	 * @param applicationId the bot's application
	 * @param commandId the command
	 * @return the command
	 */
	@GetExchange("/applications/{applicationId}/commands/{commandId}")
	Mono<ApplicationCommand> getGlobal(@PathVariable Snowflake applicationId, @PathVariable Snowflake commandId);

	/**
	 * Changes a command for all guilds.
	 * @param applicationId the bot's application
	 * @param commandId the command
	 * @param change what to change
	 * @return the command as it is now
	 */
	@PatchExchange("/applications/{applicationId}/commands/{commandId}")
	Mono<ApplicationCommand> editGlobal(@PathVariable Snowflake applicationId, @PathVariable Snowflake commandId,
			@RequestBody EditCommand change);

	/**
	 * Removes a command for all guilds.
	 * @param applicationId the bot's application
	 * @param commandId the command
	 * @return completes when it is done
	 */
	@DeleteExchange("/applications/{applicationId}/commands/{commandId}")
	Mono<Void> deleteGlobal(@PathVariable Snowflake applicationId, @PathVariable Snowflake commandId);

	/**
	 * Returns the commands for one guild.
	 * @param applicationId the bot's application
	 * @param guildId the guild
	 * @param withLocalizations whether to return the texts of all languages
	 * @return the commands
	 */
	@GetExchange("/applications/{applicationId}/guilds/{guildId}/commands")
	Flux<ApplicationCommand> listGuild(@PathVariable Snowflake applicationId, @PathVariable Snowflake guildId,
			@RequestParam("with_localizations") boolean withLocalizations);

	/**
	 * Replaces all commands for one guild. Those of the same name keep their ids.
	 * @param applicationId the bot's application
	 * @param guildId the guild
	 * @param commands the commands, at most 100 slash commands, 15 for users, and 15 for
	 * messages
	 * @return the commands
	 */
	@PutExchange("/applications/{applicationId}/guilds/{guildId}/commands")
	Flux<ApplicationCommand> overwriteGuild(@PathVariable Snowflake applicationId, @PathVariable Snowflake guildId,
			@RequestBody List<CommandRequest> commands);

	/**
	 * Registers a command for one guild, in place of one of the same name.
	 * @param applicationId the bot's application
	 * @param guildId the guild
	 * @param command the command
	 * @return the command
	 */
	@PostExchange("/applications/{applicationId}/guilds/{guildId}/commands")
	Mono<ApplicationCommand> createGuild(@PathVariable Snowflake applicationId, @PathVariable Snowflake guildId,
			@RequestBody CommandRequest command);

	/**
	 * Returns a command for one guild.
	 * @param applicationId the bot's application
	 * @param guildId the guild
	 * @param commandId the command
	 * @return the command
	 */
	@GetExchange("/applications/{applicationId}/guilds/{guildId}/commands/{commandId}")
	Mono<ApplicationCommand> getGuild(@PathVariable Snowflake applicationId, @PathVariable Snowflake guildId,
			@PathVariable Snowflake commandId);

	/**
	 * Changes a command for one guild.
	 * @param applicationId the bot's application
	 * @param guildId the guild
	 * @param commandId the command
	 * @param change what to change
	 * @return the command as it is now
	 */
	@PatchExchange("/applications/{applicationId}/guilds/{guildId}/commands/{commandId}")
	Mono<ApplicationCommand> editGuild(@PathVariable Snowflake applicationId, @PathVariable Snowflake guildId,
			@PathVariable Snowflake commandId, @RequestBody EditCommand change);

	/**
	 * Removes a command for one guild.
	 * @param applicationId the bot's application
	 * @param guildId the guild
	 * @param commandId the command
	 * @return completes when it is done
	 */
	@DeleteExchange("/applications/{applicationId}/guilds/{guildId}/commands/{commandId}")
	Mono<Void> deleteGuild(@PathVariable Snowflake applicationId, @PathVariable Snowflake guildId,
			@PathVariable Snowflake commandId);

}
