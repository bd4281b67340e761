package io.github.discordgateway.internal.cluster;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.FatalCloseException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.lifecycle.AllShardsReady;
import io.github.discordgateway.event.lifecycle.ReadingPaused;
import io.github.discordgateway.event.lifecycle.ReadingResumed;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.internal.shard.ShardDriver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The shards between one start and the stop that follows. Everything of a run goes away
 * with it, so that nothing of an old one can reach the next.
 */
final class ClusterRun implements ShardOwnership.ShardRunner {

	private static final Log logger = LogFactory.getLog(GatewayCluster.class);

	private final ClusterServices services;

	private final StartPlanner planner;

	private final PausedShards paused;

	private final LongAdder sessionsLost;

	private final Runnable shardsChanged;

	private final LifecycleEvents lifecycleEvents;

	private final OutgrownShards outgrown;

	private final ClusterStop stop;

	private final StartProgress progress = new StartProgress();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	/** Those that somebody stops; they may be started when they have ended. */
	private final Set<ShardDriver> beingStopped = ConcurrentHashMap.newKeySet();

	private volatile ShardSet shards = ShardSet.NONE;

	/** Those of the run before, which had settings made at run time. */
	private ShardSet predecessors = ShardSet.NONE;

	private ShardOwnership.@Nullable Membership membership;

	/** Where the shards are connected; null before they are. */
	private volatile @Nullable URI url;

	private volatile @Nullable Resharding change;

	private volatile @Nullable String problem;

	/** The number of shards that was chosen at run time; null when none was. */
	private volatile @Nullable Integer chosenTotal;

	private final Disposable.Swap starting = Disposables.swap();

	private boolean stopping;

	/**
	 * Makes a run that has not begun.
	 * @param services what the cluster works with
	 * @param paused whom the listeners have paused
	 * @param sessionsLost counts the sessions that could not be resumed
	 * @param shardsChanged run when other shards run here; it must return at once
	 */
	ClusterRun(ClusterServices services, PausedShards paused, LongAdder sessionsLost, Runnable shardsChanged) {
		this.services = services;
		this.planner = new StartPlanner(services);
		this.paused = paused;
		this.sessionsLost = sessionsLost;
		this.shardsChanged = shardsChanged;
		this.lifecycleEvents = new LifecycleEvents(services.publisher());
		this.stop = new ClusterStop(services);
		this.outgrown = new OutgrownShards(this, this.planner, services.resharding().retry());
	}

	ShardSet shards() {
		return this.shards;
	}

	Mono<Void> firstReady() {
		return this.progress.first();
	}

	@Nullable String problem() {
		return this.problem;
	}

	boolean isResharding() {
		return this.change != null;
	}

	// Start

	/**
	 * Begins, when the run before has ended.
	 * @param predecessor that run; what was set on its shards stays, and their number if
	 * it was chosen at run time
	 */
	void start(ClusterRun predecessor) {
		this.starting.update(predecessor.ended().then(Mono.defer(() -> {
			this.chosenTotal = predecessor.chosenTotal;
			return this.planner.plan(this.chosenTotal, this::problem);
		})).subscribe((plan) -> launch(plan, predecessor.shards), this::failed));
	}

	/** A run of no shards, for the time before the first start. */
	ClusterRun over() {
		synchronized (this) {
			this.stopping = true;
		}
		this.ended.tryEmitEmpty();
		return this;
	}

	private void launch(StartPlan plan, ShardSet predecessors) {
		synchronized (this) {
			if (this.stopping) {
				return;
			}
			this.url = plan.url();
			this.predecessors = predecessors;
			this.shards = ShardSet.of(plan.total(), plan.url(), this.services.shardFactory(), this.services.sink(),
					this::on);
		}
		ShardOwnership.Membership joined = this.services.ownership().join(plan.total(), this);
		boolean late;
		synchronized (this) {
			this.membership = joined;
			late = this.stopping;
		}
		if (late) {
			joined.leave();
			joined.release().subscribe();
		}
	}

	// Which shards run here

	@Override
	public void granted(List<ShardLease> leases) {
		List<ShardDriver> added;
		ShardSet current;
		synchronized (this) {
			if (this.stopping) {
				return;
			}
			current = this.shards;
			added = current.add(leases, this.predecessors.shards().isEmpty() ? current : this.predecessors);
			this.problem = null;
			this.progress.expectMore(leases.stream().map(ShardLease::shard).toList());
			added.forEach(this.paused::tell);
			this.shardsChanged.run();
		}
		logger.info("Starting " + added.size() + " of " + current.total() + " shards on " + connected().getHost());
		added.forEach(ShardDriver::start);
	}

	@Override
	public Mono<Void> handOver(ShardId shard) {
		return Mono.defer(() -> {
			ShardDriver leaving = this.shards.find(shard);
			return (leaving != null) ? leaving.identified()
				.then(this.stop.handled(leaving.drain(true), List.of(shard)))
				.then(Mono.defer(() -> leaving.stop(true)))
				.onErrorResume((failure) -> notEnded(shard, failure))
				.doFinally((signal) -> withdraw(leaving)) : Mono.empty();
		});
	}

