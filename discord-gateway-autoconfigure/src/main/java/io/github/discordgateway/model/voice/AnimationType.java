package io.github.discordgateway.model.voice;

import io.github.discordgateway.model.IntValue;

/**
 * How an emoji moves that is sent into a voice channel.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#voice-channel-effect-send-animation-types">Discord's
 * documentation</a>
 */
public record AnimationType(int value) implements IntValue {

	/** In the lively way of Nitro subscribers. */
	public static final AnimationType PREMIUM = new AnimationType(0);

	/** In the plain way. */
	public static final AnimationType BASIC = new AnimationType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
