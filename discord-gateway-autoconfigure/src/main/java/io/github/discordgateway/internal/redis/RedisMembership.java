package io.github.discordgateway.internal.redis;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.GatewayNode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.ShardLease;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import io.github.discordgateway.internal.protocol.UserAgent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * One node's part in running the shards of a total, from its joining to its leaving. It
 * goes in rounds: say that the node lives; when something has changed, look who owns
 * what; end what is lost, start what was given, take what is free and this node's by
 * {@link FairShare}, and hand over what is another's. A round begins when the interval is
 * over, or when somebody publishes that something has changed. One round at a time: all
 * callbacks come one after the other.
 */
final class RedisMembership implements ShardOwnership.Membership {

	private static final Log logger = LogFactory.getLog(RedisOwnership.class);

	/** After a failure the next round comes sooner. */
	private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

	private final RedisOwnershipSettings settings;

	private final int total;

	private final ShardOwnership.ShardRunner runner;

	private final String node = UUID.randomUUID().toString().substring(0, 13);

	private final RedisAccess redis;

	private final LeaseTable table;

	private final RemoteCommands commands;

	private final RemoteRequests requests;

	private final Scheduler worker;

	private final LongSupplier nanoTime;

	private final Disposable.Swap timer = Disposables.swap();

	private final Disposable.Swap doubt = Disposables.swap();

	private final Disposable.Composite channels = Disposables.composite();

	// What follows is used by the worker only, unless it is volatile.

	/** The shards that run here, with their tokens. */
	private final Map<Integer, Long> held = new HashMap<>();

	/** Those of them that are being handed over. */
	private final Set<Integer> leavingShards = new HashSet<>();

	/** Those that somebody ran when Redis was last asked. */
	private Set<Integer> owned = Set.of();

	/** Those that somebody ran until Redis lost its data, and nobody since. */
	private final Set<Integer> orphaned = new HashSet<>();

	private volatile NodeRecord self;

	private boolean roundUnderWay;

	private boolean roundWanted;

	private long roundBegun;

	/** What follows the round that is under way. */
	private @Nullable Runnable afterRound;

	private boolean failing;

	private volatile boolean released;

	/** Whether Redis has known this node. */
	private boolean joined;

	/**
	 * Until when nothing is claimed. After an outage the others may need as long as this
	 * to say that they live, and keep what they have.
	 */
	private long claimFrom;

	private @Nullable String seenToken;

	private List<NodeRecord> seenNodes = List.of();

	/** Totals of other nodes that were told of. */
	private Set<Integer> otherTotals = Set.of();

	private volatile long highestToken;

	/** Until when the leases certainly last, by the node's clock. */
	private volatile long certainUntil;

	private volatile @Nullable String problem = "Redis has not answered yet";

	private volatile List<GatewayNode> nodes = List.of();

	private volatile List<ShardId> unowned = List.of();

	/** The shards of {@link #held}, for others. */
	private volatile List<ShardId> running = List.of();

