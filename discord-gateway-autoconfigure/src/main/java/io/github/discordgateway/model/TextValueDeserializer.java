package io.github.discordgateway.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a {@link TextValue}.
 */
final class TextValueDeserializer extends ConstantDeserializer {

	TextValueDeserializer() {
		super(null);
	}

	private TextValueDeserializer(Class<?> type) {
		super(type);
	}

	@Override
	ConstantDeserializer forType(Class<?> type) {
		return new TextValueDeserializer(type);
	}

	@Override
	@Nullable Object wireValue(JsonParser parser) {
		return (parser.currentToken() == JsonToken.VALUE_STRING) ? parser.getString() : null;
	}

}
