package io.github.discordgateway.rest;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Webhooks.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface WebhookOperations {

	/**
	 * Makes a webhook.
	 * @param channelId the channel
	 * @param webhook the webhook
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the webhook, with its token
	 */
	@PostExchange("/channels/{channelId}/webhooks")
	Mono<Webhook> create(@PathVariable Snowflake channelId, @RequestBody CreateWebhook webhook,
			@AuditLogReason @Nullable String reason);

	/**
	 * Returns the webhooks of a channel.
	 * @param channelId the channel
	 * @return the webhooks
	 */
	@GetExchange("/channels/{channelId}/webhooks")
	Flux<Webhook> list(@PathVariable Snowflake channelId);

	/**
	 * Returns a webhook.
	 * @param webhookId the webhook
	 * @return the webhook
	 */
	@GetExchange("/webhooks/{webhookId}")
	Mono<Webhook> get(@PathVariable Snowflake webhookId);

	/**
	 * Changes a webhook.
	 * @param webhookId the webhook
	 * @param change what to change
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the webhook as it is now
	 */
	@PatchExchange("/webhooks/{webhookId}")
	Mono<Webhook> edit(@PathVariable Snowflake webhookId, @RequestBody EditWebhook change,
			@AuditLogReason @Nullable String reason);

	/**
	 * Deletes a webhook.
	 * @param webhookId the webhook
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/webhooks/{webhookId}")
	Mono<Void> delete(@PathVariable Snowflake webhookId, @AuditLogReason @Nullable String reason);

	/**
	 * Sends a message by a webhook.
	 * @param webhookId the webhook
	 * @param token the webhook's token
	 * @param threadId the thread of the webhook's channel; {@code null} for the channel
	 * itself
	 * @param message the message
	 * @return the message
	 */
	@PostExchange("/webhooks/{webhookId}/{token}?wait=true&with_components=true")
	Mono<Message> execute(@PathVariable Snowflake webhookId, @PathVariable String token,
			@RequestParam(name = "thread_id", required = false) @Nullable Snowflake threadId,
			@RequestBody ExecuteWebhook message);

	/**
	 * Changes a message of a webhook.
	 * @param webhookId the webhook
	 * @param token the webhook's token
	 * @param messageId the message
	 * @param threadId the thread of the webhook's channel; {@code null} for the channel
	 * itself
	 * @param change what to change
	 * @return the message as it is now
	 */
	@PatchExchange("/webhooks/{webhookId}/{token}/messages/{messageId}?with_components=true")
	Mono<Message> editMessage(@PathVariable Snowflake webhookId, @PathVariable String token,
			@PathVariable Snowflake messageId,
			@RequestParam(name = "thread_id", required = false) @Nullable Snowflake threadId,
			@RequestBody EditMessage change);

	/**
	 * Deletes a message of a webhook.
	 * @param webhookId the webhook
	 * @param token the webhook's token
	 * @param messageId the message
	 * @param threadId the thread of the webhook's channel; {@code null} for the channel
	 * itself
	 * @return completes when it is done
	 */
	@DeleteExchange("/webhooks/{webhookId}/{token}/messages/{messageId}")
	Mono<Void> deleteMessage(@PathVariable Snowflake webhookId, @PathVariable String token,
			@PathVariable Snowflake messageId,
			@RequestParam(name = "thread_id", required = false) @Nullable Snowflake threadId);

}
