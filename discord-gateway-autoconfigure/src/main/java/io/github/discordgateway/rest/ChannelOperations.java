package io.github.discordgateway.rest;

import java.time.Instant;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
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
 * Channels, their permissions and invites, direct messages and threads.
 *
 * <p>
 * Each fails with a {@link DiscordApiException} when Discord refuses it.
 */
public interface ChannelOperations {

	/**
	 * Returns a channel or thread.
	 * @param channelId the channel
	 * @return the channel
	 */
	@GetExchange("/channels/{channelId}")
	Mono<Channel> get(@PathVariable Snowflake channelId);

	/**
	 * Returns the channels of a guild, without threads.
	 * @param guildId the guild
	 * @return the channels
	 */
	@GetExchange("/guilds/{guildId}/channels")
	Flux<Channel> list(@PathVariable Snowflake guildId);

	/**
	 * Makes a channel.
	 * @param guildId the guild
	 * @param channel the channel
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the channel
	 */
	@PostExchange("/guilds/{guildId}/channels")
	Mono<Channel> create(@PathVariable Snowflake guildId, @RequestBody CreateChannel channel,
			@AuditLogReason @Nullable String reason);

	/**
	 * Changes a channel of a guild.
	 * @param channelId the channel
	 * @param change what to change
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the channel as it is now
	 */
	@PatchExchange("/channels/{channelId}")
	Mono<Channel> edit(@PathVariable Snowflake channelId, @RequestBody EditChannel change,
			@AuditLogReason @Nullable String reason);

	/**
	 * Changes a thread.
	 * @param threadId the thread
	 * @param change what to change
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the thread as it is now
	 */
	@PatchExchange("/channels/{threadId}")
	Mono<Channel> editThread(@PathVariable Snowflake threadId, @RequestBody EditThread change,
			@AuditLogReason @Nullable String reason);

	/**
	 * Deletes a channel or thread for ever, or closes a direct message.
	 * @param channelId the channel
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the channel as it was
	 */
	@DeleteExchange("/channels/{channelId}")
	Mono<Channel> delete(@PathVariable Snowflake channelId, @AuditLogReason @Nullable String reason);

	/**
	 * Sets what a role or member may do in a channel.
	 * @param channelId the channel
	 * @param overwriteId the role or user
	 * @param overwrite what is allowed and forbidden
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@PutExchange("/channels/{channelId}/permissions/{overwriteId}")
	Mono<Void> editPermissions(@PathVariable Snowflake channelId, @PathVariable Snowflake overwriteId,
			@RequestBody PermissionOverwriteRequest overwrite, @AuditLogReason @Nullable String reason);

	/**
	 * Lets a role or member do again what the guild says.
	 * @param channelId the channel
	 * @param overwriteId the role or user
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{channelId}/permissions/{overwriteId}")
	Mono<Void> deletePermissions(@PathVariable Snowflake channelId, @PathVariable Snowflake overwriteId,
			@AuditLogReason @Nullable String reason);

	/**
	 * Returns the invites to a channel.
	 * @param channelId the channel
	 * @return the invites
	 */
	@GetExchange("/channels/{channelId}/invites")
	Flux<Invite> listInvites(@PathVariable Snowflake channelId);

	/**
	 * Makes an invite to a channel.
	 * @param channelId the channel
	 * @param invite the invite
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the invite
	 */
	@PostExchange("/channels/{channelId}/invites")
	Mono<Invite> createInvite(@PathVariable Snowflake channelId, @RequestBody CreateInvite invite,
			@AuditLogReason @Nullable String reason);

	/**
	 * Shows the bot as typing for 10 seconds, or until it sends a message.
	 * @param channelId the channel
	 * @return completes when it is done
	 */
	@PostExchange("/channels/{channelId}/typing")
	Mono<Void> typing(@PathVariable Snowflake channelId);

	/**
	 * Opens the channel of direct messages with a user, or returns it.
	 * @param recipient the user
	 * @return the channel
	 */
	@PostExchange("/users/@me/channels")
	Mono<Channel> createDirectMessage(@RequestBody CreateDirectMessage recipient);

	/**
	 * Starts a thread from a message.
	 * @param channelId the channel
	 * @param messageId the message
	 * @param thread the thread
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the thread
	 */
	@PostExchange("/channels/{channelId}/messages/{messageId}/threads")
	Mono<Channel> startThread(@PathVariable Snowflake channelId, @PathVariable Snowflake messageId,
			@RequestBody StartThread thread, @AuditLogReason @Nullable String reason);

