package io.github.discordgateway.cluster;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * By what an answer is known.
 *
 * @param type the event
 * @param guildId the guild that was asked about
 * @param nonce what the request was marked with, if it can be
 */
record AnswerKey(EventType type, Snowflake guildId, @Nullable String nonce) {

}
