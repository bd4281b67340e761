package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.GatewayNode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.RemoteShards;
import io.github.discordgateway.internal.cluster.ShardNotHereException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The shards as a process sees them that runs none and is no node: it looks who runs
 * what, and tells nobody of itself. Nothing is done before it is asked something.
 */
public final class RedisRemoteShards implements RemoteShards, AutoCloseable {

	private final RedisAccess redis;

	private final Duration interval;

	private final @Nullable Integer configuredTotal;

	private final String node = UUID.randomUUID().toString().substring(0, 13);

	private final RemoteCommands commands;

	private final RemoteRequests requests;

	private final Disposable.Composite channels = Disposables.composite();

	private boolean begun;

	private long looked;

	private volatile CoordinationSnapshot known = new CoordinationSnapshot(this.node, "Redis has not answered yet",
			List.of(), List.of(), List.of());

	/**
	 * Makes a view of the shards.
	 * @param redis where the leases are
	 * @param settings how shards are shared
	 * @param configuredTotal the number of shards; {@code null} when it is what the nodes
	 * say
	 */
	public RedisRemoteShards(RedisAccess redis, RedisOwnershipSettings settings, @Nullable Integer configuredTotal) {
		this.redis = redis;
		this.interval = settings.renewInterval();
		this.configuredTotal = configuredTotal;
		this.commands = new RemoteCommands(redis, this.node, settings.commandLimit(), this::ownerOf,
				(shard, command) -> Mono.error(notHere(shard)));
		this.requests = new RemoteRequests(redis, this.node, settings.commandLimit(), this::ownerOf,
				(shard, request) -> Flux.error(notHere(shard)));
	}

	private static ShardNotHereException notHere(ShardId shard) {
		return new ShardNotHereException("Shard " + shard + " runs in another process");
	}

	/** The state of the last look; when that is too old, another one is begun. */
	@Override
	public CoordinationSnapshot snapshot() {
		boolean due;
		synchronized (this) {
			long now = System.nanoTime();
			due = this.looked == 0 || now - this.looked > this.interval.toNanos();
			if (due) {
				this.looked = now;
			}
		}
		if (due) {
			look().subscribe((total) -> {
			}, (ex) -> this.known = new CoordinationSnapshot(this.node, RedisAccess.describe(ex), this.known.nodes(),
					this.known.unowned(), List.of()));
		}
		return this.known;
	}

	@Override
	public Mono<Integer> total() {
		return Mono.defer(() -> (this.configuredTotal != null) ? Mono.just(this.configuredTotal) : look());
	}

	/** Looks at all nodes, and returns the number of shards. */
	private Mono<Integer> look() {
		return LeaseTable.nodes(this.redis).flatMap((nodes) -> {
			Integer total = totalOf(nodes);
			Set<Integer> totals = nodes.stream().map(NodeRecord::total).collect(Collectors.toSet());
			return Flux.fromIterable(totals)
				.flatMap((one) -> LeaseTable.owners(this.redis, one).map((owners) -> Map.entry(one, owners)))
				.collectMap(Map.Entry::getKey, Map.Entry::getValue)
				.doOnNext((owners) -> this.known = describe(nodes, total, owners))
				.flatMap((owners) -> Mono.justOrEmpty(total));
		});
	}

	/** The number that is configured, or else that most nodes have. */
	private @Nullable Integer totalOf(List<NodeRecord> nodes) {
		if (this.configuredTotal != null) {
			return this.configuredTotal;
		}
		return nodes.stream()
			.collect(Collectors.groupingBy(NodeRecord::total, Collectors.counting()))
			.entrySet()
			.stream()
			.max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	private CoordinationSnapshot describe(List<NodeRecord> nodes, @Nullable Integer total,
			Map<Integer, Map<Integer, LeaseTable.Owner>> owners) {
		Set<String> alive = nodes.stream().map(NodeRecord::id).collect(Collectors.toSet());
		Map<Integer, LeaseTable.Owner> own = (total != null) ? owners.getOrDefault(total, Map.of()) : Map.of();
		List<ShardId> unowned = new ArrayList<>();
		if (total != null) {
			IntStream.range(0, total).filter((shard) -> {
				LeaseTable.Owner owner = own.get(shard);
				return owner == null || !alive.contains(owner.node());
			}).forEach((shard) -> unowned.add(new ShardId(shard, total)));
		}
		return new CoordinationSnapshot(this.node, null, nodes.stream()
			.map((node) -> node.with(LeaseTable.shardsOf(node.id(), owners.getOrDefault(node.total(), Map.of()))))
			.toList(), unowned, List.of());
	}

	private Mono<String> ownerOf(ShardId shard) {
		return LeaseTable.owner(this.redis, shard).map(LeaseTable.Owner::node).filter((owner) -> !owner.isEmpty());
	}

	@Override
	public Mono<Void> send(ShardId shard, String command) {
		return Mono.defer(() -> {
			begin();
			return this.commands.send(shard, command);
		});
	}

	@Override
	public Flux<byte[]> ask(ShardId shard, String request) {
		return Flux.defer(() -> {
			begin();
			return this.requests.ask(shard, request);
		});
	}

	private synchronized void begin() {
		if (!this.begun) {
			this.begun = true;
			this.channels.add(this.commands.listen());
			this.channels.add(this.requests.listen());
		}
	}

	/** Ends what is asked for. */
	@Override
	public void close() {
		this.channels.dispose();
	}

}
