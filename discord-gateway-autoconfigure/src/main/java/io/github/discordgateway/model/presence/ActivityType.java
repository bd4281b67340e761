package io.github.discordgateway.model.presence;

import io.github.discordgateway.model.IntValue;

/**
 * Activity type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-types">Discord's
 * documentation</a>
 */
public record ActivityType(int value) implements IntValue {

	/** Playing. */
	public static final ActivityType PLAYING = new ActivityType(0);

	/** Streaming. */
	public static final ActivityType STREAMING = new ActivityType(1);

	/** Listening. */
	public static final ActivityType LISTENING = new ActivityType(2);

	/** Watching. */
	public static final ActivityType WATCHING = new ActivityType(3);

	/** Custom. */
	public static final ActivityType CUSTOM = new ActivityType(4);

	/** Competing. */
	public static final ActivityType COMPETING = new ActivityType(5);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
