package io.github.discordgateway.rest;

import io.github.discordgateway.model.application.Application;
import reactor.core.publisher.Mono;

import org.springframework.web.service.annotation.GetExchange;

/**
 * The bot's application.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface ApplicationOperations {

	/**
	 * Returns the application.
	 * @return the application
	 */
	@GetExchange("/applications/@me")
	Mono<Application> me();

}
