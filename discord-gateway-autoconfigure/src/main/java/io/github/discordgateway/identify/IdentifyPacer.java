package io.github.discordgateway.identify;

import io.github.discordgateway.ShardId;
import reactor.core.publisher.Mono;

/**
 * Lets the shards of a token identify one after the other, at the pace that Discord
 * allows. Shards are divided into buckets by {@code shard_id % max_concurrency}. A bucket
 * has at most one permit out, and rests for a while from the moment that its IDENTIFY was
 * written. What a day allows is no concern of a pacer's, but of a
 * {@link BudgetedIdentifyQueue}. Replace it by a bean of your own when several processes
 * share one token.
 *
 * <p>
 * An implementation measures on a monotonic clock, does not block the thread that calls
 * or subscribes, and signals an error when it cannot tell whose turn it is; the shard
 * then asks again.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#rate-limiting">Rate
 * limiting</a>
 */
public interface IdentifyPacer {

	/**
	 * Waits for the turn of a shard. Those that wait for the same bucket come by shard
	 * id. Cancelling the wait costs nothing, and takes back a permit that was granted but
	 * has not arrived.
	 * @param shard who wants to identify
	 * @return emits one permit when it is the shard's turn
	 */
	Mono<IdentifyPermit> acquire(ShardId shard);

	/**
	 * Divides the shards anew. The pauses of IDENTIFYs that were sent before are not
	 * shortened.
	 * @param maxConcurrency the number of buckets, at least 1
	 */
	void setMaxConcurrency(int maxConcurrency);

	/**
	 * Takes in fresh figures from Discord. A pacer that several processes share tells
	 * them to the others, and grants no more than what is left over all of them; by
	 * default only the number of buckets is of interest.
	 * @param limit the figures of {@code GET /gateway/bot}
	 */
	default void update(SessionStartLimit limit) {
		setMaxConcurrency(limit.maxConcurrency());
	}

}
