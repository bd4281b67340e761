package io.github.discordgateway.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.Opcode;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

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
	 * Checks what Discord demands, and keeps a copy of the activities.
	 * @throws IllegalArgumentException when the status or an activity is missing
	 */
	public UpdatePresence {
		Assert.notNull(activities, "A presence needs activities: give an empty list for none");
		Assert.noNullElements(activities, "A presence takes no null among its activities: leave it out");
		Assert.notNull(status, "A presence needs a status: give ONLINE, DND, IDLE, INVISIBLE or OFFLINE");
		activities = List.copyOf(activities);
	}

	/**
	 * A status with or without activities; an idle bot is so since now.
	 * @param status the bot's status
	 * @param activities what the bot is shown to do
	 * @return the command
	 */
	public static UpdatePresence of(Status status, Activity... activities) {
		Builder builder = builder(status);
		for (Activity activity : activities) {
			builder.activity(activity);
		}
		return builder.build();
	}

	/**
	 * Starts a presence without activities.
	 * @param status the bot's status
	 * @return a builder
	 */
	public static Builder builder(Status status) {
		return new Builder(status);
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

		/** Online, and does not want to be disturbed. */
		@JsonProperty("dnd")
		DND,

		/** Online, but away. */
		@JsonProperty("idle")
		IDLE,

		/** Online, but shown as offline. */
		@JsonProperty("invisible")
		INVISIBLE,

		/** Offline. */
		@JsonProperty("offline")
		OFFLINE

	}

	/**
	 * Puts a presence together. Not thread-safe.
	 */
	public static final class Builder {

		private final Status status;

		private final List<Activity> activities = new ArrayList<>();

		private @Nullable Instant since;

		private boolean afk;

		private Builder(Status status) {
			this.status = status;
		}

		/**
		 * Adds something that the bot is shown to do.
		 * @param activity the activity
		 * @return this builder
		 */
		public Builder activity(Activity activity) {
			this.activities.add(activity);
			return this;
		}

		/**
		 * Since when the bot is idle.
		 * @param since by default now for {@link Status#IDLE}, and never otherwise
		 * @return this builder
		 */
		public Builder since(Instant since) {
			this.since = since;
			return this;
		}

		/**
		 * Whether the bot is away.
		 * @param afk by default not
		 * @return this builder
		 */
		public Builder afk(boolean afk) {
			this.afk = afk;
			return this;
		}

		/**
		 * Makes the command.
		 * @return the command
		 * @throws IllegalArgumentException when the status or an activity is missing
		 */
		public UpdatePresence build() {
			Instant idle = (this.since == null && this.status == Status.IDLE) ? Instant.now() : this.since;
			return new UpdatePresence((idle != null) ? idle.toEpochMilli() : null, this.activities, this.status,
					this.afk);
		}

	}

}
