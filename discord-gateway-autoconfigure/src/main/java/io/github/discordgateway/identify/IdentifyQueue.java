package io.github.discordgateway.identify;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hands out permits to identify at the pace that Discord allows. When several processes
 * share one token, it is enough to replace the {@link IdentifyPacer}.
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

	/**
	 * What is left of the day's identifies, and who waits for them. May be called from
	 * any thread, and does not block.
	 * @return the figures of this moment; {@code null} when the queue does not know them,
	 * which is the default
	 */
	default @Nullable IdentifyBudget budget() {
		return null;
	}

}
