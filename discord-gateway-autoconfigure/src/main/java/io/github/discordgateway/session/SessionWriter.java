package io.github.discordgateway.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Writes what changes in the sessions of all shards together, one batch after the other:
 * of each shard only the latest change. The first change is written at once, and what
 * comes within the interval after it when the interval is over, unless somebody is in a
 * hurry.
 */
final class SessionWriter {

	private final SessionStore store;

	private final BiFunction<ShardId, Session, StoredSession> envelope;

	private final Duration interval;

	private final Scheduler scheduler;

	private final StoreProblems problems;

	private final LongAdder saves = new LongAdder();

	private Map<ShardId, Change> waiting = new LinkedHashMap<>();

	private boolean underWay;

	/** Whether the interval after the last batch is not over. */
	private boolean resting;

	private boolean hurried;

	SessionWriter(SessionStore store, BiFunction<ShardId, Session, StoredSession> envelope, Duration interval,
			Scheduler scheduler, StoreProblems problems) {
		this.store = store;
		this.envelope = envelope;
		this.interval = interval;
		this.scheduler = scheduler;
		this.problems = problems;
	}

	long saves() {
		return this.saves.sum();
	}

	/**
	 * Has a change written.
	 * @param shard whose session
	 * @param session the session; {@code null} to remove it
	 * @param token the fencing token; {@code null} when no other process runs the shard.
	 * A change under a later token is not replaced
	 * @return completes when this change of the shard or a later one was made or has
	 * failed. Never an error
	 */
	Mono<Void> submit(ShardId shard, @Nullable Session session, @Nullable Long token) {
		Sinks.Empty<Void> made;
		synchronized (this) {
			Change skipped = this.waiting.get(shard);
			made = (skipped != null) ? skipped.made() : Sinks.empty();
			if (skipped == null || !skipped.isLaterThan(token)) {
				this.waiting.put(shard, new Change(session, token, made));
			}
		}
		writeNext();
		return made.asMono();
	}

	/** Has what waits written without delay. */
	void flush() {
		synchronized (this) {
			this.hurried = !this.waiting.isEmpty();
		}
		writeNext();
	}

	private void writeNext() {
		Map<ShardId, Change> batch;
		synchronized (this) {
			if (this.underWay || this.waiting.isEmpty() || (this.resting && !this.hurried)) {
				return;
			}
			batch = this.waiting;
			this.waiting = new LinkedHashMap<>();
			this.underWay = true;
			this.hurried = false;
			if (!this.resting && !this.interval.isZero()) {
				this.resting = true;
				this.scheduler.schedule(this::rested, this.interval.toNanos(), TimeUnit.NANOSECONDS);
			}
		}
		write(batch).subscribe(null, null, () -> written(batch));
	}

	private void rested() {
		synchronized (this) {
			this.resting = false;
		}
		writeNext();
	}

	private Mono<Void> write(Map<ShardId, Change> batch) {
		List<StoredSession> saved = new ArrayList<>();
		List<ShardId> removed = new ArrayList<>();
		Map<ShardId, Long> tokens = new LinkedHashMap<>();
		batch.forEach((shard, change) -> {
			if (change.token() != null) {
				tokens.put(shard, change.token());
			}
			if (change.session() != null) {
				saved.add(this.envelope.apply(shard, change.session()));
			}
			else {
				removed.add(shard);
			}
		});
		boolean fenced = !tokens.isEmpty();
		return access(Mono.defer(() -> fenced ? this.store.saveAll(saved, tokens) : this.store.saveAll(saved)),
				saved.stream().map(StoredSession::shard).toList(),
				"saved, so that a restart may have to begin a new one")
			.then(access(
					Mono.defer(() -> fenced ? this.store.removeAll(removed, tokens) : this.store.removeAll(removed)),
					removed, "removed, so that a restart may try to resume it"));
	}

	private Mono<Void> access(Mono<Void> access, List<ShardId> shards, String consequence) {
		if (shards.isEmpty()) {
			return Mono.empty();
		}
		return access.timeout(SessionStoreAccess.TIMEOUT, this.scheduler)
			.onErrorMap(TimeoutException.class, (ex) -> StoreProblems.silence(SessionStoreAccess.TIMEOUT))
			.doOnSuccess((nothing) -> {
				this.saves.add(shards.size());
				this.problems.worked();
			})
			.onErrorResume((ex) -> {
				this.problems.failed("The session of shard " + shards.get(0)
						+ ((shards.size() > 1) ? " and of " + (shards.size() - 1) + " more" : "") + " is not "
						+ consequence, ex);
				return Mono.empty();
			});
	}

	private void written(Map<ShardId, Change> batch) {
		synchronized (this) {
			this.underWay = false;
		}
		batch.values().forEach((change) -> change.made().tryEmitEmpty());
		writeNext();
	}

	/**
	 * What shall be stored.
	 *
	 * @param session the session; {@code null} for none
	 * @param token the fencing token; {@code null} without one
	 * @param made told when this or a later change of the shard was made
	 */
	private record Change(@Nullable Session session, @Nullable Long token, Sinks.Empty<Void> made) {

		private boolean isLaterThan(@Nullable Long other) {
			return this.token != null && other != null && this.token > other;
		}

	}

}