	@Override
	public Mono<Void> lost(ShardId shard) {
		return Mono.defer(() -> {
			ShardDriver lost = this.shards.find(shard);
			if (lost == null) {
				return Mono.empty();
			}
			withdraw(lost);
			return lost.stop(true).onErrorResume((failure) -> notEnded(shard, failure));
		});
	}

	@Override
	public void keepAgain(List<ShardId> shards) {
		for (ShardId shard : shards) {
			ShardDriver running = this.shards.find(shard);
			if (running != null) {
				running.saveAgain();
			}
		}
	}

	private static Mono<Void> notEnded(ShardId shard, Throwable failure) {
		logger.error("Shard " + shard + " did not end as it should before another process runs it", failure);
		return Mono.empty();
	}

	private synchronized void withdraw(ShardDriver shard) {
		if (this.shards.remove(shard)) {
			this.progress.forget(shard.id());
			this.shardsChanged.run();
		}
	}

	@Override
	public Mono<Void> send(ShardId shard, String command) {
		return Mono.defer(() -> {
			ShardDriver sender = this.shards.find(shard);
			return (sender != null) ? sender.sendWritten(command) : Mono.error(notThere(shard));
		});
	}

	@Override
	public Flux<byte[]> ask(ShardId shard, String request) {
		return Flux.defer(() -> {
			ShardDriver asked = this.shards.find(shard);
			// While it is handed over, another process may ask as soon as it runs there.
			boolean leaves = asked != null && GatewayRequests.isLeaving(asked) && !this.beingStopped.contains(asked);
			return (asked != null && !leaves) ? this.services.requests().forOthers(asked, request)
					: Flux.error(notThere(shard));
		});
	}

	private static ShardNotHereException notThere(ShardId shard) {
		return new ShardNotHereException("Shard " + shard + " does not run there any more");
	}

	@Override
	public void spare() {
		this.progress.spare();
	}

	/** The last problem with finding out which shards run. */
	@Override
	public void problem(@Nullable String problem) {
		this.problem = problem;
	}

	/** Makes shards those that run; called with the lock, before they are started. */
	private void take(ShardSet taken) {
		this.problem = null;
		this.progress.expect(taken.ids());
		this.shards = taken;
		taken.shards().forEach(this.paused::tell);
		this.shardsChanged.run();
	}

	@Override
	public void failed(Throwable failure) {
		this.problem = failure.getMessage();
		logger.error("The gateway cannot start: " + failure.getMessage());
		this.progress.failed(failure);
	}

	private void on(ShardLifecycleEvent event) {
		if (event instanceof SessionLost) {
			this.sessionsLost.increment();
		}
		this.lifecycleEvents.publish(event);
		if (event instanceof ShardReady || event instanceof ShardResumed) {
			if (this.progress.ready(event.shard())) {
				this.lifecycleEvents.publish(new AllShardsReady(this.shards.ids()));
			}
		}
		else if (event instanceof ShardFailed failure) {
			failed(failure.shard(), failure.closeCode());
		}
	}

	private void failed(ShardId shard, int closeCode) {
		if (this.shards.find(shard) == null) {
			// Whoever changes the number of shards sees to it.
			return;
		}
		if (CloseCode.of(closeCode) != CloseCode.SHARDING_REQUIRED) {
			this.progress.failed(new FatalCloseException(shard, closeCode));
		}
		else if (this.planner.isTotalRecommended() && !this.services.ownership().isShared()) {
			this.outgrown.grow(shard);
		}
		else {
			this.outgrown.recommend(shard).subscribe(this.progress::failed, this.progress::failed);
		}
	}

	/** A shard of too few is refused, and Discord knows no better number. */
	void refused(ShardId shard) {
		this.progress.failed(new FatalCloseException(shard, CloseCode.SHARDING_REQUIRED.code()));
	}

	// Reading

	void pauseReading(ShardId shard, boolean pause) {
		if (this.paused.set(shard, pause, this::find)) {
			this.lifecycleEvents.publish(pause ? new ReadingPaused(shard) : new ReadingResumed(shard));
		}
		Resharding current = this.change;
		if (pause && current != null) {
			current.stoppedReading(shard);
		}
	}

	/** A shard that runs, comes up, or has been replaced and is not closed yet. */
	private @Nullable ShardDriver find(ShardId shard) {
		ShardDriver found = this.shards.find(shard);
		Resharding current = this.change;
		if (found == null && current != null) {
			found = current.next().find(shard);
		}
		return (found == null && current != null) ? current.old().find(shard) : found;
	}

	// One shard

