package io.github.discordgateway.rest;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.PartialGuild;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;

/**
 * Users, and the bot as one.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface UserOperations {

	/**
	 * Returns the bot.
	 * @return the user
	 */
	@GetExchange("/users/@me")
	Mono<User> me();

	/**
	 * Returns a user.
	 * @param userId the user
	 * @return the user
	 */
	@GetExchange("/users/{userId}")
	Mono<User> get(@PathVariable Snowflake userId);

	/**
	 * Returns guilds of the bot, with few of their fields, ordered by their ids.
	 * @param before an id above those of all; {@code null} for none
	 * @param after an id below those of all; {@code null} to begin
	 * @param limit how many at most, 1 to 200; {@code null} for 200
	 * @param withCounts whether to count their members
	 * @return the guilds
	 */
	@GetExchange("/users/@me/guilds")
	Flux<PartialGuild> listGuilds(@RequestParam(name = "before", required = false) @Nullable Snowflake before,
			@RequestParam(name = "after", required = false) @Nullable Snowflake after,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit,
			@RequestParam("with_counts") boolean withCounts);

	/**
	 * Leaves a guild.
	 * @param guildId the guild
	 * @return completes when it is done
	 */
	@DeleteExchange("/users/@me/guilds/{guildId}")
	Mono<Void> leaveGuild(@PathVariable Snowflake guildId);

	/**
	 * Returns all guilds of the bot, with few of their fields, ordered by their ids.
	 * @return the guilds, as many as are asked for
	 */
	default Flux<PartialGuild> guilds() {
		return Pages.of((from) -> listGuilds(null, from, 200, false), PartialGuild::id, 200);
	}

}
