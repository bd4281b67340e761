package io.github.discordgateway.dispatch;

import java.util.HashMap;
import java.util.Map;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The handler for which most of the pending events of a shard wait, and the lane in which
 * most of these do.
 *
 * @param listener the id of the handler
 * @param paused whether it is paused
 * @param events how many events of the shard it has and are waiting for it
 * @param guildId the guild with most of them; {@code null} outside of guilds
 * @param channelId the channel of the event that it is busy with there, if any
 * @param inLane how many of them there are
 */
public record Backlog(String listener, boolean paused, int events, @Nullable Snowflake guildId,
		@Nullable Snowflake channelId, int inLane) {

	static @Nullable Backlog of(HandlerLanes lanes, ShardId shard) {
		Map<String, Backlog> byListener = new HashMap<>();
		lanes.forEach((lane) -> lane.first((first) -> {
			if (first instanceof HandlerTask task && task.envelope().shard().equals(shard)
					&& !task.isWaitingForAnother()) {
				byListener.merge(task.handler().id(), of(task, lane.size()), Backlog::plus);
			}
		}));
		return byListener.values().stream().max((one, other) -> Integer.compare(one.events, other.events)).orElse(null);
	}

	private static Backlog of(HandlerTask first, int events) {
		EventEnvelope envelope = first.envelope();
		return new Backlog(first.handler().id(), first.handler().isPaused(), events, envelope.guildId(),
				envelope.channelId(), events);
	}

	private Backlog plus(Backlog other) {
		Backlog larger = (other.inLane > this.inLane) ? other : this;
		return new Backlog(larger.listener, larger.paused, this.events + other.events, larger.guildId, larger.channelId,
				larger.inLane);
	}

	/**
	 * Where most of the events are.
	 * @return the guild, or else the channel, or that it is neither
	 */
	public String place() {
		if (this.guildId != null) {
			return "guild " + this.guildId;
		}
		return (this.channelId != null) ? "channel " + this.channelId : "no guild";
	}

	/** For example {@code 9000 for listener audit (paused), 8000 of these in guild 5}. */
	@Override
	public String toString() {
		return this.events + " for listener " + this.listener + (this.paused ? " (paused), " : ", ") + this.inLane
				+ " of these in " + place();
	}

}
