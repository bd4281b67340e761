package io.github.discordgateway.internal.cluster;

import java.util.Collection;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.dispatch.BackPressure;
import io.github.discordgateway.internal.shard.EventDelivery;
import reactor.core.publisher.Mono;

/**
 * Where the events of all shards go: to the listeners of this process, or out of it. An
 * event counts as handled when its receipt is run. One whose delivery throws is not
 * acknowledged and comes again, after the shard has connected anew; one whose receipt is
 * never run comes again in the process that resumes the session next.
 */
public interface EventSink extends EventDelivery {

	/**
	 * Sets who is told when the sink cannot keep up.
	 * @param backPressure pauses and resumes shards
	 */
	void setBackPressure(BackPressure backPressure);

	/**
	 * Waits until the events of some shards are handled. There is no limit of time: the
	 * caller sets one.
	 * @param shards which ones
	 * @return completes when nothing of theirs is pending
	 */
	Mono<Void> drain(Collection<ShardId> shards);

}
