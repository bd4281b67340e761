package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.session.SessionStoreException;
import io.github.discordgateway.session.StartHistory;
import io.github.discordgateway.session.StoredSession;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the sessions of a bot in Redis, where each node finds those of a shard that comes
 * to it. A session that an earlier owner of a shard writes is refused. Sessions are gone
 * after a day without any change: Discord forgets them within minutes.
 */
public final class RedisSessionStore implements SessionStore, StartHistory {

	private static final Duration KEPT = Duration.ofDays(1);

	/**
	 * Nodes that begin within this time of each other are one start of the bot, which all
	 * of them identify for.
	 */
	private static final Duration ONE_START = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(RedisSessionStore.class);

	/** As in files: half a session is none. */
	private static final JsonMapper MAPPER = GatewayJsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final RedisAccess redis;

	private final RedisOwnership ownership;

	/**
	 * Makes a store, which connects when it is used.
	 * @param redis where the sessions are
	 * @param ownership knows which node this is
	 */
	public RedisSessionStore(RedisAccess redis, RedisOwnership ownership) {
		this.redis = redis;
		this.ownership = ownership;
	}

	// Sessions

	@Override
	public Mono<StoredSession> load(ShardId shard) {
		return this.redis
			.call((template) -> template.<String, String>opsForHash()
				.get(this.redis.keys().sessions(shard.total()), String.valueOf(shard.number())))
			.onErrorMap((ex) -> failed("The session of shard " + shard + " cannot be loaded", ex))
			.mapNotNull((written) -> read(shard, written));
	}

	private static @Nullable StoredSession read(ShardId shard, String written) {
		try {
			return MAPPER.readValue(written.substring(written.indexOf('|') + 1), StoredSession.class);
		}
		catch (JacksonException | IllegalArgumentException | NullPointerException ex) {
			logger.warn("The session of shard " + shard + " is ignored: what Redis has does not hold a whole one ("
					+ ex.getClass().getSimpleName() + ")");
			return null;
		}
	}

	@Override
	public Mono<Void> save(StoredSession session) {
		return saveAll(List.of(session));
	}

	@Override
	public Mono<Void> remove(ShardId shard) {
		return removeAll(List.of(shard));
	}

	@Override
	public Mono<Void> saveAll(Collection<StoredSession> sessions) {
		return saveAll(sessions, Map.of());
	}

	@Override
	public Mono<Void> removeAll(Collection<ShardId> shards) {
		return removeAll(shards, Map.of());
	}

	@Override
	public Mono<Void> saveAll(Collection<StoredSession> sessions, Map<ShardId, Long> tokens) {
		return Mono.defer(() -> {
			Map<ShardId, String> changes = new LinkedHashMap<>();
			sessions.forEach((session) -> changes.put(session.shard(), MAPPER.writeValueAsString(session)));
			return change("saved", changes, tokens);
		});
	}

	@Override
	public Mono<Void> removeAll(Collection<ShardId> shards, Map<ShardId, Long> tokens) {
		return Mono.defer(() -> {
			Map<ShardId, String> changes = new LinkedHashMap<>();
			shards.forEach((shard) -> changes.put(shard, ""));
			return change("removed", changes, tokens);
		});
	}

	private Mono<Void> change(String what, Map<ShardId, String> changes, Map<ShardId, Long> tokens) {
		Map<Integer, List<ShardId>> byTotal = changes.keySet().stream().collect(Collectors.groupingBy(ShardId::total));
		return Flux.fromIterable(byTotal.entrySet())
			.concatMap((entry) -> change(what, entry.getKey(), entry.getValue(), changes, tokens))
			.then();
	}

	private Mono<Void> change(String what, int total, List<ShardId> shards, Map<ShardId, String> changes,
			Map<ShardId, Long> tokens) {
		RedisKeys keys = this.redis.keys();
		List<String> arguments = new ArrayList<>(List.of(String.valueOf(KEPT.toMillis()), keys.guildsPrefix(total)));
		shards.forEach((shard) -> arguments.addAll(List.of(String.valueOf(shard.number()),
				String.valueOf(tokens.getOrDefault(shard, 0L)), changes.getOrDefault(shard, ""))));
		return this.redis.run(RedisScript.SAVE_SESSIONS, List.of(keys.owners(total), keys.sessions(total)), arguments)
			.onErrorMap((ex) -> failed("The session of shard " + shards.get(0) + " cannot be " + what, ex))
			.flatMap((refused) -> refused.isEmpty() ? Mono.empty()
					: Mono.error(() -> new SessionStoreException("The sessions of shards " + refused + " of " + total
							+ " are not " + what + ", since other nodes run them now", null)));
	}

	private static SessionStoreException failed(String what, Throwable problem) {
		return new SessionStoreException(what + ". " + RedisAccess.describe(problem), problem);
	}

	// Guilds

