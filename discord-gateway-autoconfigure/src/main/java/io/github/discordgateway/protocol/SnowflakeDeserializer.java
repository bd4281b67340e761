package io.github.discordgateway.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads ids, of which a large event holds thousands: from text without making a string,
 * and from numbers.
 */
final class SnowflakeDeserializer extends ValueDeserializer<Snowflake> {

	/** As many decimal digits as always fit into 64 unsigned bits. */
	private static final int SAFE_DIGITS = 19;

	@Override
	public @Nullable Snowflake deserialize(JsonParser parser, DeserializationContext context) {
		return switch (parser.currentToken()) {
			case VALUE_STRING -> {
				Snowflake id = parse(parser);
				yield (id != null) ? id : (Snowflake) context.handleWeirdStringValue(Snowflake.class,
						parser.getString(), "not an unsigned 64-bit number");
			}
			case VALUE_NUMBER_INT -> {
				Snowflake id = parse(parser.getString());
				yield (id != null) ? id : (Snowflake) context.handleWeirdNumberValue(Snowflake.class,
						parser.getNumberValue(), "not an unsigned 64-bit number");
			}
			default -> (Snowflake) context.handleUnexpectedToken(Snowflake.class, parser);
		};
	}

	private static @Nullable Snowflake parse(JsonParser parser) {
		int length = parser.getStringLength();
		if (length == 0 || length > SAFE_DIGITS) {
			return parse(parser.getString());
		}
		char[] text = parser.getStringCharacters();
		int offset = parser.getStringOffset();
		long value = 0;
		for (int i = offset; i < offset + length; i++) {
			int digit = text[i] - '0';
			if (digit < 0 || digit > 9) {
				return null;
			}
			value = value * 10 + digit;
		}
		return new Snowflake(value);
	}

	private static @Nullable Snowflake parse(String text) {
		try {
			return Snowflake.of(text);
		}
		catch (NumberFormatException ex) {
			// Null makes the caller report it with the place where it stands.
			return null;
		}
	}

}
