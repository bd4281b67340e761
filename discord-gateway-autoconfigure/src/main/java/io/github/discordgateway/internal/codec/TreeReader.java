package io.github.discordgateway.internal.codec;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what is kept as it was sent.
 */
final class TreeReader extends ValueReader {

	private final JsonMapper mapper;

	TreeReader(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		return (parser.currentToken() != JsonToken.VALUE_NULL) ? this.mapper.<JsonNode>readTree(parser.json()) : null;
	}

}
