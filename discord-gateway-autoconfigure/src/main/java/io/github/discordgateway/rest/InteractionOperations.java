package io.github.discordgateway.rest;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Answers to interactions. They are not bound by the limit for all requests of a bot.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface InteractionOperations {

	/**
	 * Answers an interaction, within 3 seconds and once.
	 * @param interactionId the interaction
	 * @param token the interaction's token, which is good for 15 minutes
	 * @param response the answer
	 * @return completes when it is done
	 */
	@PostExchange("/interactions/{interactionId}/{token}/callback")
	Mono<Void> respond(@PathVariable Snowflake interactionId, @PathVariable String token,
			@RequestBody InteractionResponse response);

	/**
	 * Answers an interaction, within 3 seconds and once, and returns what was made.
	 * @param interactionId the interaction
	 * @param token the interaction's token, which is good for 15 minutes
	 * @param response the answer
	 * @return what was made
	 */
	@PostExchange("/interactions/{interactionId}/{token}/callback?with_response=true")
	Mono<InteractionCallbackResult> respondAndReturn(@PathVariable Snowflake interactionId, @PathVariable String token,
			@RequestBody InteractionResponse response);

	/**
	 * Returns the first answer.
	 * @param applicationId the bot's application
	 * @param token the interaction's token, which is good for 15 minutes
	 * @return the message
	 */
	@GetExchange("/webhooks/{applicationId}/{token}/messages/@original")
	Mono<Message> getOriginal(@PathVariable Snowflake applicationId, @PathVariable String token);

	/**
	 * Changes the first answer; or gives it, when it was deferred.
	 * @param applicationId the bot's application
	 * @param token the interaction's token, which is good for 15 minutes
	 * @param change what to change
	 * @return the message as it is now
	 */
	@PatchExchange("/webhooks/{applicationId}/{token}/messages/@original")
	Mono<Message> editOriginal(@PathVariable Snowflake applicationId, @PathVariable String token,
			@RequestBody EditMessage change);

	/**
	 * Deletes the first answer.
	 * @param applicationId the bot's application
	 * @param token the interaction's token, which is good for 15 minutes
	 * @return completes when it is done
	 */
	@DeleteExchange("/webhooks/{applicationId}/{token}/messages/@original")
	Mono<Void> deleteOriginal(@PathVariable Snowflake applicationId, @PathVariable String token);

	/**
	 * Sends another answer.
	 * @param applicationId the bot's application
	 * @param token the interaction's token, which is good for 15 minutes
	 * @param message the message
	 * @return the message
	 */
	@PostExchange("/webhooks/{applicationId}/{token}?wait=true")
	Mono<Message> followUp(@PathVariable Snowflake applicationId, @PathVariable String token,
			@RequestBody InteractionMessage message);

	/**
	 * Returns another answer.
	 * @param applicationId the bot's application
	 * @param token the interaction's token, which is good for 15 minutes
	 * @param messageId the message
	 * @return the message
	 */
	@GetExchange("/webhooks/{applicationId}/{token}/messages/{messageId}")
	Mono<Message> getFollowUp(@PathVariable Snowflake applicationId, @PathVariable String token,
			@PathVariable Snowflake messageId);

	/**
	 * Changes another answer.
	 * @param applicationId the bot's application
	 * @param token the interaction's token, which is good for 15 minutes
	 * @param messageId the message
	 * @param change what to change
	 * @return the message as it is now
	 */
	@PatchExchange("/webhooks/{applicationId}/{token}/messages/{messageId}")
	Mono<Message> editFollowUp(@PathVariable Snowflake applicationId, @PathVariable String token,
			@PathVariable Snowflake messageId, @RequestBody EditMessage change);

	/**
	 * Deletes another answer.
	 * @param applicationId the bot's application
	 * @param token the interaction's token, which is good for 15 minutes
	 * @param messageId the message
	 * @return completes when it is done
	 */
	@DeleteExchange("/webhooks/{applicationId}/{token}/messages/{messageId}")
	Mono<Void> deleteFollowUp(@PathVariable Snowflake applicationId, @PathVariable String token,
			@PathVariable Snowflake messageId);

}
