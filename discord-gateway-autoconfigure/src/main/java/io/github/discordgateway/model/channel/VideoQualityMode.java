package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * Video quality mode.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-video-quality-modes">Discord's
 * documentation</a>
 */
public record VideoQualityMode(int value) implements IntValue {

	/** Auto. */
	public static final VideoQualityMode AUTO = new VideoQualityMode(1);

	/** Full. */
	public static final VideoQualityMode FULL = new VideoQualityMode(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
