package io.github.discordgateway.event;

import java.time.Instant;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the listeners, with how it came.
 *
 * @param shard the shard that received it
 * @param sessionId the session of the shard, which is not for everybody's eyes: with the
 * token it can be resumed; {@code null} when the server named none. When the event came
 * through a relay, a fingerprint of it
 * @param sequence its number in the session; 0 when the server gave none
 * @param name Discord's name of the event, which may be one that is not known
 * @param receivedAt when it was received
 * @param replayed whether it was missed and sent again after a resume
 * @param event the decoded event; {@code null} when there is no record for it or only raw
 * listeners want it
 * @param raw the event as it was sent; {@code null} when no listener wants it raw
 * @param guildId the guild in which it happened; {@code null} outside of guilds
 * @param channelId the channel in which it happened; {@code null} when unknown
 */
public record EventEnvelope(ShardId shard, @Nullable String sessionId, long sequence, String name, Instant receivedAt,
		boolean replayed, @Nullable GatewayEvent event, @Nullable RawEvent raw, @Nullable Snowflake guildId,
		@Nullable Snowflake channelId) {

	/** Where the event came from and what it is called; never its body. */
	@Override
	public String toString() {
		return this.name + " " + this.sequence + " of shard " + this.shard;
	}

}