	/**
	 * Starts a thread without a message.
	 * @param channelId the channel
	 * @param thread the thread
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the thread
	 */
	@PostExchange("/channels/{channelId}/threads")
	Mono<Channel> createThread(@PathVariable Snowflake channelId, @RequestBody CreateThread thread,
			@AuditLogReason @Nullable String reason);

	/**
	 * Posts in a forum or media channel.
	 * @param channelId the channel
	 * @param post the post
	 * @param reason why, for the audit log; {@code null} for no reason
	 * @return the thread of the post
	 */
	@PostExchange("/channels/{channelId}/threads")
	Mono<Channel> createForumPost(@PathVariable Snowflake channelId, @RequestBody CreateForumPost post,
			@AuditLogReason @Nullable String reason);

	/**
	 * Joins a thread.
	 * @param threadId the thread
	 * @return completes when it is done
	 */
	@PutExchange("/channels/{threadId}/thread-members/@me")
	Mono<Void> joinThread(@PathVariable Snowflake threadId);

	/**
	 * Leaves a thread.
	 * @param threadId the thread
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{threadId}/thread-members/@me")
	Mono<Void> leaveThread(@PathVariable Snowflake threadId);

	/**
	 * Adds a member to a thread.
	 * @param threadId the thread
	 * @param userId the user
	 * @return completes when it is done
	 */
	@PutExchange("/channels/{threadId}/thread-members/{userId}")
	Mono<Void> addThreadMember(@PathVariable Snowflake threadId, @PathVariable Snowflake userId);

	/**
	 * Removes a member from a thread.
	 * @param threadId the thread
	 * @param userId the user
	 * @return completes when it is done
	 */
	@DeleteExchange("/channels/{threadId}/thread-members/{userId}")
	Mono<Void> removeThreadMember(@PathVariable Snowflake threadId, @PathVariable Snowflake userId);

	/**
	 * Returns the threads of a guild that are not archived.
	 * @param guildId the guild
	 * @return the threads
	 */
	@GetExchange("/guilds/{guildId}/threads/active")
	Mono<ThreadList> listActiveThreads(@PathVariable Snowflake guildId);

	/**
	 * Returns public threads of a channel that are archived, those that were archived
	 * last first.
	 * @param channelId the channel
	 * @param before a time before which all were archived; {@code null} to begin
	 * @param limit how many at most, 2 to 100; {@code null} for 50
	 * @return the threads
	 */
	@GetExchange("/channels/{channelId}/threads/archived/public")
	Mono<ThreadList> listPublicArchivedThreads(@PathVariable Snowflake channelId,
			@RequestParam(name = "before", required = false) @Nullable Instant before,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Returns private threads of a channel that are archived, those that were archived
	 * last first.
	 * @param channelId the channel
	 * @param before a time before which all were archived; {@code null} to begin
	 * @param limit how many at most, 2 to 100; {@code null} for 50
	 * @return the threads
	 */
	@GetExchange("/channels/{channelId}/threads/archived/private")
	Mono<ThreadList> listPrivateArchivedThreads(@PathVariable Snowflake channelId,
			@RequestParam(name = "before", required = false) @Nullable Instant before,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Returns private threads of a channel that are archived and that the bot has joined,
	 * ordered by their ids, youngest first.
	 * @param channelId the channel
	 * @param before an id that all are older than; {@code null} to begin
	 * @param limit how many at most, 2 to 100; {@code null} for 50
	 * @return the threads
	 */
	@GetExchange("/channels/{channelId}/users/@me/threads/archived/private")
	Mono<ThreadList> listJoinedPrivateArchivedThreads(@PathVariable Snowflake channelId,
			@RequestParam(name = "before", required = false) @Nullable Snowflake before,
			@RequestParam(name = "limit", required = false) @Nullable Integer limit);

	/**
	 * Opens the channel of direct messages with a user, or returns it.
	 * @param userId the user
	 * @return the channel
	 */
	default Mono<Channel> directMessage(Snowflake userId) {
		return createDirectMessage(new CreateDirectMessage(userId));
	}

	/**
	 * Returns all public threads of a channel that are archived, those that were archived
	 * last first.
	 * @param channelId the channel
	 * @return the threads, as many as are asked for
	 */
	default Flux<Channel> archivedThreads(Snowflake channelId) {
		return listPublicArchivedThreads(channelId, null, 100)
			.expand((page) -> Mono.justOrEmpty(page.nextBefore())
				.flatMap((before) -> listPublicArchivedThreads(channelId, before, 100)))
			.concatMapIterable(ThreadList::threads);
	}

}
