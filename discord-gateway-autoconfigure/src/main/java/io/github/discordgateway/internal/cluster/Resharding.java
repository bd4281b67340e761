package io.github.discordgateway.internal.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import io.github.discordgateway.FatalCloseException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.shard.EventDelivery;
import io.github.discordgateway.internal.shard.ShardWatcher;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One change of the number of shards, from its begin to its end.
 * <ol>
 * <li>The new shards come up silently, while the listeners get the events of the old
 * ones.</li>
 * <li>When all are ready, the events of both are compared ({@link EventCopies}), until
 * the old ones are level with the new ones ({@link HandOverCheck}).</li>
 * <li>The new shards become those that run. The old ones take no more events; when the
 * listeners have handled those that came, they get what only the new shards have had, and
 * all that comes from then on, and the old ones are closed.</li>
 * </ol>
 * Until the third step it can be given up, and the old shards go on as if nothing had
 * been; from then on it runs to its end, whoever still waits for it.
 */
final class Resharding implements ShardWatcher {

	private static final Log logger = LogFactory.getLog(Resharding.class);

	private static final Duration LONGEST_TICK = Duration.ofMillis(250);

	private static final Duration SHORTEST_TICK = Duration.ofMillis(5);

	private final ShardSet old;

	private final ShardSet next;

	private final ReshardingSettings settings;

	private final EventSink listeners;

	private final ShardFactory sessions;

	private final ShardWatcher watcher;

	private final BooleanSupplier exchange;

	private final Runnable ended;

	private final EventCopies copies;

	private final HandOverCheck check;

