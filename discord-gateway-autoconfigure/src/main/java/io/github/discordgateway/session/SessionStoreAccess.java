package io.github.discordgateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Loads and saves the sessions of a bot so that a store that fails or hangs costs the bot
 * nothing but the resume. What changes in all shards is written together, of each shard
 * the latest change.
 */
public final class SessionStoreAccess {

	/** Limit of one access to the store, but for loads of sessions. */
	static final Duration TIMEOUT = Duration.ofSeconds(5);

	/** Once a second, all sessions of a bot may be written, whatever its size. */
	private static final Duration LONGEST_WRITE_INTERVAL = Duration.ofSeconds(1);

	private static final Log logger = LogFactory.getLog(SessionStoreAccess.class);

	private final SessionStore store;

	private final GatewayToken token;

	private final TokenHash tokenHash;

	private final SessionTerms terms;

	private final Duration loadTimeout;

	private final Scheduler scheduler;

	private final LongAdder failures;

	private final StoreProblems loadProblems;

	private final StoreProblems guildProblems;

	private final SessionWriter sessionWriter;

	private final GuildWriter guildWriter;

	/** The fencing token of all changes; null when no other process runs the shards. */
	private final @Nullable Long fencingToken;

	private final boolean orphaned;

	/**
	 * Makes an access that asks for a session for 30 seconds, and writes a change as soon
	 * as the one before is written.
	 * @param store where the sessions are
	 * @param token the bot's token
	 * @param terms what new sessions are begun under
	 */
	public SessionStoreAccess(SessionStore store, GatewayToken token, SessionTerms terms) {
		this(store, token, terms, Duration.ofSeconds(30), Duration.ZERO);
	}

	/**
	 * Makes an access.
	 * @param store where the sessions are
	 * @param token the bot's token
	 * @param terms what new sessions are begun under
	 * @param loadTimeout how long a store that does not answer is asked for a session
	 * @param writeInterval the time between two writes of what has changed, of which no
	 * more than a second counts
	 */
	public SessionStoreAccess(SessionStore store, GatewayToken token, SessionTerms terms, Duration loadTimeout,
			Duration writeInterval) {
		this(store, token, terms, loadTimeout, writeInterval, Schedulers.parallel());
	}

	SessionStoreAccess(SessionStore store, GatewayToken token, SessionTerms terms, Duration loadTimeout,
			Duration writeInterval, Scheduler scheduler) {
		this.store = store;
		this.token = token;
		this.tokenHash = TokenHash.of(token);
		this.terms = terms;
		this.loadTimeout = loadTimeout;
		this.scheduler = scheduler;
		this.failures = new LongAdder();
		this.loadProblems = new StoreProblems(this.failures, "Stored sessions can be loaded again");
		this.guildProblems = new StoreProblems(this.failures, "The guilds of sessions are kept again");
		this.sessionWriter = new SessionWriter(store, this::toStored, shorter(writeInterval), scheduler,
				new StoreProblems(this.failures, "Sessions are saved again"));
		this.guildWriter = new GuildWriter(store, scheduler, this.guildProblems);
		this.fencingToken = null;
		this.orphaned = false;
	}

	private SessionStoreAccess(SessionStoreAccess shared, long fencingToken, boolean orphaned) {
		this.store = shared.store;
		this.token = shared.token;
		this.tokenHash = shared.tokenHash;
		this.terms = shared.terms;
		this.loadTimeout = shared.loadTimeout;
		this.scheduler = shared.scheduler;
		this.failures = shared.failures;
		this.loadProblems = shared.loadProblems;
		this.guildProblems = shared.guildProblems;
		this.sessionWriter = shared.sessionWriter;
		this.guildWriter = shared.guildWriter;
		this.fencingToken = fencingToken;
		this.orphaned = orphaned;
	}

	/**
	 * The same access for a shard that other processes may run later. What it writes is
	 * still gathered with the changes of other shards.
	 * @param fencingToken goes with each change of a session or its guilds, so that a
	 * store that those processes share can refuse what is out of date
	 * @param orphaned whether the session may be lost together with the process that ran
	 * the shard: if there is none, that is a problem of the store
	 * @return an access for as long as this process runs the shard
	 */
	public SessionStoreAccess fenced(long fencingToken, boolean orphaned) {
		return new SessionStoreAccess(this, fencingToken, orphaned);
	}

	private static Duration shorter(Duration writeInterval) {
		return (writeInterval.compareTo(LONGEST_WRITE_INTERVAL) < 0) ? writeInterval : LONGEST_WRITE_INTERVAL;
	}

	private StoredSession toStored(ShardId shard, Session session) {
		Instant now = Instant.ofEpochMilli(this.scheduler.now(TimeUnit.MILLISECONDS));
		return new StoredSession(shard, session, this.terms, this.tokenHash, now);
	}

