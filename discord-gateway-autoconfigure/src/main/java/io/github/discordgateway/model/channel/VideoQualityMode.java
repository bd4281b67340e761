package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * The quality of the cameras in a voice channel.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-video-quality-modes">Discord's
 * documentation</a>
 */
public record VideoQualityMode(int value) implements IntValue {

	/** Discord chooses what performs best. */
	public static final VideoQualityMode AUTO = new VideoQualityMode(1);

	/** 720p. */
	public static final VideoQualityMode FULL = new VideoQualityMode(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