	/**
	 * Makes a membership, which begins when it is started.
	 * @param redis where the leases are
	 * @param settings how shards are shared
	 * @param total the number of shards
	 * @param runner runs them
	 * @param worker its only thread, which it ends
	 * @param nanoTime its clock, which is never set
	 */
	RedisMembership(RedisAccess redis, RedisOwnershipSettings settings, int total, ShardOwnership.ShardRunner runner,
			Scheduler worker, LongSupplier nanoTime) {
		this.worker = worker;
		this.nanoTime = nanoTime;
		this.claimFrom = nanoTime.getAsLong();
		this.certainUntil = nanoTime.getAsLong();
		this.redis = redis;
		this.settings = settings;
		this.total = total;
		this.runner = runner;
		this.commands = new RemoteCommands(redis, this.node, settings.commandLimit(), this::ownerOf, runner::send);
		this.requests = new RemoteRequests(redis, this.node, settings.commandLimit(), this::ownerOf, runner::ask);
		this.table = new LeaseTable(redis, total, this.node, settings.leaseDuration());
		this.self = new NodeRecord(this.node, host(), UserAgent.version(),
				Instant.now().truncatedTo(ChronoUnit.SECONDS), false, total);
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

	String node() {
		return this.node;
	}

	boolean isReleased() {
		return this.released;
	}

	void start() {
		logger.info("Joining as node " + this.node + " those that share the " + this.total + " shards");
		this.channels.add(this.commands.listen());
		this.channels.add(this.requests.listen());
		this.channels.add(this.redis.listen(this.redis.keys().channel(this.node), this.redis.keys().channel("*"))
			.subscribe((message) -> this.worker.schedule(this::wantRound)));
		this.worker.schedule(this::wantRound);
	}

	CoordinationSnapshot snapshot() {
		return new CoordinationSnapshot(this.node, this.problem, this.nodes, this.unowned,
				isCertain() ? List.of() : this.running);
	}

	private boolean isCertain() {
		return this.nanoTime.getAsLong() - this.certainUntil < 0;
	}

	private Mono<String> ownerOf(ShardId shard) {
		return Mono.fromSupplier(() -> snapshot().nodeOf(shard)).map(GatewayNode::id);
	}

	Mono<Integer> total() {
		return Mono.fromSupplier(() -> snapshot().self()).map(GatewayNode::total);
	}

	Mono<Void> send(ShardId shard, String command) {
		return this.commands.send(shard, command);
	}

	Flux<byte[]> ask(ShardId shard, String request) {
		return this.requests.ask(shard, request);
	}

	// Rounds

	private void wantRound() {
		if (this.released) {
			return;
		}
		if (this.roundUnderWay) {
			this.roundWanted = true;
			return;
		}
		this.roundUnderWay = true;
		this.roundWanted = false;
		this.timer.update(Disposables.disposed());
		this.roundBegun = this.nanoTime.getAsLong();
		Mono.defer(() -> this.table.renew(this.self))
			.flatMap((renewal) -> Mono.defer(() -> renewed(renewal)).subscribeOn(this.worker))
			.publishOn(this.worker)
			.subscribe(null, this::failed, this::succeeded);
	}

	private void succeeded() {
		this.certainUntil = this.roundBegun + this.settings.leaseDuration().toNanos();
		this.problem = null;
		if (this.failing) {
			this.failing = false;
			this.runner.problem(null);
			logger.info("Redis answers again: it is known who runs which shard");
		}
		if (this.settings.closeInDoubt()) {
			this.doubt.update(this.worker.schedule(this::closeInDoubt, this.settings.leaseDuration().toNanos(),
					TimeUnit.NANOSECONDS));
		}
		next(this.settings.renewInterval());
	}

	private void failed(Throwable failure) {
		String described = RedisAccess.describe(failure);
		this.problem = described;
		this.runner.problem(described);
		if (!this.failing) {
			this.failing = true;
			logger.warn("It is not known at present who runs which shard. Connections that are there go on, and no "
					+ "shard identifies. " + described);
		}
		Duration interval = this.settings.renewInterval();
		next((interval.compareTo(LONGEST_PAUSE_AFTER_FAILURE) < 0) ? interval : LONGEST_PAUSE_AFTER_FAILURE);
	}

	private void next(Duration pause) {
		this.roundUnderWay = false;
		Runnable last = this.afterRound;
		if (last != null) {
			last.run();
		}
		else if (this.roundWanted) {
			wantRound();
		}
		else {
			this.timer.update(this.worker.schedule(this::wantRound, pause.toNanos(), TimeUnit.NANOSECONDS));
		}
	}

	/** What follows from an answer. */
	private Mono<Void> renewed(LeaseTable.Renewal renewal) {
		boolean unchanged = renewal.known() && renewal.lastToken().equals(this.seenToken)
				&& renewal.nodes().equals(this.seenNodes);
		if (unchanged) {
			return Mono.empty();
		}
		boolean forgotten = this.joined && !renewal.known();
		if (forgotten) {
			this.orphaned.addAll(this.owned);
		}
		if (this.failing || forgotten) {
			this.claimFrom = this.nanoTime.getAsLong() + this.settings.leaseDuration().toNanos();
		}
		this.joined = true;
		boolean patient = this.nanoTime.getAsLong() - this.claimFrom < 0;
		tellOfOtherTotals(renewal.nodes());
		return this.table.owners(this.total)
			.publishOn(this.worker)
			.flatMap((owners) -> restoreLost(owners).publishOn(this.worker)
				.then(Mono.defer(() -> apply(renewal, owners, patient))))
			.then(Mono.fromRunnable(() -> {
				// Only now: whatever fails before is tried again in the next round.
				this.seenToken = patient ? null : renewal.lastToken();
				this.seenNodes = renewal.nodes();
			}));
	}

	private void tellOfOtherTotals(List<NodeRecord> known) {
		Set<Integer> others = known.stream()
			.map(NodeRecord::total)
			.filter((other) -> other != this.total)
			.collect(Collectors.toSet());
		if (!others.equals(this.otherTotals)) {
			this.otherTotals = others;
			if (!others.isEmpty()) {
				logger.warn("This node divides the bot's guilds by " + this.total + " shards, and others by " + others
						+ ": they share no shards, and each event comes once for each total. Set the same "
						+ "discord.gateway.sharding.total on all of them");
			}
		}
	}

	/** Redis does not know of leases that run here: it has lost its data. */
	private Mono<Void> restoreLost(Map<Integer, LeaseTable.Owner> owners) {
		Map<Integer, Long> lost = new TreeMap<>(this.held);
		lost.keySet().removeAll(owners.keySet());
		if (lost.isEmpty()) {
			return Mono.empty();
		}
		logger.warn("Redis has lost the leases of " + lost.size()
				+ " shards that run here, and is told of them again. Sessions that it has lost are saved again");
		return this.table.restore(lost).publishOn(this.worker).doOnNext((restored) -> {
			restored
				.forEach((shard) -> owners.put(shard, new LeaseTable.Owner(lost.getOrDefault(shard, 0L), this.node)));
			this.runner.keepAgain(restored.stream().map((shard) -> new ShardId(shard, this.total)).toList());
		}).then();
	}

	private Mono<Void> apply(LeaseTable.Renewal renewal, Map<Integer, LeaseTable.Owner> owners, boolean patient) {
		owners.values().forEach((owner) -> this.highestToken = Math.max(this.highestToken, owner.token()));
		for (Map.Entry<Integer, Long> lease : Map.copyOf(this.held).entrySet()) {
			LeaseTable.Owner owner = owners.get(lease.getKey());
			if (owner == null || owner.token() != lease.getValue() || !owner.node().equals(this.node)) {
				lose(lease.getKey(), (owner != null) ? owner.node() : "");
			}
		}
		Map<Integer, Long> given = new TreeMap<>();
		owners.forEach((shard, owner) -> {
			if (owner.node().equals(this.node) && !this.held.containsKey(shard) && shard < this.total) {
				given.put(shard, owner.token());
			}
		});
		Set<String> alive = renewal.nodes().stream().map(NodeRecord::id).collect(Collectors.toSet());
		// Whoever lives keeps the sessions of its shards, and so keeps them again.
		this.orphaned.removeIf((shard) -> owners.containsKey(shard) && alive.contains(owners.get(shard).node()));
		FairShare share = share(renewal.nodes(), owners);
		List<Integer> free = share.toClaim(this.node).stream().filter((shard) -> {
			LeaseTable.Owner owner = owners.get(shard);
			return owner == null || !alive.contains(owner.node());
		}).toList();
		Mono<Map<Integer, Long>> claimed = (free.isEmpty() || patient || this.self.leaving()) ? Mono.just(Map.of())
				: this.table.claim(free, this.highestToken);
		return claimed.publishOn(this.worker).doOnNext((taken) -> {
			// What is lost has been given up, and the rest lasts from this round on.
			this.certainUntil = this.roundBegun + this.settings.leaseDuration().toNanos();
			given.putAll(taken);
			taken.forEach((shard, token) -> owners.put(shard, new LeaseTable.Owner(token, this.node)));
			if (!this.self.leaving()) {
				grant(given);
				share.toHandOver(this.node, this.settings.handOver())
					.forEach((shard) -> handOver(shard, String.valueOf(share.next(shard))));
			}
			this.owned = Set.copyOf(owners.keySet());
			describe(renewal.nodes(), alive, owners);
			if (this.held.isEmpty() && !owners.isEmpty()) {
				this.runner.spare();
			}
		}).then(describeOthers(renewal.nodes(), owners));
	}

	private FairShare share(List<NodeRecord> known, Map<Integer, LeaseTable.Owner> owners) {
		@Nullable String[] present = new String[this.total];
		owners.forEach((shard, owner) -> {
			if (shard < this.total) {
				present[shard] = owner.node();
			}
		});
		return FairShare.of(known.stream()
			.filter((candidate) -> candidate.total() == this.total && !candidate.leaving())
			.map(NodeRecord::id)
			.toList(), present);
	}

	private void lose(int shard, String owner) {
		logger.warn("Shard " + new ShardId(shard, this.total) + " is closed here, and its session kept: "
				+ (owner.isEmpty() ? "its lease is lost" : "node " + owner + " runs it now"));
		forget(shard);
		this.runner.lost(new ShardId(shard, this.total)).subscribe();
	}

	private void forget(int shard) {
		this.held.remove(shard);
		this.leavingShards.remove(shard);
		publishRunning();
	}

	private void publishRunning() {
		this.running = this.held.keySet().stream().sorted().map((id) -> new ShardId(id, this.total)).toList();
	}

	private void grant(Map<Integer, Long> given) {
		if (given.isEmpty()) {
			return;
		}
		given.values().forEach((token) -> this.highestToken = Math.max(this.highestToken, token));
		this.held.putAll(given);
		publishRunning();
		try {
			this.runner.granted(given.entrySet()
				.stream()
				.map((lease) -> new ShardLease(new ShardId(lease.getKey(), this.total), lease.getValue(),
						this::isCertain, this.orphaned.remove(lease.getKey())))
				.toList());
		}
		catch (RuntimeException ex) {
			// It would fail each time: these shards stay this node's, for whoever looks.
			this.runner.failed(ex);
		}
	}

	private void handOver(int shard, String receiver) {
		Long token = this.held.get(shard);
		if (token == null || !this.leavingShards.add(shard)) {
			return;
		}
		ShardId id = new ShardId(shard, this.total);
		logger.info("Handing shard " + id + " over to node " + receiver);
		this.runner.handOver(id)
			.then(Mono.defer(
					() -> this.table.transfer(List.of(new LeaseTable.Transfer(shard, token, receiver)), token, false)))
			.doOnError((failure) -> logger
				.warn("Shard " + id + " could not be handed over. " + RedisAccess.describe(failure)))
			.onErrorComplete()
			.subscribe(null, null, () -> this.worker.schedule(() -> {
				// If it was not transferred, the next round finds it to be this node's.
				forget(shard);
				this.seenToken = null;
				wantRound();
			}));
	}

	private void closeInDoubt() {
		if (isCertain() || this.held.isEmpty()) {
			return;
		}
		logger.warn("All " + this.held.size() + " shards that run here are closed, since others may run them by now");
		this.seenToken = null;
		List.copyOf(this.held.keySet()).forEach((shard) -> {
			forget(shard);
			this.runner.lost(new ShardId(shard, this.total)).subscribe();
		});
	}

	// What is told of all nodes

	private void describe(List<NodeRecord> known, Set<String> alive, Map<Integer, LeaseTable.Owner> owners) {
		this.unowned = IntStream.range(0, this.total).filter((shard) -> {
			LeaseTable.Owner owner = owners.get(shard);
			return owner == null || !alive.contains(owner.node());
		}).mapToObj((shard) -> new ShardId(shard, this.total)).toList();
		this.nodes = known.stream()
			.map((node) -> node.with((node.total() == this.total) ? LeaseTable.shardsOf(node.id(), owners) : List.of()))
			.toList();
	}

	/** Those of other totals are looked up only while there are any. */
	private Mono<Void> describeOthers(List<NodeRecord> known, Map<Integer, LeaseTable.Owner> owners) {
		return Flux.fromIterable(this.otherTotals)
			.concatMap((other) -> this.table.owners(other)
				.publishOn(this.worker)
				.doOnNext((theirs) -> this.nodes = this.nodes.stream()
					.map((node) -> (node.total() == other) ? withShards(node, LeaseTable.shardsOf(node.id(), theirs))
							: node)
					.toList()))
			.then();
	}

	private static GatewayNode withShards(GatewayNode node, List<Integer> shards) {
		return new GatewayNode(node.id(), node.host(), node.version(), node.since(), node.leaving(), node.total(),
				shards);
	}

	// The end

	@Override
	public void leave() {
		this.self = this.self.leave();
		this.worker.schedule(this::wantRound);
	}

	@Override
	public Mono<Void> release() {
		Sinks.Empty<Void> done = Sinks.empty();
		this.worker.schedule(() -> {
			this.released = true;
			this.timer.dispose();
			this.doubt.dispose();
			this.channels.dispose();
			Runnable last = () -> Mono.defer(this::transferAll)
				.doFinally((signal) -> this.worker.dispose())
				.subscribe(null, done::tryEmitError, done::tryEmitEmpty);
			if (this.roundUnderWay) {
				this.afterRound = last;
			}
			else {
				last.run();
			}
		});
		return done.asMono();
	}

	private Mono<Void> transferAll() {
		this.running = List.of();
		if (this.highestToken == 0 && this.problem != null) {
			// Redis was never there: nobody knows of this node.
			return Mono.empty();
		}
		return this.table.owners(this.total).map((owners) -> {
			FairShare share = share(this.seenNodes.stream().filter((known) -> !known.id().equals(this.node)).toList(),
					owners);
			List<LeaseTable.Transfer> transfers = new ArrayList<>();
			owners.forEach((shard, owner) -> {
				if (owner.node().equals(this.node) && shard < this.total) {
					String receiver = share.next(shard);
					transfers.add(new LeaseTable.Transfer(shard, owner.token(), (receiver != null) ? receiver : ""));
				}
			});
			return transfers;
		}).flatMap((transfers) -> this.table.transfer(transfers, this.highestToken, true)).then();
	}

}
