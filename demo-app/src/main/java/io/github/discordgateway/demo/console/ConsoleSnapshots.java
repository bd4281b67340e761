package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;
import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.DispatchStatistics;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts together what the gateway's beans tell about themselves. They can be asked at any
 * time and from any thread.
 */
@Component
class ConsoleSnapshots {

	private final Gateway gateway;

	private final DispatchStatistics statistics;

	private final IdentifyQueue identifyQueue;

	private final LastEvents lastEvents;

	private final int maxPending;

	private final RequestFigures requests;

	private final ObjectProvider<TroubleController> trouble;

	private final ObjectProvider<NodeController> nodes;

	ConsoleSnapshots(Gateway gateway, EventDispatcher dispatcher, IdentifyQueue identifyQueue, LastEvents lastEvents,
			DiscordGatewayProperties properties, RequestFigures requests, ObjectProvider<TroubleController> trouble,
			ObjectProvider<NodeController> nodes) {
		this.gateway = gateway;
		this.statistics = dispatcher.statistics();
		this.identifyQueue = identifyQueue;
		this.lastEvents = lastEvents;
		this.maxPending = properties.dispatch().maxPending();
		this.requests = requests;
		this.trouble = trouble;
		this.nodes = nodes;
	}

	ConsoleSnapshot take() {
		List<ConsoleSnapshot.Shard> shards = this.gateway.shards().stream().map(this::shard).toList();
		TroubleController causes = this.trouble.getIfAvailable();
		NodeController sharing = this.nodes.getIfAvailable();
		return new ConsoleSnapshot(Instant.now(), shards, events(), this.statistics.lanes(), this.maxPending,
				identify(this.identifyQueue.budget()), this.requests.snapshot(),
				(sharing != null) ? sharing.cluster() : null, (causes != null) ? causes.trouble() : null);
	}

	/** How many events came since the start, by name. */
	Map<String, Long> events() {
		Map<String, Long> events = new TreeMap<>();
		this.statistics.snapshot().events().forEach((name, counts) -> events.put(name, counts.received()));
		return events;
	}

	private ConsoleSnapshot.Shard shard(GatewayShard shard) {
		ShardSnapshot now = shard.snapshot();
		ShardSnapshot.Connection connection = now.connection();
		String state = now.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return new ConsoleSnapshot.Shard(now.id().number(), state, now.readingPaused(),
				(connection != null) ? connection.latencies().stream().map(ConsoleSnapshots::millis).toList()
						: List.of(),
				this.lastEvents.name(now.id()), (connection != null) ? connection.lastEvent().toMillis() : null,
				this.statistics.pending(now.id()), now.receivedSequence(),
				(now.session() != null) ? now.session().sequence() : null,
				(now.sessionAge() != null) ? now.sessionAge().toSeconds() : null, now.reconnects(),
				(now.lastDisconnect() != null) ? now.lastDisconnect().description() : null);
	}

	/** On the simulator a round trip is a fraction of a millisecond. */
	private static double millis(Duration duration) {
		return Math.round(duration.toNanos() / 1e4) / 100.0;
	}

	private static ConsoleSnapshot.@Nullable Identify identify(@Nullable IdentifyBudget budget) {
		return (budget != null) ? new ConsoleSnapshot.Identify(budget.remaining(), budget.total(),
				budget.resetIn().toSeconds(), budget.waiting()) : null;
	}

}
