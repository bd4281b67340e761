package io.github.discordgateway.actuate.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import io.github.discordgateway.ConnectionEnd;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.GuildCount;
import io.github.discordgateway.ResumeOutcome;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.listener.DispatchStatistics;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The meters of the shards, for each shard by itself as long as there are few, and
 * otherwise for all together. They follow the shards when their number changes.
 */
public final class ShardMetrics implements MeterBinder {

	private final Gateway gateway;

	private final DispatchStatistics dispatch;

	private final int maxShardTags;

	/** Holds what registries refer to only weakly. */
	private final List<Binding> bindings = new CopyOnWriteArrayList<>();

	/**
	 * Measures the gateway.
	 * @param gateway knows the shards
	 * @param dispatch knows what of theirs is pending
	 * @param maxShardTags how many shards may have meters of their own; with more of them
	 * there is one set of meters for all together
	 */
	public ShardMetrics(Gateway gateway, DispatchStatistics dispatch, int maxShardTags) {
		this.gateway = gateway;
		this.dispatch = dispatch;
		this.maxShardTags = maxShardTags;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Binding binding = new Binding(registry);
		this.bindings.add(binding);
		binding.registerCommon();
		this.gateway.observeShards(binding::follow);
	}

	/** The meters of one registry. */
	private final class Binding {

		private final MeterRegistry registry;

		private final ShardFigures all = new ShardFigures(ShardMetrics.this.gateway::shards);

		private final Map<Tags, Group> groups = new LinkedHashMap<>();

		private Binding(MeterRegistry registry) {
			this.registry = registry;
		}

		private void registerCommon() {
			for (ShardState state : ShardState.values()) {
				GatewayMeters.SHARDS.gauge(this.registry, Tags.of(GatewayMeterTag.STATE.of(state.label())), this.all,
						(figures) -> figures.sum((shard) -> (shard.snapshot().state() == state) ? 1 : 0));
			}
			for (ConnectionEnd.Kind kind : ConnectionEnd.Kind.all()) {
				GatewayMeters.CLOSES.counter(this.registry,
						Tags.of(GatewayMeterTag.CODE.of(kind.code()), GatewayMeterTag.INITIATOR.of(kind.initiator()),
								GatewayMeterTag.CAUSE.of(kind.cause())),
						this.all,
						this.all.counting((shard) -> shard.statistics().connections().ends().getOrDefault(kind, 0L)));
			}
		}

		private synchronized void follow(List<GatewayShard> shards) {
			Map<Tags, Supplier<List<GatewayShard>>> wanted = wanted(shards);
			this.groups.entrySet().removeIf((group) -> {
				boolean gone = !wanted.containsKey(group.getKey());
				if (gone) {
					group.getValue().remove();
				}
				return gone;
			});
			wanted.forEach((tags, members) -> this.groups.computeIfAbsent(tags,
					(added) -> new Group(this.registry, added, new ShardFigures(members))));
		}

		private Map<Tags, Supplier<List<GatewayShard>>> wanted(List<GatewayShard> shards) {
			Gateway gateway = ShardMetrics.this.gateway;
			if (shards.size() > ShardMetrics.this.maxShardTags) {
				return Map.of(Tags.empty(), gateway::shards);
			}
			Set<Integer> numbers = shards.stream().map((shard) -> shard.id().number()).collect(Collectors.toSet());
			return numbers.stream()
				.collect(Collectors.toMap((number) -> Tags.of(GatewayMeterTag.SHARD.of(number)),
						(number) -> () -> gateway.shards()
							.stream()
							.filter((shard) -> shard.id().number() == number)
							.toList()));
		}

	}

	/** The meters of one shard, or of all together. */
	private final class Group {

		private final MeterRegistry registry;

		private final Tags tags;

		private final ShardFigures figures;

		private final List<Meter> meters = new ArrayList<>();

		private Group(MeterRegistry registry, Tags tags, ShardFigures figures) {
			this.registry = registry;
			this.tags = tags;
			this.figures = figures;
			registerTraffic();
			registerConnections();
			registerSessions();
			registerCommands();
			registerDispatch();
		}

		private void remove() {
			this.meters.forEach(this.registry::remove);
		}

		private void counter(GatewayMeters meter, ToLongFunction<ShardFigures.Figures> count) {
			this.meters.add(meter.counter(this.registry, this.tags, this.figures, this.figures.counting(count)));
		}

		private void gauge(GatewayMeters meter, ToDoubleFunction<ShardFigures> value) {
			this.meters.add(meter.gauge(this.registry, this.tags, this.figures, value));
		}

