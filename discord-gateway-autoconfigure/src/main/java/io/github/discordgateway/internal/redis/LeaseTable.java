package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.discordgateway.ShardId;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The leases of one total, and the nodes of the bot, as they stand in Redis.
 */
final class LeaseTable {

	/** What nobody renews is gone after this. */
	static final Duration KEPT = Duration.ofDays(1);

	private static final Log logger = LogFactory.getLog(RedisOwnership.class);

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final String KEPT_MILLIS = String.valueOf(KEPT.toMillis());

	private final RedisAccess redis;

	private final int total;

	private final String node;

	private final Duration duration;

	LeaseTable(RedisAccess redis, int total, String node, Duration duration) {
		this.redis = redis;
		this.total = total;
		this.node = node;
		this.duration = duration;
	}

	/** Renews all leases of the node. */
	Mono<Renewal> renew(NodeRecord self) {
		RedisKeys keys = this.redis.keys();
		return this.redis
			.run(RedisScript.RENEW,
					List.of(keys.nodes(), keys.node(this.node), keys.lastToken(this.total), keys.owners(this.total)),
					List.of(this.node, String.valueOf(this.duration.toMillis()), MAPPER.writeValueAsString(self),
							keys.nodePrefix(), KEPT_MILLIS))
			.map((answer) -> new Renewal(answer.get(0).equals("1"), answer.get(1),
					read(answer.subList(2, answer.size()))));
	}

	/** The nodes that live, as anybody can see them. */
	static Mono<List<NodeRecord>> nodes(RedisAccess redis) {
		return redis
			.call((template) -> template.opsForSet()
				.members(redis.keys().nodes())
				.map((id) -> redis.keys().node(id))
				.collectList()
				.flatMap((keys) -> keys.isEmpty() ? Mono.just(List.<String>of())
						: template.opsForValue().multiGet(keys)))
			.map((written) -> read(written.stream().filter(Objects::nonNull).toList()));
	}

	private static List<NodeRecord> read(List<String> written) {
		List<NodeRecord> nodes = new ArrayList<>();
		for (String json : written) {
			try {
				nodes.add(MAPPER.readValue(json, NodeRecord.class));
			}
			catch (JacksonException ex) {
				logger.warn("A node is passed over, since what it tells of itself cannot be understood: "
						+ ex.getClass().getSimpleName());
			}
		}
		nodes.sort(java.util.Comparator.comparing(NodeRecord::id));
		return List.copyOf(nodes);
	}

	/** Who owns which shard of a total, as it was written last; the owner may be gone. */
	Mono<Map<Integer, Owner>> owners(int ofTotal) {
		return owners(this.redis, ofTotal);
	}

	/** Who owns which shard of a total, as anybody can see it. */
	static Mono<Map<Integer, Owner>> owners(RedisAccess redis, int ofTotal) {
		return redis.call((template) -> template.<String, String>opsForHash()
			.entries(redis.keys().owners(ofTotal))
			.collectMap((entry) -> Integer.valueOf(entry.getKey()), (entry) -> Owner.parse(entry.getValue())));
	}

	/** Who owns a shard, as anybody can see it; empty when nobody does. */
	static Mono<Owner> owner(RedisAccess redis, ShardId shard) {
		return redis
			.call((template) -> template.<String, String>opsForHash()
				.get(redis.keys().owners(shard.total()), String.valueOf(shard.number())))
			.map(Owner::parse);
	}

	/** The shards of a node, ascending. */
	static List<Integer> shardsOf(String node, Map<Integer, Owner> owners) {
		return owners.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().node().equals(node))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	/** Takes shards that nobody runs, all under one token. */
	Mono<Map<Integer, Long>> claim(List<Integer> shards, long highestToken) {
		List<String> arguments = new ArrayList<>(
				List.of(this.node, this.redis.keys().nodePrefix(), String.valueOf(highestToken), KEPT_MILLIS));
		shards.forEach((shard) -> arguments.add(shard.toString()));
		return this.redis.run(RedisScript.CLAIM, ownersAndToken(), arguments).map((answer) -> {
			Map<Integer, Long> claimed = new LinkedHashMap<>();
			Long token = Long.valueOf(answer.get(0));
			answer.subList(1, answer.size()).forEach((shard) -> claimed.put(Integer.valueOf(shard), token));
			return claimed;
		});
	}

	/** Writes leases down again that Redis has lost. */
	Mono<List<Integer>> restore(Map<Integer, Long> leases) {
		List<String> arguments = new ArrayList<>(List.of(this.node, KEPT_MILLIS));
		leases.forEach((shard, token) -> arguments.addAll(List.of(shard.toString(), token.toString())));
		return this.redis.run(RedisScript.RESTORE, ownersAndToken(), arguments).map(LeaseTable::shards);
	}

	/** Gives shards to others. */
	Mono<List<Integer>> transfer(List<Transfer> transfers, long highestToken, boolean leaves) {
		RedisKeys keys = this.redis.keys();
		List<String> scriptKeys = new ArrayList<>(ownersAndToken());
		scriptKeys.addAll(List.of(keys.nodes(), keys.node(this.node), keys.starts()));
		List<String> arguments = new ArrayList<>(List.of(this.node, keys.nodePrefix(), String.valueOf(highestToken),
				KEPT_MILLIS, keys.channelPrefix(), leaves ? "1" : "0"));
		transfers.forEach((transfer) -> arguments
			.addAll(List.of(String.valueOf(transfer.shard()), String.valueOf(transfer.token()), transfer.receiver())));
		return this.redis.run(RedisScript.TRANSFER, scriptKeys, arguments).map(LeaseTable::shards);
	}

	private static List<Integer> shards(List<String> written) {
		return written.stream().map(Integer::valueOf).toList();
	}

	private List<String> ownersAndToken() {
		return List.of(this.redis.keys().owners(this.total), this.redis.keys().lastToken(this.total));
	}

	/**
	 * The answer to a renewal.
	 *
	 * @param known whether the leases had not run out
	 * @param lastToken changes with each change of the owners
	 * @param nodes all nodes of the bot, by id
	 */
	record Renewal(boolean known, String lastToken, List<NodeRecord> nodes) {
	}

	/**
	 * Who owns a shard.
	 *
	 * @param token the fencing token
	 * @param node the owner's id; empty when it was given free
	 */
	record Owner(long token, String node) {

		static Owner parse(String written) {
			int colon = written.indexOf(':');
			return new Owner(Long.parseLong(written.substring(0, colon)), written.substring(colon + 1));
		}

	}

	/**
	 * A shard to be given away.
	 *
	 * @param shard its number
	 * @param token under which it was run here
	 * @param receiver who gets it; empty for whoever comes
	 */
	record Transfer(int shard, long token, String receiver) {
	}

}