	private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.PREPARING);

	private final Set<ShardId> notYetReady = ConcurrentHashMap.newKeySet();

	private final Sinks.Empty<Void> ready = Sinks.empty();

	private final Sinks.Empty<Void> result = Sinks.empty();

	private final Disposable.Composite work = Disposables.composite();

	/**
	 * Makes the new shards, which do nothing yet.
	 * @param old the shards that run
	 * @param layout the shards to come
	 * @param url where they connect
	 * @param services what the cluster works with
	 * @param watcher told about the new shards, too
	 * @param exchange makes the new shards those that run; it returns whether it did
	 * @param ended run when nothing of the change goes on any more
	 */
	Resharding(ShardSet old, ShardLayout layout, URI url, ClusterServices services, ShardWatcher watcher,
			BooleanSupplier exchange, Runnable ended) {
		this.old = old;
		this.settings = services.resharding();
		this.listeners = services.sink();
		this.sessions = services.shardFactory();
		this.watcher = watcher;
		this.exchange = exchange;
		this.ended = ended;
		this.notYetReady.addAll(layout.shards());
		EventDelivery silence = (shard, sessionId, frame, replayed, handled) -> handled.run();
		this.next = ShardSet.of(layout, url, services.shardFactory(), silence, this);
		this.next.inherit(old);
		this.copies = new EventCopies(old.ids(), this.settings.window().toNanos(), this.next::holdReading,
				System::nanoTime);
		this.check = new HandOverCheck(old, this.next, this.copies, this.settings.window(), System::nanoTime);
	}

	ShardSet old() {
		return this.old;
	}

	ShardSet next() {
		return this.next;
	}

	/**
	 * How it ends.
	 * @return completes when the old shards are closed; an error when the old ones go on,
	 * or when it was {@link #abort aborted}
	 */
	Mono<Void> result() {
		return this.result.asMono();
	}

	void begin() {
		logger.info("Changing from " + this.old.total() + " to " + this.next.total() + " shards");
		this.work.add(this.ready.asMono()
			.then(Mono.defer(this::compare))
			.then(Mono.defer(this::untilLevel))
			.subscribe(null, this::giveUp, this::takeOver));
		this.next.start();
	}

	@Override
	public void on(ShardLifecycleEvent event) {
		this.watcher.on(event);
		if (event instanceof ShardFailed failed) {
			giveUp(new FatalCloseException(failed.shard(), failed.closeCode()));
		}
		else if (event instanceof ShardReady || event instanceof ShardResumed) {
			this.notYetReady.remove(event.shard());
			if (this.notYetReady.isEmpty()) {
				this.ready.tryEmitEmpty();
			}
		}
	}

	/** A shard has stopped reading: it is not level. */
	void stoppedReading(ShardId shard) {
		this.check.stoppedReading(shard);
	}

	private Mono<Void> compare() {
		EventDelivery noting = beforeListeners((shard, sessionId, frame, replayed, handled) -> this.listeners
			.deliver(shard, sessionId, frame, replayed, this.copies.receivedByOld(shard, frame, handled)));
		return this.old.switchDelivery((shard, delivery) -> delivery.to(noting))
			.then(this.next.switchDelivery((shard, delivery) -> delivery.to(this.copies::receivedByNew)));
	}

	private Mono<Void> untilLevel() {
		Duration tick = this.settings.window().dividedBy(10);
		if (tick.compareTo(LONGEST_TICK) > 0) {
			tick = LONGEST_TICK;
		}
		else if (tick.compareTo(SHORTEST_TICK) < 0) {
			tick = SHORTEST_TICK;
		}
		return Flux.interval(tick)
			.onBackpressureDrop()
			.filter((count) -> this.check.passes())
			.next()
			.then()
			.timeout(this.settings.timeout(),
					Mono.error(() -> new IllegalStateException("the new shards were ready, "
							+ "but could not take over within " + this.settings.timeout().toSeconds()
							+ " s (discord.gateway.sharding.hand-over-timeout): " + this.check.obstacle())));
	}

	/**
	 * Gives the change up if the new shards have not taken over; otherwise does nothing.
	 */
	void cancel() {
		giveUp(new CancellationException("the change was cancelled"));
	}

	private void giveUp(Throwable cause) {
		if (!this.phase.compareAndSet(Phase.PREPARING, Phase.OVER)) {
			return;
		}
		this.work.dispose();
		logger.warn("The number of shards stays " + this.old.total() + ": " + cause.getMessage());
		this.next.stop(false)
			.onErrorResume((failure) -> logged("The new shards could not be closed", failure))
			.then(this.old.switchDelivery((shard, delivery) -> delivery.to(this.listeners))
				.onErrorResume((failure) -> logged("The comparing of events could not be ended", failure)))
			.doFinally((signal) -> {
				this.ended.run();
				this.result.tryEmitError(cause);
			})
			.subscribe(null, (failure) -> logger.error("The change was not given up cleanly", failure));
	}

	/**
	 * Ends the change at once, in whatever phase, because the cluster stops. What becomes
	 * of the shards of both totals is the cluster's matter.
	 */
	void abort() {
		this.phase.set(Phase.OVER);
		this.work.dispose();
		this.result.tryEmitError(new IllegalStateException("The gateway was stopped while its shards were changed"));
	}

	private void takeOver() {
		this.copies.handOver();
		if (!this.phase.compareAndSet(Phase.PREPARING, Phase.TAKING_OVER) || !this.exchange.getAsBoolean()) {
			return;
		}
		this.work.add(this.old.drain(false)
			.onErrorResume((failure) -> logged("An old shard may still read", failure))
			.then(Mono.defer(this::oldHandled))
			.then(Mono.defer(() -> this.next.switchDelivery(this::open)))
			.onErrorResume((failure) -> logged("A new shard did not take over", failure))
			.doOnSuccess((nothing) -> this.next.holdReading(false))
			.then(Mono.delay(this.settings.window()))
			.then(Mono.defer(() -> this.next.switchDelivery((shard, delivery) -> delivery.to(this.listeners))))
			.onErrorResume((failure) -> logged("A new shard did not settle", failure))
			.then(Mono.defer(this::closeOld))
			.subscribe(null, this::finish, () -> finish(null)));
	}

	private Mono<Void> oldHandled() {
		return this.listeners.drain(this.old.ids())
			.timeout(this.settings.timeout())
			.onErrorResume(TimeoutException.class, (overdue) -> {
				logger.warn("The listeners are still busy with what the old shards received "
						+ this.settings.timeout().toSeconds()
						+ " s ago, and get what comes to the new ones all the same: events of a guild may cross");
				return Mono.empty();
			});
	}

	/** On the event loop of the shard. */
	private void open(ShardId shard, SwitchableDelivery delivery) {
		delivery.to(beforeListeners((id, sessionId, frame, replayed, handled) -> {
			if (!this.copies.isDelivered(frame, handled)) {
				this.listeners.deliver(id, sessionId, frame, replayed, handled);
			}
		}));
		for (ParkedEvent event : this.copies.release(shard)) {
			try {
				event.deliverTo(this.listeners);
			}
			catch (RuntimeException ex) {
				logger.error("An event of shard " + shard + " could not be handed on and is not acknowledged", ex);
			}
		}
		this.listeners.readComplete();
	}

	private EventDelivery beforeListeners(EventDelivery events) {
		return new EventDelivery() {

			@Override
			public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed,
					Runnable handled) {
				events.deliver(shard, sessionId, frame, replayed, handled);
			}

			@Override
			public void readComplete() {
				Resharding.this.listeners.readComplete();
			}

		};
	}

	private Mono<Void> closeOld() {
		// A shard that has ended before has kept its session.
		Flux<Void> forgotten = Flux.fromIterable(this.old.ids()).flatMap(this.sessions::forget);
		return this.old.stop(false)
			.thenMany(forgotten)
			.then()
			.onErrorResume((failure) -> logged("An old shard could not be closed", failure));
	}

	private void finish(@Nullable Throwable failure) {
		if (!this.phase.compareAndSet(Phase.TAKING_OVER, Phase.OVER)) {
			return;
		}
		this.ended.run();
		if (failure != null) {
			logger.error("The " + this.next.total() + " shards have taken over, but not without trouble", failure);
			this.result.tryEmitError(failure);
		}
		else {
			logger.info("The " + this.next.total() + " shards have taken over");
			this.result.tryEmitEmpty();
		}
	}

	private static <T> Mono<T> logged(String what, Throwable failure) {
		logger.error(what, failure);
		return Mono.empty();
	}

	private enum Phase {

		PREPARING, TAKING_OVER, OVER

	}

}
