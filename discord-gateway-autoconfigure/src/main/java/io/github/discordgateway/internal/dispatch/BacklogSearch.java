package io.github.discordgateway.internal.dispatch;

import java.util.HashMap;
import java.util.Map;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.Backlog;
import org.jspecify.annotations.Nullable;

/**
 * Finds who holds up most of the events of a shard.
 */
final class BacklogSearch {

	private BacklogSearch() {
	}

	static @Nullable Backlog in(HandlerLanes lanes, ShardId shard) {
		Map<String, Backlog> byListener = new HashMap<>();
		lanes.forEach((lane) -> lane.first((first) -> {
			if (first instanceof HandlerTask task && task.envelope().shard().equals(shard)
					&& !task.isWaitingForAnother()) {
				byListener.merge(task.handler().id(), of(task, lane.size()), BacklogSearch::plus);
			}
		}));
		return byListener.values()
			.stream()
			.max((one, other) -> Integer.compare(one.events(), other.events()))
			.orElse(null);
	}

	private static Backlog of(HandlerTask first, int events) {
		EventEnvelope envelope = first.envelope();
		return new Backlog(first.handler().id(), first.handler().isPaused(), events, envelope.guildId(),
				envelope.channelId(), events);
	}

	private static Backlog plus(Backlog one, Backlog other) {
		Backlog larger = (other.inLane() > one.inLane()) ? other : one;
		return new Backlog(larger.listener(), larger.paused(), one.events() + other.events(), larger.guildId(),
				larger.channelId(), larger.inLane());
	}

}
