/**
 * What processes that share a bot keep in Redis: who of them lives and runs which shard,
 * the sessions of all shards, and whose turn it is to identify. Each operation that must
 * be atomic is a script, a file under {@code META-INF/discord-gateway/redis}. It
 * implements what {@code cluster}, {@code session} and {@code identify} ask for, and
 * knows nothing of connections to Discord or of events.
 */
@NullMarked
package io.github.discordgateway.internal.redis;

import org.jspecify.annotations.NullMarked;
