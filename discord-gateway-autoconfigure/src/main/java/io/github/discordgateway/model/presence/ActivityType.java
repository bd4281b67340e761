package io.github.discordgateway.model.presence;

import io.github.discordgateway.model.IntValue;

/**
 * The kind of an activity, with which the client begins its text.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-types">Discord's
 * documentation</a>
 */
public record ActivityType(int value) implements IntValue {

	/** "Playing", with the name. */
	public static final ActivityType PLAYING = new ActivityType(0);

	/**
	 * "Streaming", with the details; has the address of a stream on Twitch or YouTube.
	 */
	public static final ActivityType STREAMING = new ActivityType(1);

	/** "Listening to", with the name. */
	public static final ActivityType LISTENING = new ActivityType(2);

	/** "Watching", with the name. */
	public static final ActivityType WATCHING = new ActivityType(3);

	/** A custom status: the emoji and the state as they are. */
	public static final ActivityType CUSTOM = new ActivityType(4);

	/** "Competing in", with the name. */
	public static final ActivityType COMPETING = new ActivityType(5);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
