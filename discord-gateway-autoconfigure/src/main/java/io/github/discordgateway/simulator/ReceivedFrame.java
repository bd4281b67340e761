package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;

import io.github.discordgateway.internal.protocol.PayloadExcerpt;
import tools.jackson.databind.JsonNode;

/**
 * What a client sent.
 *
 * @param opcode the value of {@code op}; -1 when the text could not be read
 * @param data the value of {@code d}; a missing node when there is none
 * @param text the whole text as it came
 * @param nanoTime when it came, on the scale of {@link System#nanoTime()}
 */
public record ReceivedFrame(int opcode, JsonNode data, String text, long nanoTime) {

	/** The start of the text, without the token. */
	@Override
	public String toString() {
		byte[] bytes = this.text.getBytes(StandardCharsets.UTF_8);
		return PayloadExcerpt.of(bytes, 0, bytes.length);
	}

}