		private void registerTraffic() {
			counter(GatewayMeters.WIRE, (shard) -> shard.statistics().traffic().wireBytes());
			counter(GatewayMeters.INFLATED, (shard) -> shard.statistics().traffic().inflatedBytes());
			counter(GatewayMeters.FRAMES_MALFORMED, (shard) -> shard.statistics().traffic().malformedFrames());
			gauge(GatewayMeters.COMPRESSION_RATIO, (figures) -> {
				long wire = figures.sum((shard) -> shard.statistics().traffic().wireBytes());
				long inflated = figures.sum((shard) -> shard.statistics().traffic().inflatedBytes());
				return (wire > 0) ? (double) inflated / wire : Double.NaN;
			});
			gauge(GatewayMeters.INFLATER_BUFFER,
					(figures) -> figures.sum((shard) -> shard.statistics().traffic().bufferBytes()));
		}

		private void registerConnections() {
			if (!this.tags.equals(Tags.empty())) {
				gauge(GatewayMeters.SHARD_STATE,
						(figures) -> figures.known((shard) -> shard.snapshot().state().ordinal()));
			}
			counter(GatewayMeters.CONNECTS, (shard) -> shard.statistics().connections().opened());
			this.meters.add(GatewayMeters.RECONNECT_DELAY.timer(this.registry, this.tags, this.figures,
					counted((shard) -> shard.statistics().connections().reconnects()),
					this.figures.timing((shard) -> shard.statistics().connections().reconnectDelay())));
			gauge(GatewayMeters.HEARTBEAT_LATENCY, (figures) -> figures.longest((shard) -> {
				ShardSnapshot.Connection connection = shard.snapshot().connection();
				return (connection != null) ? connection.latency() : null;
			}));
			gauge(GatewayMeters.ACK_AGE, (figures) -> figures.longest((shard) -> {
				ShardSnapshot.Connection connection = shard.snapshot().connection();
				return (connection != null) ? connection.lastAck() : null;
			}));
			gauge(GatewayMeters.EVENT_AGE, (figures) -> figures.longest((shard) -> {
				ShardSnapshot.Connection connection = shard.snapshot().connection();
				return (connection != null) ? connection.lastEvent() : null;
			}));
		}

		private ToLongFunction<ShardFigures> counted(ToLongFunction<ShardFigures.Figures> count) {
			ToDoubleFunction<ShardFigures> counting = this.figures.counting(count);
			return (figures) -> (long) counting.applyAsDouble(figures);
		}

		private void registerSessions() {
			counter(GatewayMeters.IDENTIFIES, (shard) -> shard.statistics().sessions().identifies());
			this.meters.add(GatewayMeters.IDENTIFY_WAIT.timer(this.registry, this.tags, this.figures,
					counted((shard) -> shard.statistics().sessions().permits()),
					this.figures.timing((shard) -> shard.statistics().sessions().permitWait())));
			for (ResumeOutcome outcome : ResumeOutcome.values()) {
				this.meters.add(GatewayMeters.RESUMES.counter(this.registry,
						this.tags.and(GatewayMeterTag.OUTCOME.of(outcome)), this.figures, this.figures
							.counting((shard) -> shard.statistics().sessions().resumes().getOrDefault(outcome, 0L))));
			}
			counter(GatewayMeters.EVENTS_REPLAYED, (shard) -> shard.statistics().sessions().replayed());
			counter(GatewayMeters.EVENTS_MISSED, (shard) -> shard.statistics().sessions().missed());
			counter(GatewayMeters.EVENTS_PASSED_OVER, (shard) -> shard.statistics().sessions().passedOver());
			gauge(GatewayMeters.EVENTS_LAG, (figures) -> figures.sum((shard) -> shard.snapshot().lag()));
			gauge(GatewayMeters.GUILDS, (figures) -> figures.known((shard) -> {
				GuildCount guilds = shard.statistics().guilds();
				return (guilds != null) ? guilds.total() : null;
			}));
		}

		private void registerCommands() {
			counter(GatewayMeters.COMMANDS_SENT, (shard) -> shard.statistics().commands().sent());
			counter(GatewayMeters.COMMANDS_REJECTED, (shard) -> shard.statistics().commands().rejected());
			gauge(GatewayMeters.COMMANDS_QUEUED,
					(figures) -> figures.sum((shard) -> shard.statistics().commands().queued()));
			gauge(GatewayMeters.COMMANDS_LIMITED,
					(figures) -> figures.sum((shard) -> shard.statistics().commands().limited()));
		}

		private void registerDispatch() {
			DispatchStatistics dispatch = ShardMetrics.this.dispatch;
			gauge(GatewayMeters.EVENTS_PENDING,
					(figures) -> figures.sum((shard) -> dispatch.pending(shard.snapshot().id())));
			gauge(GatewayMeters.READING_PAUSED,
					(figures) -> figures.sum((shard) -> dispatch.paused(shard.snapshot().id()) ? 1 : 0));
			counter(GatewayMeters.READING_PAUSES, (shard) -> dispatch.pauses(shard.snapshot().id()));
		}

	}

}
