package io.github.discordgateway.internal.cluster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.dispatch.BackPressure;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The shards of this process, as long as the application runs. Starting returns at once:
 * {@link #startup()} tells how it went. Stopping reads no more events, waits for the
 * listeners, saves the sessions and then closes the connections. It may be started again:
 * each start has shards of its own, and begins when the stop before it has ended.
 */
public final class GatewayCluster implements BackPressure {

	private final ClusterServices services;

	private final PausedShards paused = new PausedShards();

	private final LongAdder sessionsLost = new LongAdder();

	private final List<Consumer<List<GatewayShard>>> observers = new CopyOnWriteArrayList<>();

	/** Replaced with each start. */
	private volatile ClusterRun run;

	private volatile boolean running;

	/**
	 * Makes a cluster, which does nothing yet.
	 * @param services what it works with
	 */
	public GatewayCluster(ClusterServices services) {
		this.services = services;
		this.run = newRun().over();
	}

	private ClusterRun newRun() {
		return new ClusterRun(this.services, this.paused, this.sessionsLost, this::tellObservers);
	}

	// Which shards run

	/**
	 * The shards, by number.
	 * @return the shards; empty until it is known how many there are
	 */
	public List<GatewayShard> shards() {
		return List.copyOf(this.run.shards().shards());
	}

	/**
	 * One of the shards.
	 * @param id its number
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here
	 */
	public GatewayShard shard(int id) {
		return this.run.shards().shard(id);
	}

	/**
	 * The shard that a guild belongs to.
	 * @param guildId the guild
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here
	 */
	public GatewayShard shardFor(Snowflake guildId) {
		ShardSet current = this.run.shards();
		return current.shard(ShardId.forGuild(guildId, current.total()).number());
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
	 * token, or closed a shard for good before any was ready, and a
	 * {@link java.util.concurrent.CancellationException} when the cluster was stopped
	 */
	public Mono<Void> startup() {
		return Mono.defer(() -> this.run.firstReady());
	}

	/**
	 * Why there are no shards yet, or too few.
	 * @return the last problem with {@code GET /gateway/bot}, or with the number that it
	 * names; {@code null} when there is none
	 */
	public @Nullable String problem() {
		return this.run.problem();
	}

	/**
	 * What is known of all processes that share the shards.
	 * @return the state of this moment; {@code null} when no others share them
	 */
	public @Nullable CoordinationSnapshot coordination() {
		return this.services.ownership().snapshot();
	}

	/**
	 * The shards that run in other processes.
	 * @return how they are reached; {@code null} when there are none
	 */
	public @Nullable RemoteShards elsewhere() {
		return this.services.ownership().isShared() ? this.services.ownership() : null;
	}

	/**
	 * How many sessions could not be resumed.
	 * @return the count since the application started
	 */
	public long sessionsLost() {
		return this.sessionsLost.sum();
	}

	// Single shards

	/**
	 * Its heartbeats go on. It holds for shards of this number that are made later, too.
	 */
	@Override
	public void pause(ShardId shard) {
		this.run.pauseReading(shard, true);
	}

	@Override
	public void resume(ShardId shard) {
		this.run.pauseReading(shard, false);
	}

	/**
	 * Stops one shard and keeps its session.
	 * @param id its number
	 * @return completes when it has stopped
	 * @see Gateway#stopShard
	 */
	public Mono<Void> stopShard(int id) {
		return Mono.defer(() -> this.run.stopShard(id));
	}

	/**
	 * Starts a shard that has ended.
	 * @param id its number
	 * @return completes when it is on its way
	 * @see Gateway#startShard
	 */
	public Mono<Void> startShard(int id) {
		return Mono.defer(() -> this.run.startShard(id));
	}

	/**
	 * Stops and starts one shard.
	 * @param id its number
	 * @return completes when it is on its way again
	 * @see Gateway#restartShard
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
		return Mono.defer(() -> this.run.reshard(total));
	}

	/**
	 * Whether the number of shards is being changed.
	 * @return whether new shards are on their way, or take over
	 */
	public boolean isResharding() {
		return this.run.isResharding();
	}

	// Life cycle

	/**
	 * Starts, and returns at once. Does nothing when it runs.
	 */
	public synchronized void start() {
		if (this.running) {
			return;
		}
		ClusterRun predecessor = this.run;
		ClusterRun next = newRun();
		this.running = true;
		this.run = next;
		next.start(predecessor);
	}

	/**
	 * Stops, and returns at once.
	 * @param callback run when that is done
	 */
	public void stop(Runnable callback) {
		ClusterRun stopping;
		synchronized (this) {
			this.running = false;
			stopping = this.run;
		}
		stopping.stop().subscribe(null, null, callback);
	}

	/**
	 * Stops, and returns when that is done.
	 */
	public void stop() {
		ClusterRun stopping;
		synchronized (this) {
			this.running = false;
			stopping = this.run;
		}
		stopping.stop().block();
	}

	/**
	 * Whether it was started, and not stopped since.
	 * @return whether it runs
	 */
	public boolean isRunning() {
		return this.running;
	}

}
