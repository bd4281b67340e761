package io.github.discordgateway.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads whole numbers of 32 bits. Jackson's own lets the parser fail on a larger one,
 * which no handler can catch.
 */
final class WholeNumberDeserializer extends ValueDeserializer<Integer> {

	private final @Nullable Integer none;

	/**
	 * Makes a deserializer.
	 * @param none stands for null
	 */
	WholeNumberDeserializer(@Nullable Integer none) {
		this.none = none;
	}

	@Override
	public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT) {
			return parser.getIntValue();
		}
		if (token == JsonToken.VALUE_NUMBER_FLOAT) {
			double number = parser.getDoubleValue();
			return (number == (int) number) ? Integer.valueOf((int) number) : this.none;
		}
		if (token == JsonToken.VALUE_STRING) {
			try {
				return Integer.valueOf(parser.getString());
			}
			catch (NumberFormatException ex) {
				return this.none;
			}
		}
		parser.skipChildren();
		return this.none;
	}

	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		return this.none;
	}

}
