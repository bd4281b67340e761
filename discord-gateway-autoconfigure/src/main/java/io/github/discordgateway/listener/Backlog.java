package io.github.discordgateway.listener;

import io.github.discordgateway.Snowflake;
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
