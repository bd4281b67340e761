package io.github.discordgateway.model.interaction;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Tells the kind of an {@link OptionValue} by how JSON writes it.
 */
final class OptionValueDeserializer extends ValueDeserializer<OptionValue> {

	@Override
	public OptionValue deserialize(JsonParser parser, DeserializationContext context) {
		return switch (parser.currentToken()) {
			case VALUE_STRING -> new OptionValue.Text(parser.getString());
			case VALUE_TRUE, VALUE_FALSE -> new OptionValue.Truth(parser.getBooleanValue());
			case VALUE_NUMBER_INT ->
				(parser.getNumberType() == NumberType.BIG_INTEGER) ? new OptionValue.Unknown(context.readTree(parser))
						: new OptionValue.WholeNumber(parser.getLongValue());
			case VALUE_NUMBER_FLOAT -> new OptionValue.DecimalNumber(parser.getDoubleValue());
			default -> new OptionValue.Unknown(context.readTree(parser));
		};
	}

}
