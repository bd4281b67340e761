/**
 * Permits to identify: Discord allows one IDENTIFY each five seconds for each of a bot's
 * {@code max_concurrency} buckets, and a number of them a day. A queue hands the permits
 * out, which a pacer paces; one queue serves all shards of a token. It knows shard ids
 * and the history of starts, and nothing of connections.
 *
 * <p>
 * A {@link io.github.discordgateway.identify.SessionStartLimit SessionStartLimit} is what
 * Discord says of the day's identifies when it is asked. A queue counts on from there,
 * and tells by an {@link io.github.discordgateway.identify.IdentifyBudget IdentifyBudget}
 * what is left at the moment, and who waits.
 */
@NullMarked
package io.github.discordgateway.identify;

import org.jspecify.annotations.NullMarked;
