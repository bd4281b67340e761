package io.github.discordgateway.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * Reads an {@link IntValue}.
 */
final class IntValueDeserializer extends ConstantDeserializer {

	IntValueDeserializer() {
		super(null);
	}

	private IntValueDeserializer(Class<?> type) {
		super(type);
	}

	@Override
	ConstantDeserializer forType(Class<?> type) {
		return new IntValueDeserializer(type);
	}

	@Override
	@Nullable Object wireValue(JsonParser parser) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			return parse(parser.getString());
		}
		return (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT)
				? parser.getIntValue() : null;
	}

	/** Jackson hands on as text what it has used to tell the variant of a union. */
	private static @Nullable Integer parse(String text) {
		try {
			return Integer.valueOf(text);
		}
		catch (NumberFormatException ex) {
			// Not a number: the caller reports it.
			return null;
		}
	}

}
