package io.github.discordgateway.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.listener.Backlog;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.DispatchStatistics.HandlerCounts;
import io.github.discordgateway.listener.DispatchStatistics.SlowHandler;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether listeners get on with their events. One that fails, takes long or is paused is
 * named and leaves the health as it is, since others may well work; one that takes long
 * or is paused while a shard cannot read any more because of the events that wait is a
 * standstill. A shard that does not read is named in any case, with who holds it up.
 */
final class ListenersHealthIndicator implements HealthIndicator {

	/** How many listeners of a kind are named. */
	private static final int MAX_NAMED = 20;

	/** For how long a failure is worth a line. */
	private static final Duration RECENT = Duration.ofMinutes(5);

	private final DispatchStatistics statistics;

	private final Clock clock;

	ListenersHealthIndicator(DispatchStatistics statistics, Clock clock) {
		this.statistics = statistics;
		this.clock = clock;
	}

	@Override
	public Health health() {
		List<SlowHandler> slow = this.statistics.slow();
		List<ShardId> paused = this.statistics.shards().stream().filter(this.statistics::paused).toList();
		Map<ShardId, Backlog> heldUp = new LinkedHashMap<>();
		paused.forEach((shard) -> {
			Backlog backlog = this.statistics.backlog(shard);
			if (backlog != null) {
				heldUp.put(shard, backlog);
			}
		});
		return health(this.statistics.handlers(), slow, paused, heldUp, this.statistics.pausedHandlers(),
				this.clock.instant());
	}

	static Health health(Map<String, HandlerCounts> handlers, List<SlowHandler> slow, List<ShardId> paused,
			Map<ShardId, Backlog> heldUp, Map<String, Integer> pausedListeners, Instant now) {
		Health.Builder health = Health.up();
		List<String> atFault = heldUp.values()
			.stream()
			.filter(Backlog::paused)
			.map(Backlog::listener)
			.distinct()
			.toList();
		if (!atFault.isEmpty()) {
			health.outOfService()
				.withDetail("problem",
						"shards " + paused + " read no events as long as listeners " + atFault + " are paused")
				.withDetail("remedy", "Resume the listeners, or stop them to let go of the events that wait for them; "
						+ "otherwise these are given up after discord.gateway.dispatch.handler-timeout.");
		}
		else if (!slow.isEmpty() && !paused.isEmpty()) {
			health.outOfService()
				.withDetail("problem", "shards " + paused + " read no events until listeners come to an end")
				.withDetail("remedy",
						"Look at what the slow listeners wait for: the log has their stacks. Give what blocks a time "
								+ "limit, return a Mono instead of waiting, or raise discord.gateway.dispatch.concurrency.");
		}
		if (!heldUp.isEmpty()) {
			Map<String, Object> shards = new LinkedHashMap<>();
			heldUp.entrySet()
				.stream()
				.limit(MAX_NAMED)
				.forEach((entry) -> shards.put(entry.getKey().toString(), heldUp(entry.getValue())));
			health.withDetail("heldUp", shards);
		}
		if (!pausedListeners.isEmpty()) {
			Map<String, Object> named = new LinkedHashMap<>();
			pausedListeners.entrySet()
				.stream()
				.limit(MAX_NAMED)
				.forEach((entry) -> named.put(entry.getKey(), entry.getValue() + " events wait"));
			health.withDetail("paused", named);
		}
		if (!slow.isEmpty()) {
			health.withDetail("slow", slow.stream().limit(MAX_NAMED).map((handler) -> slow(handler, now)).toList());
		}
		Map<String, Object> failing = failing(handlers, now);
		if (!failing.isEmpty()) {
			health.withDetail("failing", failing);
		}
		return health.withDetail("listeners", handlers.size()).build();
	}

	private static Map<String, Object> heldUp(Backlog backlog) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("listener", backlog.listener());
		details.put("events", backlog.events());
		details.put("mostIn", backlog.place());
		details.put("there", backlog.inLane());
		return details;
	}

	private static Map<String, Object> slow(SlowHandler handler, Instant now) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("listener", handler.id());
		details.put("event", handler.event());
		details.put("shard", handler.shard().toString());
		details.put("sequence", handler.sequence());
		details.put("for", DurationStyle.SIMPLE.print(Duration.between(handler.since(), now), ChronoUnit.SECONDS));
		return details;
	}

	private static Map<String, Object> failing(Map<String, HandlerCounts> handlers, Instant now) {
		Map<String, Object> failing = new LinkedHashMap<>();
		handlers.forEach((id, counts) -> {
			Instant lastFailed = counts.lastFailed();
			if (lastFailed != null && lastFailed.isAfter(now.minus(RECENT)) && failing.size() < MAX_NAMED) {
				failing.put(id, counts.failed() + " of " + counts.calls() + " calls, last at "
						+ lastFailed.truncatedTo(ChronoUnit.SECONDS));
			}
		});
		return failing;
	}

}