	Mono<Void> stopShard(int id) {
		return Mono.defer(() -> {
			ShardDriver shard = shardToChange(id);
			this.beingStopped.add(shard);
			return this.stop.handled(shard.drain(true), List.of(shard.id()))
				.then(Mono.defer(() -> shard.stop(true)))
				.doFinally((signal) -> this.beingStopped.remove(shard));
		});
	}

	Mono<Void> startShard(int id) {
		return Mono.defer(() -> {
			ShardDriver shard = shardToChange(id);
			Mono<Void> stopped = this.beingStopped.contains(shard) ? shard.stop(true) : Mono.empty();
			return stopped.then(Mono.fromRunnable(() -> renew(shard)));
		});
	}

	private synchronized ShardDriver shardToChange(int id) {
		if (this.stopping) {
			throw new IllegalStateException("The gateway is stopped");
		}
		if (this.change != null) {
			throw new IllegalStateException(
					"The number of shards is being changed: one of them can be stopped or started afterwards");
		}
		return this.shards.shard(id);
	}

	private void renew(ShardDriver ended) {
		ShardDriver successor;
		synchronized (this) {
			if (shardToChange(ended.id().number()) != ended || !ended.snapshot().state().isFinal()) {
				return;
			}
			successor = this.shards.renew(ended);
			this.paused.tell(successor);
		}
		successor.start();
	}

	// Another number of shards

	/**
	 * Changes the number of shards without a pause.
	 * @param total the new number
	 * @return how it ends; cancelling gives it up
	 */
	Mono<Void> reshard(int total) {
		return Mono.defer(() -> {
			Resharding begun;
			synchronized (this) {
				begun = new Resharding(this.shards, layoutOf(total), running(), this.services, this::on, this::exchange,
						this::changeEnded);
				this.change = begun;
			}
			begun.begin();
			return begun.result().doOnCancel(begun::cancel);
		});
	}

	/**
	 * Replaces shards none of which runs any more.
	 * @param total the new number
	 */
	void startOver(int total) {
		ShardSet old;
		ShardSet fresh;
		synchronized (this) {
			old = this.shards;
			fresh = ShardSet.of(layoutOf(total), running(), this.services.shardFactory(), this.services.sink(),
					this::on);
			fresh.inherit(old);
			take(fresh);
			this.chosenTotal = total;
		}
		logger.info("Starting anew with " + total + " shards instead of " + old.total());
		fresh.start();
	}

	private ShardLayout layoutOf(int total) {
		running();
		if (this.services.ownership().isShared()) {
			throw new IllegalStateException("The number of shards cannot be changed at run time while several "
					+ "processes share them (discord.gateway.coordination): stop all of them, set "
					+ "discord.gateway.sharding.total=" + total + ", and start them again");
		}
		if (this.change != null) {
			throw new IllegalStateException("The number of shards is being changed already");
		}
		if (total == this.shards.total()) {
			throw new IllegalArgumentException("The number of shards is " + total + " already");
		}
		return this.planner.layoutOf(total);
	}

	private URI running() {
		if (this.stopping) {
			throw new IllegalStateException("There are no shards yet whose number could change");
		}
		return connected();
	}

	private URI connected() {
		URI connected = this.url;
		if (connected == null) {
			throw new IllegalStateException("There are no shards yet whose number could change");
		}
		return connected;
	}

	private synchronized boolean exchange() {
		Resharding current = this.change;
		if (this.stopping || current == null) {
			return false;
		}
		take(current.next());
		this.chosenTotal = current.next().total();
		this.progress.expect(List.of());
		this.lifecycleEvents.publish(new AllShardsReady(current.next().ids()));
		return true;
	}

	private synchronized void changeEnded() {
		this.change = null;
	}

	// Stop

	/**
	 * Ends the run, within the time that there is for it.
	 * @return completes then; a second stop is the same one
	 */
	Mono<Void> stop() {
		ShardSet running;
		Resharding changing;
		ShardOwnership.Membership left;
		synchronized (this) {
			if (this.stopping) {
				return this.ended.asMono();
			}
			this.stopping = true;
			running = this.shards;
			left = this.membership;
			changing = this.change;
			this.change = null;
		}
		this.services.shutdown().begin();
		this.lifecycleEvents.stopping(Thread.currentThread());
		this.starting.dispose();
		this.outgrown.dispose();
		if (left != null) {
			left.leave();
		}
		ShardSet aside = ShardSet.NONE;
		if (changing != null) {
			changing.abort();
			aside = (changing.next() == running) ? changing.old() : changing.next();
		}
		this.progress.failed(new CancellationException("The gateway was stopped before a shard was ready"));
		this.stop.end(running, aside, this.lifecycleEvents)
			.then((left != null) ? this.stop.released(left) : Mono.empty())
			.doFinally((signal) -> this.ended.tryEmitEmpty())
			.subscribe(null, (failure) -> logger.error("The shards were not stopped", failure));
		return this.ended.asMono();
	}

	/** Completes when the run is over. */
	Mono<Void> ended() {
		return this.ended.asMono();
	}

}
