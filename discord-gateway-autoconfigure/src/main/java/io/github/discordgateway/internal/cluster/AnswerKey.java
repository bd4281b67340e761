package io.github.discordgateway.internal.cluster;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventType;
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
