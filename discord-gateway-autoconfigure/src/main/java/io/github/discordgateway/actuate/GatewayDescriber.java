package io.github.discordgateway.actuate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.GuildCount;
import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardStatistics;
import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.DispatchStatistics.HandlerCounts;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.ManagedListener;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Describes the gateway from what its parts tell of themselves.
 */
final class GatewayDescriber {

	private static final int FINGERPRINT_BYTES = 4;

	private static final HandlerCounts NO_CALLS = new HandlerCounts(0, 0, 0, Duration.ZERO, Duration.ZERO, null);

	private final Gateway gateway;

	private final IdentifyQueue identifyQueue;

	private final DispatchStatistics dispatch;

	private final Supplier<Set<Intent>> intents;

	GatewayDescriber(Gateway gateway, IdentifyQueue identifyQueue, DispatchStatistics dispatch,
			Supplier<Set<Intent>> intents) {
		this.gateway = gateway;
		this.identifyQueue = identifyQueue;
		this.dispatch = dispatch;
		this.intents = intents;
	}

	GatewayDescription gateway(List<GatewayDescription.Listener> listeners) {
		List<GatewayShard> shards = this.gateway.shards();
		Map<String, GatewayDescription.Events> events = new LinkedHashMap<>();
		this.dispatch.snapshot()
			.events()
			.forEach((name, counts) -> events.put(name, new GatewayDescription.Events(counts.received(),
					counts.skipped(), counts.undecodable(), counts.handled(), counts.failed(), counts.shed())));
		return new GatewayDescription(state(shards), this.gateway.snapshot().problem(),
				shards.isEmpty() ? null : shards.get(0).id().total(), shards.stream().map(this::summary).toList(),
				identify(this.identifyQueue.budget()), events, listeners, this.gateway.coordination());
	}

	private String state(List<GatewayShard> shards) {
		if (!this.gateway.snapshot().running()) {
			return "stopped";
		}
		if (shards.isEmpty()) {
			return "starting";
		}
		return this.gateway.snapshot().resharding() ? "resharding" : "running";
	}

	private GatewayDescription.Shard summary(GatewayShard shard) {
		ShardSnapshot snapshot = shard.snapshot();
		ShardSnapshot.Connection connection = snapshot.connection();
		GuildCount guilds = shard.statistics().guilds();
		return new GatewayDescription.Shard(shard.id().number(), snapshot.state().label(),
				(guilds != null) ? guilds.total() : null, this.dispatch.pending(shard.id()),
				(connection != null) ? connection.latency() : null,
				(connection != null) ? connection.lastEvent() : null, snapshot.reconnects());
	}

	private static GatewayDescription.@Nullable Identify identify(@Nullable IdentifyBudget budget) {
		return (budget != null)
				? new GatewayDescription.Identify(budget.total(), budget.remaining(), budget.reserve(),
						budget.resetIn(), budget.waiting(), budget.longestWait(), budget.heldBack(), budget.reported())
				: null;
	}

	GatewayDescription.ShardDetails shard(GatewayShard shard) {
		ShardSnapshot snapshot = shard.snapshot();
		ShardStatistics statistics = shard.statistics();
		GuildCount guilds = statistics.guilds();
		Map<String, Object> health = ShardHealthIndicator.health(snapshot).getDetails();
		return new GatewayDescription.ShardDetails(shard.id().number(), shard.id().total(), snapshot.state().label(),
				text(health.get("problem")), text(health.get("remedy")), session(snapshot), snapshot.receivedSequence(),
				connection(snapshot.connection()),
				statistics.heartbeats()
					.stream()
					.map((beat) -> new GatewayDescription.Heartbeat(beat.at(), beat.latency()))
					.toList(),
				statistics.connections()
					.lastEnds()
					.stream()
					.map((end) -> new GatewayDescription.Close(end.at(), end.code(), end.initiator().toString(),
							end.cause().description()))
					.toList(),
				(guilds != null) ? guilds.total() : null, (guilds != null) ? guilds.unavailable() : null,
				this.dispatch.pending(shard.id()), snapshot.readingPaused(), intents(), counters(statistics));
	}

	private static @Nullable String text(@Nullable Object detail) {
		return (detail != null) ? detail.toString() : null;
	}

	private Set<String> intents() {
		Set<String> names = new TreeSet<>();
		this.intents.get().forEach((intent) -> names.add(intent.name()));
		return names;
	}

	private static GatewayDescription.@Nullable Session session(ShardSnapshot snapshot) {
		Session session = snapshot.session();
		return (session != null)
				? new GatewayDescription.Session(fingerprint(session.id()), session.sequence(), snapshot.sessionAge())
				: null;
	}

	/** With the id itself, and the token, somebody else could take the session over. */
	private static String fingerprint(String sessionId) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static GatewayDescription.@Nullable Connection connection(ShardSnapshot.@Nullable Connection connection) {
		return (connection != null) ? new GatewayDescription.Connection(connection.age(),
				connection.heartbeatInterval(), connection.lastAck(), connection.lastEvent()) : null;
	}

	private static GatewayDescription.Counters counters(ShardStatistics statistics) {
		Map<String, Long> resumes = new TreeMap<>();
		statistics.sessions().resumes().forEach((outcome, count) -> resumes.put(outcome.toString(), count));
		return new GatewayDescription.Counters(statistics.connections().opened(), statistics.connections().reconnects(),
				statistics.sessions().identifies(), resumes, statistics.sessions().replayed(),
				statistics.sessions().lost(), statistics.commands().sent(), statistics.commands().queued(),
				statistics.commands().rejected(), statistics.traffic().wireBytes(),
				statistics.traffic().inflatedBytes(), statistics.traffic().malformedFrames());
	}

	List<GatewayDescription.Listener> listeners(List<ManagedListener> listeners) {
		Map<String, HandlerCounts> counts = this.dispatch.handlers();
		List<DispatchStatistics.SlowHandler> slow = this.dispatch.slow();
		return listeners.stream()
			.map((listener) -> listener(listener, counts.getOrDefault(listener.id(), NO_CALLS), slow))
			.toList();
	}

	private GatewayDescription.Listener listener(ManagedListener listener, HandlerCounts counts,
			List<DispatchStatistics.SlowHandler> slow) {
		EventInterest interest = listener.interest();
		DispatchOrdering ordering = listener.ordering();
		return new GatewayDescription.Listener(listener.id(), listener.description(),
				listener.state().name().toLowerCase(Locale.ROOT),
				interest.all() ? Set.of("*") : new TreeSet<>(interest.names()),
				interest.form().name().toLowerCase(Locale.ROOT),
				((ordering != null) ? ordering : this.dispatch.ordering()).name().toLowerCase(Locale.ROOT),
				counts.calls(), counts.failed(), counts.running(),
				(counts.calls() > 0) ? counts.totalTime().dividedBy(counts.calls()) : null, counts.maxTime(),
				counts.lastFailed(),
				slow.stream()
					.filter((busy) -> busy.id().equals(listener.id()))
					.map((busy) -> new GatewayDescription.BusyWith(busy.event(), busy.shard().number(), busy.sequence(),
							busy.since()))
					.toList());
	}

}
