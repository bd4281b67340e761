package io.github.discordgateway.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps sessions where the next process finds them. A shard that finds its session
 * resumes it: no event is missed, and none of the day's identifies is spent. A store that
 * outlives the process should be a {@link StartHistory}, too.
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
 * without the store. It is never an empty {@code load}, which says that there is no
 * session. {@link SessionStoreAccess} never makes two changes of sessions at the same
 * time.
 */
public interface SessionStore {

	/**
	 * The most guilds of one shard that are kept. Discord lets a shard have a few
	 * thousand.
	 */
	int MAX_GUILDS = 100_000;

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
	 * Forgets the session of a shard, and its guilds.
	 * @param shard whose session
	 * @return completes when no process would find it any more, which is so at once when
	 * there is none
	 */
	Mono<Void> remove(ShardId shard);

	/**
	 * Keeps the sessions of several shards, which a store should do in one step: a bot of
	 * a thousand shards saves a thousand sessions a second. By default they are saved one
	 * by one.
	 * @param sessions sessions of different shards
	 * @return completes when another process would find all of them; an error may leave
	 * some of them saved
	 */
	default Mono<Void> saveAll(Collection<StoredSession> sessions) {
		return Flux.fromIterable(sessions).flatMapDelayError(this::save, 16, 1).then();
	}

	/**
	 * Forgets the sessions of several shards, and their guilds, which a store should do
	 * in one step. By default they are removed one by one.
	 * @param shards whose sessions
	 * @return completes when no process would find any of them; an error may leave some
	 * of them removed
	 */
	default Mono<Void> removeAll(Collection<ShardId> shards) {
		return Flux.fromIterable(shards).flatMapDelayError(this::remove, 16, 1).then();
	}

	/**
	 * Keeps the guilds that belong to a session, apart from the session, since they
	 * change rarely. They are of help and may be lost: they need not survive a machine
	 * that stops. By default they are not kept.
	 * @param shard whose session
	 * @param sessionId the session, without which the guilds mean nothing. It is a
	 * credential of a kind: no name of a file and no message shows it
	 * @param guildIds the guilds, {@value #MAX_GUILDS} at most
	 * @return completes when another process would find them
	 */
	default Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds) {
		return Mono.empty();
	}

	/**
	 * Finds the guilds of a session.
	 * @param shard whose session
	 * @param sessionId the session
	 * @return the guilds, in any order; empty when they are not known, or those of
	 * another session
	 */
	default Mono<List<Snowflake>> loadGuilds(ShardId shard, String sessionId) {
		return Mono.empty();
	}

	/**
	 * Keeps sessions of shards that several processes run one after the other. By default
	 * the tokens do not matter, and {@link #saveAll(Collection)} does it.
	 * @param sessions sessions of different shards
	 * @param tokens the fencing token of each of the shards
	 * @return completes when another process would find all of them; an error when some
	 * were refused, since a later owner of the shard is known, or not saved for another
	 * reason
	 */
	default Mono<Void> saveAll(Collection<StoredSession> sessions, Map<ShardId, Long> tokens) {
		return saveAll(sessions);
	}

	/**
	 * Keeps the guilds of a session of a shard that several processes run one after the
	 * other. By default the token does not matter, and
	 * {@link #saveGuilds(ShardId, String, Collection)} does it.
	 * @param shard whose session
	 * @param sessionId the session
	 * @param guildIds the guilds, {@value #MAX_GUILDS} at most
	 * @param token the fencing token of the shard
	 * @return completes when another process would find them; an error when they were
	 * refused, since a later owner of the shard is known, or not saved for another reason
	 */
	default Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds, long token) {
		return saveGuilds(shard, sessionId, guildIds);
	}

	/**
	 * Forgets sessions of shards that several processes run one after the other, and
	 * their guilds. By default the tokens do not matter, and
	 * {@link #removeAll(Collection)} does it.
	 * @param shards whose sessions
	 * @param tokens the fencing token of each of the shards
	 * @return completes when no process would find any of them; an error when some were
	 * refused, since a later owner of the shard is known, or not removed for another
	 * reason
	 */
	default Mono<Void> removeAll(Collection<ShardId> shards, Map<ShardId, Long> tokens) {
		return removeAll(shards);
	}

}
