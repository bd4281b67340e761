package io.github.discordgateway.rest;

import java.time.Instant;
import java.util.Comparator;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.user.User;
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
import org.springframework.web.service.annotation.PutExchange;

/**
 * Messages, their reactions and pins.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface MessageOperations {

	/**
	 * Returns a message.
	 * @param channelId the channel
	 * @param messageId the message
	 * @return the message
	 */
	@GetExchange("/channels/{channelId}/messages/{messageId}")
	Mono<Message> get(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId);

	/**
	 * Returns messages, latest first.
	 * @param channelId the channel
	 * @param around an id in their middle; {@code null} for none
	 * @param before an id that all are older than; {@code null} for none
	 * @param after an id that all are younger than; {@code null} for none
	 * @param limit how many at most, 1 to 100; {@code null} for 50
	 * @return the messages
	 */
	@GetExchange("/channels/{channelId}/messages")
	Flux<Message> list(@PathVariable Snowflake channelId,
			@RequestParam(name = "around", required = false) @Nullable Snowflake around,
			@RequestParam(name = "before", required = false) @Nullable Snowflake before,
			@RequestParam(name = "after", required = false) @Nullable Snowflake after,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Sends a message.
	 * @param channelId the channel
	 * @param message the message
	 * @return the message as it was sent
	 */
	@PostExchange("/channels/{channelId}/messages")
	Mono<Message> create(@PathVariable Snowflake channelId, @RequestBody CreateMessage message);

	/**
	 * Changes a message of the bot.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param change what to change
	 * @return the message as it is now
	 */
	@PatchExchange("/channels/{channelId}/messages/{messageId}")
	Mono<Message> edit(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@RequestBody EditMessage change);

	/**
	 * Deletes a message.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{channelId}/messages/{messageId}")
	Mono<Void> delete(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@AuditLogReason @Nullable String reason);

	/**
	 * Deletes several messages that are younger than two weeks.
	 * @param channelId the channel
	 * @param messages the messages
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@PostExchange("/channels/{channelId}/messages/bulk-delete")
	Mono<Void> bulkDelete(@PathVariable Snowflake channelId, @RequestBody BulkDelete messages,
			@AuditLogReason @Nullable String reason);

	/**
	 * Publishes a message of an announcement channel to those who follow it.
	 * @param channelId the channel
	 * @param messageId the message
	 * @return the message
	 */
	@PostExchange("/channels/{channelId}/messages/{messageId}/crosspost")
	Mono<Message> crosspost(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId);

	/**
	 * Adds a reaction of the bot.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param emoji the emoji: itself, or name and id of a custom one as {@code name:id}
	 * @return completes when it is done
	 */
	@PutExchange("/channels/{channelId}/messages/{messageId}/reactions/{emoji}/@me")
	Mono<Void> react(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId, @PathVariable String emoji);

	/**
	 * Removes a reaction of the bot.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param emoji the emoji: itself, or name and id of a custom one as {@code name:id}
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{channelId}/messages/{messageId}/reactions/{emoji}/@me")
	Mono<Void> removeOwnReaction(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@PathVariable String emoji);

	/**
	 * Removes a reaction of a user.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param emoji the emoji: itself, or name and id of a custom one as {@code name:id}
	 * @param userId the user
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{channelId}/messages/{messageId}/reactions/{emoji}/{userId}")
	Mono<Void> removeReaction(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@PathVariable String emoji, @PathVariable Snowflake userId);

	/**
	 * Returns users who reacted with an emoji, ordered by their ids.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param emoji the emoji: itself, or name and id of a custom one as {@code name:id}
	 * @param after an id below those of all; {@code null} to begin
	 * @param limit how many at most, 1 to 100; {@code null} for 25
	 * @return the users
	 */
	@GetExchange("/channels/{channelId}/messages/{messageId}/reactions/{emoji}")
	Flux<User> listReactions(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@PathVariable String emoji, @RequestParam(name = "after", required = false) @Nullable Snowflake after,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Removes all reactions.
	 * @param channelId the channel
	 * @param messageId the message
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{channelId}/messages/{messageId}/reactions")
	Mono<Void> removeReactions(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId);

	/**
	 * Removes all reactions with an emoji.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param emoji the emoji: itself, or name and id of a custom one as {@code name:id}
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{channelId}/messages/{messageId}/reactions/{emoji}")
	Mono<Void> removeReactions(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@PathVariable String emoji);

	/**
	 * Returns messages that are pinned, those that were pinned last first.
	 * @param channelId the channel
	 * @param before a time before which all were pinned; {@code null} to begin
	 * @param limit how many at most, 1 to 50; {@code null} for 50
	 * @return the pins
	 */
	@GetExchange("/channels/{channelId}/messages/pins")
	Mono<PinnedMessages> listPins(@PathVariable Snowflake channelId,
			@RequestParam(name = "before", required = false) @Nullable Instant before,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Pins a message.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@PutExchange("/channels/{channelId}/messages/pins/{messageId}")
	Mono<Void> pin(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@AuditLogReason @Nullable String reason);

	/**
	 * Unpins a message.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{channelId}/messages/pins/{messageId}")
	Mono<Void> unpin(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@AuditLogReason @Nullable String reason);

	/**
	 * Returns all messages of a channel before one, latest first. Each hundred is asked
	 * for when the ones before are taken.
	 * @param channelId the channel
	 * @param before an id that all are older than; {@code null} for none
	 * @return the messages, as many as are asked for
	 */
	default Flux<Message> history(Snowflake channelId, @Nullable Snowflake before) {
		return Pages.of((from) -> list(channelId, null, (from != null) ? from : before, null, 100), Message::id, 100);
	}

	/**
	 * Returns all messages of a channel after one, oldest first.
	 * @param channelId the channel
	 * @param after an id that all are younger than
	 * @return the messages, as many as are asked for
	 */
	default Flux<Message> messagesAfter(Snowflake channelId, Snowflake after) {
		return Pages.of((from) -> list(channelId, null, null, (from != null) ? from : after, 100)
			.sort(Comparator.comparing(Message::id)), Message::id, 100);
	}

	/**
	 * Returns all users who reacted with an emoji, ordered by their ids.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param emoji the emoji: itself, or name and id of a custom one as {@code name:id}
	 * @return the users, as many as are asked for
	 */
	default Flux<User> reactions(Snowflake channelId, Snowflake messageId, String emoji) {
		return Pages.of((from) -> listReactions(channelId, messageId, emoji, from, 100), User::id, 100);
	}

	/**
	 * Returns all pins of a channel, latest first.
	 * @param channelId the channel
	 * @return the pins, as many as are asked for
	 */
	default Flux<PinnedMessages.Pin> pins(Snowflake channelId) {
		return listPins(channelId, null, 50)
			.expand((page) -> (page.hasMore() && !page.items().isEmpty())
					? listPins(channelId, page.items().get(page.items().size() - 1).pinnedAt(), 50) : Mono.empty())
			.concatMapIterable(PinnedMessages::items);
	}

}
