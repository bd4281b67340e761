package io.github.discordgateway.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.FrameReader;
import io.github.discordgateway.protocol.GatewayJson;
import io.github.discordgateway.protocol.MalformedFrameException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Complete bodies of events, and the frames around them.
 */
final class Payloads {

	static final JsonMapper MAPPER = GatewayJson.mapperBuilder().build();

	private static final FrameReader READER = new FrameReader(MAPPER);

	private Payloads() {
	}

	static Stream<EventType> typedEvents() {
		return Arrays.stream(EventType.values()).filter((type) -> type.eventClass() != null);
	}

	static JsonNode fixture(EventType type) {
		return resource("/fixtures/" + type + ".json");
	}

	static JsonNode catalog() {
		return resource("/gateway-catalog.json");
	}

	private static JsonNode resource(String name) {
		try (InputStream stream = Payloads.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("Missing " + name);
			}
			return MAPPER.readTree(stream.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A frame as Discord writes it, with the header before the body. */
	static Frame frame(String name, String body) throws MalformedFrameException {
		return read("{\"t\":\"" + name + "\",\"s\":42,\"op\":0,\"d\":" + body + "}");
	}

	static Frame read(String text) throws MalformedFrameException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return READER.read(bytes, 0, bytes.length);
	}

}
