package io.github.discordgateway.identify;

import io.github.discordgateway.protocol.ShardId;
import reactor.core.publisher.Mono;

/**
 * Hands out permits to identify at the pace that Discord allows. Replace it by a bean of
 * your own when several processes share one token.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#rate-limiting">Rate
 * limiting</a>
 */
public interface IdentifyQueue {

	/**
	 * Waits for a permit. Cancelling the wait costs nothing.
	 * @param shard who wants to identify
	 * @return emits one permit as soon as the shard may identify
	 */
	Mono<IdentifyPermit> acquire(ShardId shard);

	/**
	 * Takes in fresh figures from Discord, which apply at once.
	 * @param limit the figures of {@code GET /gateway/bot}
	 */
	void update(SessionStartLimit limit);

}
