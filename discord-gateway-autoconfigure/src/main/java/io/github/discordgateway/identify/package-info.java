/**
 * Permits to identify: Discord allows one IDENTIFY each five seconds for each of a bot's
 * {@code max_concurrency} buckets, and a number of them a day. A queue hands the permits
 * out, which a pacer paces; one queue serves all shards of a token. It knows shard ids
 * and the history of starts, and nothing of connections.
 */
@NullMarked
package io.github.discordgateway.identify;

import org.jspecify.annotations.NullMarked;
