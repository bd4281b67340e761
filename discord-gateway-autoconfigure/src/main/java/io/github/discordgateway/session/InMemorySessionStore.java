package io.github.discordgateway.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import reactor.core.publisher.Mono;

/**
 * Keeps sessions as long as the process lives: enough for a gateway that is stopped and
 * started again within it.
 */
public final class InMemorySessionStore implements SessionStore {

	private final Map<ShardId, StoredSession> sessions = new ConcurrentHashMap<>();

	private final Map<ShardId, StoredGuilds> guilds = new ConcurrentHashMap<>();

	/**
	 * Makes a store that is empty.
	 */
	public InMemorySessionStore() {
	}

	@Override
	public Mono<StoredSession> load(ShardId shard) {
		return Mono.fromSupplier(() -> this.sessions.get(shard));
	}

	@Override
	public Mono<Void> save(StoredSession session) {
		return Mono.fromRunnable(() -> this.sessions.put(session.shard(), session));
	}

	@Override
	public Mono<Void> remove(ShardId shard) {
		return Mono.fromRunnable(() -> {
			this.sessions.remove(shard);
			this.guilds.remove(shard);
		});
	}

	@Override
	public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds) {
		return Mono.fromRunnable(() -> this.guilds.put(shard, StoredGuilds.of(sessionId, guildIds)));
	}

	@Override
	public Mono<List<Snowflake>> loadGuilds(ShardId shard, String sessionId) {
		return Mono.fromSupplier(() -> {
			StoredGuilds stored = this.guilds.get(shard);
			return (stored != null) ? stored.of(sessionId) : null;
		});
	}

}
