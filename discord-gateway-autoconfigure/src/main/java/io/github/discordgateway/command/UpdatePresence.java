package io.github.discordgateway.command;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.protocol.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * Shows the bot with another status or other activities. Discord allows five of these in
 * 20 seconds for a session.
 *
 * @param since Unix milliseconds since when the bot is idle; {@code null} when it is not
 * @param activities what the bot is shown to do; may be empty
 * @param status the bot's status
 * @param afk whether the bot is away
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#update-presence">Update
 * presence</a>
 */
public record UpdatePresence(@Nullable Long since, List<Activity> activities, Status status,
		boolean afk) implements GatewayCommand {

	/**
	 * Keeps a copy of the activities.
	 */
	public UpdatePresence {
		activities = List.copyOf(activities);
	}

	/**
	 * A status with or without activities.
	 * @param status the bot's status
	 * @param activities what the bot is shown to do
	 * @return the command
	 */
	public static UpdatePresence of(Status status, Activity... activities) {
		Long since = (status == Status.IDLE) ? Instant.now().toEpochMilli() : null;
		return new UpdatePresence(since, List.of(activities), status, false);
	}

	@Override
	public Opcode opcode() {
		return Opcode.PRESENCE_UPDATE;
	}

	/**
	 * A bot's status.
	 */
	public enum Status {

		/** Online. */
		@JsonProperty("online")
		ONLINE,

		/** Do not disturb. */
		@JsonProperty("dnd")
		DND,

		/** Away. */
		@JsonProperty("idle")
		IDLE,

		/** Shown as offline. */
		@JsonProperty("invisible")
		INVISIBLE,

		/** Offline. */
		@JsonProperty("offline")
		OFFLINE

	}

}