	/**
	 * Finds the session that a shard can go on with: one of the same shard of the same
	 * total, token, intents, version and encoding. Its age does not matter, since Discord
	 * names no limit: the answer to RESUME tells. A store that fails or does not answer
	 * is asked again until the load times out.
	 * @param shard which shard
	 * @param onProblem told what is wrong with the store, each time that it is asked
	 * again; from any thread
	 * @return the session; empty when there is none that fits. Ends with a
	 * {@link SessionStoreException} when the store has not told in time, or has lost what
	 * it had: there may be a session, and events that are missed without it
	 */
	public Mono<Session> load(ShardId shard, Consumer<String> onProblem) {
		return Mono.defer(() -> {
			AtomicReference<@Nullable Throwable> lastProblem = new AtomicReference<>();
			return SessionLoader.of(() -> this.store.load(shard), this.scheduler, (problem) -> {
				lastProblem.set(problem);
				this.loadProblems.failed("The stored session of shard " + shard
						+ " cannot be loaded, and is asked for again for " + this.loadTimeout.toSeconds() + " s",
						problem);
				tell(onProblem, StoreProblems.describe(problem));
			})
				.doOnSuccess((stored) -> this.loadProblems.worked())
				.timeout(this.loadTimeout, Mono.error(() -> notLoaded(shard, lastProblem.get())), this.scheduler);
		})
			.switchIfEmpty(this.orphaned ? Mono.error(() -> lost(shard)) : Mono.empty())
			.filter((stored) -> fits(shard, stored))
			.map(StoredSession::session);
	}

	private static SessionStoreException lost(ShardId shard) {
		return new SessionStoreException("The stored session of shard " + shard
				+ " is lost, and the process that could have stored it again is gone", null);
	}

	private static void tell(Consumer<String> onProblem, String problem) {
		try {
			onProblem.accept(problem);
		}
		catch (RuntimeException ex) {
			logger.error("Whoever waits for a session could not be told that " + problem, ex);
		}
	}

	private SessionStoreException notLoaded(ShardId shard, @Nullable Throwable lastProblem) {
		Throwable problem = (lastProblem != null) ? lastProblem : StoreProblems.silence(this.loadTimeout);
		String message = "The stored session of shard " + shard + " could not be loaded within "
				+ this.loadTimeout.toSeconds() + " s: " + StoreProblems.describe(problem);
		logger.warn(message);
		return new SessionStoreException(message, problem);
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
	 * Saves the session of a shard, together with what changes in others.
	 * @param shard which shard
	 * @param session its session
	 * @return completes when this change of the shard or a later one was made or has
	 * failed. Never an error
	 */
	public Mono<Void> save(ShardId shard, Session session) {
		return Mono.defer(() -> this.sessionWriter.submit(shard, session, this.fencingToken));
	}

	/**
	 * Removes the session of a shard, and its guilds.
	 * @param shard which shard
	 * @return completes when this change of the shard or a later one was made or has
	 * failed. Never an error
	 */
	public Mono<Void> remove(ShardId shard) {
		return Mono.defer(() -> this.sessionWriter.submit(shard, null, this.fencingToken));
	}

	/**
	 * Writes what has changed at once, instead of collecting more of it. For a shard that
	 * stops, and waits for its session to be saved.
	 */
	public void flush() {
		this.sessionWriter.flush();
	}

	/**
	 * Saves the guilds of a session, {@value SessionStore#MAX_GUILDS} at most.
	 * @param shard which shard
	 * @param sessionId its session
	 * @param guildIds the guilds
	 * @return completes when these guilds of the shard or later ones were saved or that
	 * has failed. Never an error
	 */
	public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds) {
		List<Snowflake> guilds = guildIds.stream().limit(SessionStore.MAX_GUILDS).toList();
		return Mono.defer(() -> this.guildWriter.submit(shard, sessionId, guilds, this.fencingToken));
	}

	/**
	 * Finds the guilds of a session.
	 * @param shard which shard
	 * @param sessionId its session
	 * @return the guilds; empty when they are not known, and, within 5 seconds, when the
	 * store fails. Never an error
	 */
	public Mono<List<Snowflake>> loadGuilds(ShardId shard, String sessionId) {
		return Mono.defer(() -> this.store.loadGuilds(shard, sessionId))
			.map((guilds) -> guilds.stream().limit(SessionStore.MAX_GUILDS).toList())
			.timeout(TIMEOUT, this.scheduler)
			.onErrorMap(TimeoutException.class, (ex) -> StoreProblems.silence(TIMEOUT))
			.doOnSuccess((guilds) -> this.guildProblems.worked())
			.onErrorResume((ex) -> {
				this.guildProblems.failed("The guilds of shard " + shard + " cannot be loaded", ex);
				return Mono.empty();
			});
	}

	/**
	 * The number of changes that were made: sessions saved and removed.
	 * @return the count since the access was made
	 */
	public long saves() {
		return this.sessionWriter.saves();
	}

	/**
	 * The number of times that the store failed to load, save or remove sessions or their
	 * guilds.
	 * @return the count since the access was made
	 */
	public long failures() {
		return this.failures.sum();
	}

}
