package io.github.discordgateway.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Writes the guilds of each shard: one change of a shard at a time, the latest one next.
 */
final class GuildWriter {

	private final SessionStore store;

	private final Scheduler scheduler;

	private final StoreProblems problems;

	/** The shards that are being written, and what comes next for each. */
	private final Map<ShardId, Changes> changes = new HashMap<>();

	GuildWriter(SessionStore store, Scheduler scheduler, StoreProblems problems) {
		this.store = store;
		this.scheduler = scheduler;
		this.problems = problems;
	}

	/**
	 * Has the guilds of a session written.
	 * @param fencingToken goes with them; one that is out of date replaces none that
	 * waits
	 * @return completes when these guilds of the shard or later ones were written, or
	 * that has failed. Never an error
	 */
	Mono<Void> submit(ShardId shard, String sessionId, List<Snowflake> guilds, @Nullable Long fencingToken) {
		Sinks.Empty<Void> made;
		synchronized (this) {
			Changes ofShard = this.changes.get(shard);
			Change skipped = (ofShard != null) ? ofShard.next : null;
			made = (skipped != null) ? skipped.made() : Sinks.empty();
			if (skipped != null && skipped.isLaterThan(fencingToken)) {
				return made.asMono();
			}
			Change change = new Change(sessionId, guilds, fencingToken, made);
			if (ofShard != null) {
				ofShard.next = change;
				return made.asMono();
			}
			ofShard = new Changes();
			ofShard.next = change;
			this.changes.put(shard, ofShard);
		}
		writeNext(shard);
		return made.asMono();
	}

	private void writeNext(ShardId shard) {
		Change change;
		synchronized (this) {
			Changes ofShard = this.changes.get(shard);
			change = (ofShard != null) ? ofShard.next : null;
			if (ofShard == null || change == null) {
				this.changes.remove(shard);
				return;
			}
			ofShard.next = null;
		}
		Mono.defer(() -> save(shard, change))
			.timeout(SessionStoreAccess.TIMEOUT, this.scheduler)
			.onErrorMap(TimeoutException.class, (ex) -> StoreProblems.silence(SessionStoreAccess.TIMEOUT))
			.subscribe(null, (ex) -> {
				this.problems.failed("The guilds of shard " + shard + " are not saved", ex);
				written(shard, change);
			}, () -> {
				this.problems.worked();
				written(shard, change);
			});
	}

	private Mono<Void> save(ShardId shard, Change change) {
		Long token = change.fencingToken();
		return (token != null) ? this.store.saveGuilds(shard, change.sessionId(), change.guilds(), token)
				: this.store.saveGuilds(shard, change.sessionId(), change.guilds());
	}

	private void written(ShardId shard, Change change) {
		change.made().tryEmitEmpty();
		writeNext(shard);
	}

	private static final class Changes {

		private @Nullable Change next;

	}

	private record Change(String sessionId, List<Snowflake> guilds, @Nullable Long fencingToken,
			Sinks.Empty<Void> made) {

		private boolean isLaterThan(@Nullable Long other) {
			return this.fencingToken != null && other != null && this.fencingToken > other;
		}

	}

}
