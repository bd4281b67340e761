package io.github.discordgateway.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads texts, and numbers and booleans as texts. Jackson's own loses its place when an
 * element of a list is an object or a list instead.
 */
final class TextDeserializer extends ValueDeserializer<String> {

	@Override
	public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_STRING) {
			return parser.getString();
		}
		if (token.isScalarValue()) {
			return parser.getValueAsString();
		}
		parser.skipChildren();
		return null;
	}

}
