package io.github.discordgateway.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import io.github.discordgateway.rest.GatewayBotClient;
import io.github.discordgateway.shard.GatewayShard;
import io.github.discordgateway.shard.ShardDriver;
import io.github.discordgateway.shard.ShardNotice;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * The shards of this process, as long as the application runs. Starting returns at once:
 * {@link #startup()} tells how it went. Stopping reads no more events, waits for the
 * listeners, saves the sessions and then closes the connections.
 */
public final class GatewayCluster implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(GatewayCluster.class);

	private final Target target;

	private final GatewayBotClient botClient;

	private final IdentifyQueue identifyQueue;

	private final ShardFactory shardFactory;

	private final EventSink events;

	private final Shutdown shutdown;

	private final LifecycleEvents lifecycleEvents;

	private final LongAdder sessionsLost = new LongAdder();

	private volatile ShardSet shards = ShardSet.NONE;

	/** Shards of another total that are on their way up, or have been replaced. */
	private volatile ShardSet aside = ShardSet.NONE;

	/** Where the shards are connected; null before they are. */
	private volatile @Nullable URI url;

	private final AtomicBoolean resharding = new AtomicBoolean();

	/** Those whose listeners are behind; guards itself. */
	private final Set<ShardId> paused = new HashSet<>();

	private final List<Consumer<List<GatewayShard>>> observers = new CopyOnWriteArrayList<>();

	/** Those that have not been ready since the start. */
	private final Set<ShardId> notYetReady = new HashSet<>();

	private volatile @Nullable String problem;

	private volatile boolean running;

	private volatile Sinks.Empty<Void> started = Sinks.empty();

	private Disposable starting = Disposables.disposed();

	/**
	 * Makes a cluster, which does nothing yet.
	 * @param target where to connect and with which shards, as far as it is configured
	 * @param botClient asked for the rest
	 * @param identifyQueue told the limits that Discord names
	 * @param shardFactory makes the shards
	 * @param events gets the events
	 * @param shutdown what a stop leaves
	 * @param publisher gets each {@link GatewayLifecycleEvent}
	 */
	public GatewayCluster(Target target, GatewayBotClient botClient, IdentifyQueue identifyQueue,
			ShardFactory shardFactory, EventSink events, Shutdown shutdown, ApplicationEventPublisher publisher) {
		this.target = target;
		this.botClient = botClient;
		this.identifyQueue = identifyQueue;
		this.shardFactory = shardFactory;
		this.events = events;
		this.shutdown = shutdown;
		this.lifecycleEvents = new LifecycleEvents(publisher);
	}

	/**
	 * The shards, by number.
	 * @return the shards; empty until it is known how many there are
	 */
	public List<GatewayShard> shards() {
		return List.copyOf(this.shards.shards());
	}

	/**
	 * One of the shards.
	 * @param id its number
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here
	 */
	public GatewayShard shard(int id) {
		return this.shards.shard(id);
	}

	/**
	 * The shard that a guild belongs to.
	 * @param guildId the guild
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here
	 */
	public GatewayShard shardFor(Snowflake guildId) {
		ShardSet current = this.shards;
		return current.shard(ShardId.forGuild(guildId, current.total()).id());
	}

	/**
	 * Tells somebody which shards run here: those that do now, and then each time that
	 * their number changes. A shard that is restarted, or an observer that is registered
	 * meanwhile, may make it tell the same twice.
	 * @param observer given the shards by number; it must return at once
	 */
	public void observe(Consumer<List<GatewayShard>> observer) {
		this.observers.add(observer);
		observer.accept(shards());
	}

	private void tellObservers() {
		List<GatewayShard> current = shards();
		this.observers.forEach((observer) -> observer.accept(current));
	}

	/**
	 * How the start went.
	 * @return completes when the first shard is ready; an error when Discord refused the
	 * token, or closed a shard for good before any was ready
	 */
	public Mono<Void> startup() {
		return Mono.defer(() -> this.started.asMono());
	}

	/**
	 * Why there are no shards yet.
	 * @return the last problem with {@code GET /gateway/bot}; {@code null} when there is
	 * none
	 */
	public @Nullable String problem() {
		return this.problem;
	}

	/**
	 * Stops or goes on reading events of a shard, while its heartbeats go on.
	 * @param shard which one
	 * @param paused whether to stop
	 */
	public void pauseReading(ShardId shard, boolean paused) {
		synchronized (this.paused) {
			if (paused ? this.paused.add(shard) : this.paused.remove(shard)) {
				this.lifecycleEvents.publish(paused ? new ReadingPaused(shard) : new ReadingResumed(shard));
			}
			ShardDriver found = this.shards.find(shard.id());
			if (found != null && found.id().equals(shard)) {
				found.pauseReading(paused);
			}
		}
	}

	/**
	 * Stops one shard and keeps its session.
	 * @param id its number
	 * @return completes when it has stopped
	 */
	public Mono<Void> stopShard(int id) {
		return Mono.defer(() -> {
			ShardDriver shard = this.shards.shard(id);
			return shard.drain(true).then(Mono.defer(() -> handled(List.of(shard.id())))).then(shard.stop(true));
		});
	}

	/**
	 * Starts a shard that has ended.
	 * @param id its number
	 * @return completes when it is on its way
	 */
	public Mono<Void> startShard(int id) {
		return Mono.fromRunnable(() -> {
			ShardSet current = this.shards;
			ShardDriver shard = current.shard(id);
			if (shard.snapshot().state().isFinal()) {
				ShardDriver next;
				synchronized (this.paused) {
					next = current.renew(shard);
					next.pauseReading(this.paused.contains(next.id()));
				}
				next.start();
			}
		});
	}

	/**
	 * Stops and starts one shard.
	 * @param id its number
	 * @return completes when it is on its way again
	 */
	public Mono<Void> restartShard(int id) {
		return stopShard(id).then(startShard(id));
	}

	/**
	 * Changes the number of shards without a pause.
	 * @param total the new number
	 * @return completes when the old shards are closed
	 * @see Gateway#reshard
	 */
	public Mono<Void> reshard(int total) {
		return Mono.defer(() -> {
			ShardLayout layout = this.target.split().apply(total);
			URI target = this.url;
			if (target == null || !this.running) {
				return Mono.error(new IllegalStateException("There are no shards yet whose number could change"));
			}
			IdentifyBudget budget = this.identifyQueue.budget();
			if (budget != null && budget.remaining() - budget.reserve() < layout.ids().size()) {
				return Mono.error(new IllegalStateException(
						"Changing to " + total + " shards takes " + layout.ids().size() + " identifies, but of today's "
								+ budget.total() + " only " + budget.remaining() + " are left, " + budget.reserve()
								+ " of them in reserve. All are back in " + budget.resetIn().toMinutes() + " minutes"));
			}
			if (!this.resharding.compareAndSet(false, true)) {
				return Mono.error(new IllegalStateException("The number of shards is being changed already"));
			}
			return reshard(layout, target).doOnTerminate(() -> this.resharding.set(false))
				.doOnCancel(() -> this.resharding.set(false));
		});
	}

	/**
	 * Whether the number of shards is being changed.
	 * @return whether new shards are on their way, or take over
	 */
	public boolean isResharding() {
		return this.resharding.get();
	}

	private Mono<Void> reshard(ShardLayout layout, URI target) {
		ShardSet old = this.shards;
		logger.info("Changing from " + old.total() + " to " + layout.total() + " shards");
		Resharding change = new Resharding(layout, this.target.handOverWindow(), this::onNotice);
		ShardSet next = ShardSet.of(layout, target, this.shardFactory, this.events, true, change);
		this.aside = next;
		next.inherit(old);
		next.start();
		return change.handOver(old, next, () -> exchange(old, next), () -> handled(old.ids()))
			.doOnSuccess((nothing) -> logger.info("The " + layout.total() + " shards have taken over"))
			.then(Mono.defer(() -> old.stop(false)))
			.doOnError(
					(failure) -> logger.warn("The number of shards stays " + old.total() + ": " + failure.getMessage()))
			.onErrorResume((failure) -> next.stop(false).then(Mono.error(failure)))
			.doOnCancel(() -> this.aside.stop(false).subscribe());
	}

	private synchronized void exchange(ShardSet old, ShardSet next) {
		if (!this.running) {
			throw new IllegalStateException("The gateway was stopped");
		}
		this.shards = next;
		this.aside = old;
		tellObservers();
		this.lifecycleEvents.publish(new AllShardsReady(next.ids()));
	}

	@Override
	public void start() {
		this.running = true;
		this.problem = null;
		awaitReady(List.of());
		this.lifecycleEvents.open();
		this.started = Sinks.empty();
		this.starting = plan().subscribe(this::launch, this::failed);
	}

	private Mono<Plan> plan() {
		URI url = this.target.url();
		Integer total = this.target.total();
		if (url != null && total != null) {
			return Mono.fromSupplier(() -> new Plan(url, this.target.split().apply(total)));
		}
		return this.botClient.fetch((failure) -> this.problem = failure).map((answer) -> {
			this.problem = null;
			this.identifyQueue.update(SessionStartLimits.of(answer));
			return new Plan((url != null) ? url : URI.create(answer.url()),
					this.target.split().apply((total != null) ? total : answer.shards()));
		});
	}

	private synchronized void launch(Plan plan) {
		if (!this.running) {
			return;
		}
		logger.info("Starting " + plan.layout().ids().size() + " of " + plan.layout().total() + " shards on "
				+ plan.url().getHost());
		this.url = plan.url();
		this.shards = ShardSet.of(plan.layout(), plan.url(), this.shardFactory, this.events, false, this::onNotice);
		tellObservers();
		awaitReady(this.shards.ids());
		this.shards.start();
	}

	private void failed(Throwable failure) {
		this.problem = failure.getMessage();
		logger.error("The gateway cannot start: " + failure.getMessage());
		this.started.tryEmitError(failure);
	}

	private void onNotice(ShardId shard, ShardNotice notice) {
		if (notice instanceof ShardNotice.SessionLost) {
			this.sessionsLost.increment();
		}
		this.lifecycleEvents.publish(shard, notice);
		if (notice instanceof ShardNotice.Ready || notice instanceof ShardNotice.Resumed) {
			this.started.tryEmitEmpty();
			if (isLastToBeReady(shard)) {
				this.lifecycleEvents.publish(new AllShardsReady(this.shards.ids()));
			}
		}
		else if (notice instanceof ShardNotice.Failed failure) {
			this.started.tryEmitError(new FatalCloseException(shard, failure.closeCode()));
		}
	}

	private void awaitReady(List<ShardId> ids) {
		synchronized (this.notYetReady) {
			this.notYetReady.clear();
			this.notYetReady.addAll(ids);
		}
	}

	private boolean isLastToBeReady(ShardId shard) {
		synchronized (this.notYetReady) {
			return this.notYetReady.remove(shard) && this.notYetReady.isEmpty();
		}
	}

	/**
	 * How many sessions could not be resumed.
	 * @return the count since the application started
	 */
	public long sessionsLost() {
		return this.sessionsLost.sum();
	}

	@Override
	public void stop(Runnable callback) {
		ShardSet stopping;
		ShardSet left;
		synchronized (this) {
			this.running = false;
			this.starting.dispose();
			stopping = this.shards;
			left = this.aside;
			this.aside = ShardSet.NONE;
		}
		boolean keepSessions = this.shutdown.keepSessions();
		left.drain(false)
			.then(stopping.drain(keepSessions))
			.then(Mono.defer(() -> handled(stopping.ids())))
			.then(Mono.when(stopping.stop(keepSessions), left.stop(false)))
			.doFinally((signal) -> this.lifecycleEvents.close(callback))
			.subscribe();
	}

	private Mono<Void> handled(List<ShardId> ids) {
		Duration limit = this.shutdown.drainTimeout();
		return this.events.drain(ids).timeout(limit).onErrorResume(TimeoutException.class, (overdue) -> {
			logger.warn("Listeners are still busy after " + limit.toSeconds()
					+ " s: what they have not handled is not acknowledged"
					+ (this.shutdown.keepSessions() ? ", and comes again after the next start" : ""));
			return Mono.empty();
		});
	}

	@Override
	public void stop() {
		Sinks.Empty<Void> stopped = Sinks.empty();
		stop(stopped::tryEmitEmpty);
		stopped.asMono().block();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Where to connect and with which shards, as far as it is configured.
	 *
	 * @param url the gateway; {@code null} to ask Discord
	 * @param total the number of shards; {@code null} to ask Discord
	 * @param split which of a total run here
	 * @param handOverWindow the time by which two shards may receive the same event apart
	 */
	public record Target(@Nullable URI url, @Nullable Integer total, IntFunction<ShardLayout> split,
			Duration handOverWindow) {
	}

	/**
	 * What a stop leaves.
	 *
	 * @param keepSessions whether the next start shall resume the sessions; otherwise the
	 * bot goes offline at once
	 * @param drainTimeout how long the listeners may take to handle what was received
	 */
	public record Shutdown(boolean keepSessions, Duration drainTimeout) {

	}

	private record Plan(URI url, ShardLayout layout) {
	}

}