	@Override
	public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds) {
		return saveGuilds(shard, sessionId, guildIds, 0);
	}

	@Override
	public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds, long token) {
		return Mono.defer(() -> {
			Guilds guilds = new Guilds(sessionId,
					guildIds.stream().limit(MAX_GUILDS).map(Snowflake::toString).toList());
			RedisKeys keys = this.redis.keys();
			return this.redis.run(RedisScript.SAVE_GUILDS,
					List.of(keys.owners(shard.total()), keys.sessions(shard.total()), guildsKey(shard)),
					List.of(String.valueOf(shard.number()), String.valueOf(token), MAPPER.writeValueAsString(guilds),
							String.valueOf(KEPT.toMillis())));
		})
			.onErrorMap((ex) -> failed("The guilds of shard " + shard + " cannot be saved", ex))
			.flatMap(
					(kept) -> kept.get(0).equals("1") ? Mono.empty()
							: Mono.error(() -> new SessionStoreException(
									"The guilds of shard " + shard + " are not saved, since another node runs it now",
									null)));
	}

	@Override
	public Mono<List<Snowflake>> loadGuilds(ShardId shard, String sessionId) {
		return this.redis.call((template) -> template.opsForValue().get(guildsKey(shard)))
			.onErrorMap((ex) -> failed("The guilds of shard " + shard + " cannot be loaded", ex))
			.mapNotNull((written) -> readGuilds(shard, sessionId, written));
	}

	private static @Nullable List<Snowflake> readGuilds(ShardId shard, String sessionId, String written) {
		try {
			Guilds guilds = MAPPER.readValue(written, Guilds.class);
			return guilds.session().equals(sessionId) ? guilds.guilds().stream().map(Snowflake::of).toList() : null;
		}
		catch (JacksonException | IllegalArgumentException ex) {
			logger.warn("The guilds of shard " + shard + " are not known: what Redis has does not hold a list of them ("
					+ ex.getClass().getSimpleName() + ")");
			return null;
		}
	}

	private String guildsKey(ShardId shard) {
		return this.redis.keys().guildsPrefix(shard.total()) + shard.number();
	}

	// Starts

	/**
	 * The starts of the bot. Nodes that began within a minute of each other are one: they
	 * share the shards that a start identifies.
	 */
	@Override
	public Mono<List<Instant>> loadStarts() {
		return entries().map(RedisSessionStore::together);
	}

	private Mono<List<Start>> entries() {
		return this.redis
			.call((template) -> template.<String, String>opsForHash()
				.entries(this.redis.keys().starts())
				.map((entry) -> new Start(entry.getKey(), Instant.parse(entry.getValue())))
				.collectList())
			.map((starts) -> starts.stream().sorted(Comparator.comparing(Start::at)).toList());
	}

	private static List<Instant> together(List<Start> sorted) {
		List<Instant> starts = new ArrayList<>();
		Set<String> nodes = new HashSet<>();
		for (Start start : sorted) {
			boolean another = starts.isEmpty() || start.at().isAfter(starts.get(starts.size() - 1).plus(ONE_START))
					|| nodes.contains(start.node());
			if (another) {
				nodes.clear();
				starts.add(start.at());
			}
			nodes.add(start.node());
		}
		return starts;
	}

	@Override
	public Mono<Void> addStart(Instant start) {
		return this.redis.call((template) -> {
			String key = this.redis.keys().starts();
			return template.opsForHash()
				.put(key, node() + "/" + UUID.randomUUID(), start.toString())
				.then(template.expire(key, MAX_AGE));
		}).then(entries()).flatMap((starts) -> remove(starts.subList(0, Math.max(starts.size() - MAX_STARTS, 0))));
	}

	/**
	 * A node that has left in good order took its starts away with its leases, while
	 * Redis was still connected.
	 */
	@Override
	public Mono<Void> removeStart(Instant start) {
		return this.ownership.hasLeft() ? Mono.empty() : entries()
			.flatMap((starts) -> remove(starts.stream().filter((kept) -> kept.at().equals(start)).limit(1).toList()));
	}

	private Mono<Void> remove(List<Start> starts) {
		return starts.isEmpty() ? Mono.empty()
				: this.redis
					.call((template) -> template.opsForHash()
						.remove(this.redis.keys().starts(), starts.stream().map(Start::id).toArray()))
					.then();
	}

	private String node() {
		String node = this.ownership.node();
		return (node != null) ? node : "none";
	}

	@Override
	public String describeStarts() {
		return "the key " + this.redis.keys().starts() + " in Redis";
	}

	/**
	 * A start that had to identify.
	 *
	 * @param id the node, and something that tells it from others
	 * @param at when it was
	 */
	private record Start(String id, Instant at) {

		private String node() {
			return this.id.substring(0, this.id.indexOf('/'));
		}

	}

	/**
	 * The guilds of a session.
	 *
	 * @param session the session
	 * @param guilds their ids
	 */
	record Guilds(String session, List<String> guilds) {
	}

}
