package io.github.discordgateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

import io.github.discordgateway.protocol.GatewayToken;
import io.github.discordgateway.protocol.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Loads and saves the sessions of a bot so that a store that fails or hangs costs the bot
 * nothing but the resume. Of each shard, one change is made at a time, the latest one
 * next: those in between are skipped.
 */
public final class SessionKeeper {

	/**
	 * Limit of one access to the store. A start or a stop waits for it; a store that
	 * answers later than this is of no use to either.
	 */
	static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Log logger = LogFactory.getLog(SessionKeeper.class);

	private final SessionStore store;

	private final GatewayToken token;

	private final TokenHash tokenHash;

	private final SessionTerms terms;

	private final Scheduler scheduler;

	private final Map<ShardId, Changes> changes = new ConcurrentHashMap<>();

	private final LongAdder saves = new LongAdder();

	private final LongAdder failures = new LongAdder();

	/**
	 * Makes a keeper.
	 * @param store where the sessions are
	 * @param token the bot's token
	 * @param terms what new sessions are begun under
	 */
	public SessionKeeper(SessionStore store, GatewayToken token, SessionTerms terms) {
		this(store, token, terms, Schedulers.parallel());
	}

	SessionKeeper(SessionStore store, GatewayToken token, SessionTerms terms, Scheduler scheduler) {
		this.store = store;
		this.token = token;
		this.tokenHash = TokenHash.of(token);
		this.terms = terms;
		this.scheduler = scheduler;
	}

	/**
	 * Finds the session that a shard can go on with: one of the same shard of the same
	 * total, token, intents, version and encoding. Its age does not matter, since Discord
	 * names no limit: the answer to RESUME tells.
	 * @param shard which shard
	 * @return the session; empty when there is none that fits, and, within 5 seconds,
	 * when the store fails. Never an error
	 */
	public Mono<Session> load(ShardId shard) {
		return Mono.defer(() -> this.store.load(shard))
			.timeout(TIMEOUT, this.scheduler)
			.filter((stored) -> fits(shard, stored))
			.map(StoredSession::session)
			.onErrorResume((ex) -> {
				this.failures.increment();
				logger.warn("Shard " + shard + " begins a new session, since its stored one cannot be loaded: "
						+ describe(ex));
				return Mono.empty();
			});
	}

	private boolean fits(ShardId shard, StoredSession stored) {
		String obstacle = stored.shard().equals(shard) ? stored.terms().obstacle(this.terms)
				: "it is of shard " + stored.shard();
		if (obstacle == null && !stored.token().matches(this.token)) {
			obstacle = "the token was another";
		}
		if (obstacle != null) {
			logger.info("Shard " + shard + " begins a new session and does not resume the one of " + stored.savedAt()
					+ ": " + obstacle);
		}
		return obstacle == null;
	}

	/**
	 * Saves the session of a shard.
	 * @param shard which shard
	 * @param session its session
	 * @return completes when this change of the shard or a later one was made or has
	 * failed. Never an error
	 */
	public Mono<Void> save(ShardId shard, Session session) {
		return Mono.defer(() -> changesOf(shard).submit(session));
	}

	/**
	 * Removes the session of a shard.
	 * @param shard which shard
	 * @return completes when this change of the shard or a later one was made or has
	 * failed. Never an error
	 */
	public Mono<Void> remove(ShardId shard) {
		return Mono.defer(() -> changesOf(shard).submit(null));
	}

	private Changes changesOf(ShardId shard) {
		return this.changes.computeIfAbsent(shard, Changes::new);
	}

	/**
	 * The number of changes that were made: sessions saved and removed.
	 * @return the count since the keeper was made
	 */
	public long saves() {
		return this.saves.sum();
	}

	/**
	 * The number of times that the store failed to load, save or remove a session.
	 * @return the count since the keeper was made
	 */
	public long failures() {
		return this.failures.sum();
	}

	private static String describe(Throwable ex) {
		if (ex instanceof TimeoutException) {
			return "the store did not answer within " + TIMEOUT.toSeconds() + " s";
		}
		return (ex instanceof SessionStoreException && ex.getMessage() != null) ? ex.getMessage() : ex.toString();
	}

	/** The changes of one shard: one that is made, and one that waits at most. */
	private final class Changes {

		private final ShardId shard;

		private boolean underWay;

		private @Nullable Change next;

		private boolean failing;

		private Changes(ShardId shard) {
			this.shard = shard;
		}

		private Mono<Void> submit(@Nullable Session session) {
			Sinks.Empty<Void> made;
			synchronized (this) {
				Change skipped = this.next;
				made = (skipped != null) ? skipped.made() : Sinks.empty();
				this.next = new Change(session, made);
				if (this.underWay) {
					return made.asMono();
				}
				this.underWay = true;
			}
			makeNext();
			return made.asMono();
		}

		private void makeNext() {
			Change change;
			synchronized (this) {
				change = this.next;
				this.next = null;
				if (change == null) {
					this.underWay = false;
					return;
				}
			}
			Mono.defer(() -> access(change.session()))
				.timeout(TIMEOUT, SessionKeeper.this.scheduler)
				.subscribe(null, (ex) -> ended(change, ex), () -> ended(change, null));
		}

		private Mono<Void> access(@Nullable Session session) {
			SessionKeeper keeper = SessionKeeper.this;
			if (session == null) {
				return keeper.store.remove(this.shard);
			}
			Instant now = Instant.ofEpochMilli(keeper.scheduler.now(TimeUnit.MILLISECONDS));
			return keeper.store.save(new StoredSession(this.shard, session, keeper.terms, keeper.tokenHash, now));
		}

		private void ended(Change change, @Nullable Throwable failure) {
			if (failure == null) {
				SessionKeeper.this.saves.increment();
				if (this.failing) {
					this.failing = false;
					logger.info("The session of shard " + this.shard + " is saved again");
				}
			}
			else {
				SessionKeeper.this.failures.increment();
				if (!this.failing) {
					this.failing = true;
					logger.warn("The session of shard " + this.shard
							+ " is not saved, so that a restart may have to begin a new one: " + describe(failure));
				}
			}
			change.made().tryEmitEmpty();
			makeNext();
		}

	}

	/**
	 * What shall be stored.
	 *
	 * @param session the session; {@code null} for none
	 * @param made told when this or a later change of the shard was made
	 */
	private record Change(@Nullable Session session, Sinks.Empty<Void> made) {
	}

}
