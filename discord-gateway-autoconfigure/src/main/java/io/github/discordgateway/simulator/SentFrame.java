package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;

import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.PayloadExcerpt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the simulator sent to a client, before it was compressed.
 *
 * @param opcode the value of {@code op}; -1 when the text is no frame
 * @param eventName the value of {@code t}; {@code null} for what is no event
 * @param sequence the value of {@code s}; -1 when there is none
 * @param data the value of {@code d}; a missing node when there is none
 * @param text the whole text
 * @param nanoTime when it was sent, on the scale of {@link System#nanoTime()}
 */
public record SentFrame(int opcode, @Nullable String eventName, long sequence, JsonNode data, String text,
		long nanoTime) {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	static SentFrame of(String text, long nanoTime) {
		try {
			JsonNode tree = MAPPER.readTree(text);
			return new SentFrame(tree.path("op").asInt(-1),
					tree.path("t").isString() ? tree.path("t").asString() : null, tree.path("s").asLong(-1),
					tree.path("d"), text, nanoTime);
		}
		catch (JacksonException ex) {
			return new SentFrame(-1, null, -1, MissingNode.getInstance(), text, nanoTime);
		}
	}

	/** The start of the text. */
	@Override
	public String toString() {
		byte[] bytes = this.text.getBytes(StandardCharsets.UTF_8);
		return PayloadExcerpt.of(bytes, 0, bytes.length);
	}

}
