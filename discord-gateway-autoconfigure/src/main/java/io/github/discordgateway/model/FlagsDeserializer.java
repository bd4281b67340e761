package io.github.discordgateway.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads {@link Flags}, which Discord sends as a number or, when they may be wide, as
 * decimal text.
 */
final class FlagsDeserializer extends ConstantDeserializer {

	FlagsDeserializer() {
		super(null);
	}

	private FlagsDeserializer(Class<?> type) {
		super(type);
	}

	@Override
	ConstantDeserializer forType(Class<?> type) {
		return new FlagsDeserializer(type);
	}

	@Override
	@Nullable Object wireValue(JsonParser parser) {
		if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
			return switch (parser.getNumberType()) {
				case INT, LONG -> parser.getLongValue();
				default -> parse(parser.getString());
			};
		}
		return (parser.currentToken() == JsonToken.VALUE_STRING) ? parse(parser.getString()) : null;
	}

	private static @Nullable Long parse(String text) {
		try {
			return Long.parseUnsignedLong(text);
		}
		catch (NumberFormatException ex) {
			// Not a set of flags, or wider than 64 bits: the caller reports it.
			return null;
		}
	}

}
