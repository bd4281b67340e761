package io.github.discordgateway.session;

import io.github.discordgateway.protocol.ShardId;
import reactor.core.publisher.Mono;

/**
 * Keeps sessions where the next process finds them. A shard that finds its session
 * resumes it: no event is missed, and none of the day's identifies is spent.
 *
 * <p>
 * An implementation promises that
 * <ul>
 * <li>it never blocks the thread that calls or subscribes,</li>
 * <li>nothing happens before the subscription,</li>
 * <li>a save is whole or not at all, even when the process dies in the middle of it,</li>
 * <li>of two saves of one shard, one after the other, the later one is loaded,</li>
 * <li>shards are independent of each other; those of another total are other shards,</li>
 * <li>a cancelled save or removal is given up or completed, and changes nothing
 * afterwards.</li>
 * </ul>
 * A failure is an error signal, best a {@link SessionStoreException}: the bot goes on
 * without the store. {@link SessionKeeper} never makes two changes of one shard at the
 * same time.
 */
public interface SessionStore {

	/**
	 * Finds the session that was saved last.
	 * @param shard whose session
	 * @return the session; empty when there is none, or when what was stored can no
	 * longer be understood
	 */
	Mono<StoredSession> load(ShardId shard);

	/**
	 * Keeps a session in place of the shard's last one.
	 * @param session the session, which names its shard
	 * @return completes when another process would find it
	 */
	Mono<Void> save(StoredSession session);

	/**
	 * Forgets the session of a shard.
	 * @param shard whose session
	 * @return completes when no process would find it any more, which is so at once when
	 * there is none
	 */
	Mono<Void> remove(ShardId shard);

}
