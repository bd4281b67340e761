package io.github.discordgateway.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import io.github.discordgateway.rest.GatewayBot;
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

import org.springframework.context.SmartLifecycle;

/**
 * The shards of this process, as long as the application runs. Starting returns at once:
 * {@link #startup()} tells how it went. Stopping closes all shards and then waits for the
 * listeners.
 */
public final class GatewayCluster implements Gateway, SmartLifecycle {

	private static final Log logger = LogFactory.getLog(GatewayCluster.class);

	private final Target target;

	private final GatewayBotClient botClient;

	private final IdentifyQueue identifyQueue;

	private final ShardFactory shardFactory;

	private final Supplier<Mono<Void>> drain;

	private volatile List<ShardDriver> shards = List.of();

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
	 * @param drain completes when the listeners have handled all that was received
	 */
	public GatewayCluster(Target target, GatewayBotClient botClient, IdentifyQueue identifyQueue,
			ShardFactory shardFactory, Supplier<Mono<Void>> drain) {
		this.target = target;
		this.botClient = botClient;
		this.identifyQueue = identifyQueue;
		this.shardFactory = shardFactory;
		this.drain = drain;
	}

	@Override
	public List<GatewayShard> shards() {
		return List.copyOf(this.shards);
	}

	@Override
	public GatewayShard shard(int id) {
		return find(id);
	}

	@Override
	public GatewayShard shardFor(Snowflake guildId) {
		List<ShardDriver> current = this.shards;
		int total = current.isEmpty() ? 1 : current.get(0).id().total();
		return find(ShardId.forGuild(guildId, total).id());
	}

	private ShardDriver find(int id) {
		List<ShardDriver> current = this.shards;
		for (ShardDriver shard : current) {
			if (shard.id().id() == id) {
				return shard;
			}
		}
		throw new IllegalArgumentException("Shard " + id + " does not run here. These do: "
				+ current.stream().map((shard) -> shard.id().toString()).toList());
	}

	@Override
	public Mono<Void> updatePresence(UpdatePresence presence) {
		return Flux.fromIterable(this.shards).flatMap((shard) -> shard.send(presence), Integer.MAX_VALUE).then();
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
		for (ShardDriver candidate : this.shards) {
			if (candidate.id().equals(shard)) {
				candidate.pauseReading(paused);
			}
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.problem = null;
		this.started = Sinks.empty();
		this.starting = plan().subscribe(this::launch, this::failed);
	}

	private Mono<Plan> plan() {
		URI url = this.target.url();
		ShardLayout layout = this.target.layout();
		if (url != null && layout != null) {
			return Mono.just(new Plan(url, layout));
		}
		return this.botClient.fetch((failure) -> this.problem = failure).map((answer) -> {
			this.problem = null;
			this.identifyQueue.update(limitOf(answer));
			return new Plan((url != null) ? url : URI.create(answer.url()),
					(layout != null) ? layout : ShardLayout.all(answer.shards()));
		});
	}

	private static SessionStartLimit limitOf(GatewayBot answer) {
		GatewayBot.StartLimit limit = answer.sessionStartLimit();
		// A limit without a total is none that a server means: a budget of nothing for
		// ever.
		return (limit != null && limit.total() > 0) ? new SessionStartLimit(limit.total(), limit.remaining(),
				Duration.ofMillis(limit.resetAfter()), limit.maxConcurrency()) : SessionStartLimit.DEFAULT;
	}

	private synchronized void launch(Plan plan) {
		if (!this.running) {
			return;
		}
		logger.info("Starting " + plan.layout().ids().size() + " of " + plan.layout().total() + " shards on "
				+ plan.url().getHost());
		List<ShardDriver> launched = plan.layout()
			.shards()
			.stream()
			.map((id) -> this.shardFactory.create(id, plan.url(), this::onNotice))
			.toList();
		this.shards = launched;
		launched.forEach((shard) -> shard.start(null));
	}

	private void failed(Throwable failure) {
		this.problem = failure.getMessage();
		logger.error("The gateway cannot start: " + failure.getMessage());
		this.started.tryEmitError(failure);
	}

	private void onNotice(ShardId shard, ShardNotice notice) {
		if (notice instanceof ShardNotice.Ready || notice instanceof ShardNotice.Resumed) {
			this.started.tryEmitEmpty();
		}
		else if (notice instanceof ShardNotice.Failed failure) {
			this.started.tryEmitError(new FatalCloseException(shard, failure.closeCode()));
		}
	}

	@Override
	public void stop(Runnable callback) {
		List<ShardDriver> stopping;
		synchronized (this) {
			this.running = false;
			this.starting.dispose();
			stopping = this.shards;
		}
		// The sessions live in memory only, so nobody could resume them: they are ended,
		// and
		// the bot goes offline at once.
		Flux.fromIterable(stopping)
			.flatMap((shard) -> shard.stop(false), Integer.MAX_VALUE)
			.then(Mono.defer(this.drain))
			.doFinally((signal) -> callback.run())
			.subscribe();
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
	 * @param layout the shards; {@code null} to ask Discord
	 */
	public record Target(@Nullable URI url, @Nullable ShardLayout layout) {
	}

	private record Plan(URI url, ShardLayout layout) {
	}

}
