package io.github.discordgateway.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads time stamps, which Discord writes as ISO 8601 text with an offset. Jackson's own
 * takes any number for seconds, and fails on those that are out of range.
 */
final class TimestampDeserializer extends ValueDeserializer<Instant> {

	@Override
	public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			parser.skipChildren();
			return null;
		}
		try {
			return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(parser.getString(), Instant::from);
		}
		catch (DateTimeException ex) {
			// Not a time: it costs the component, as any value of a wrong type.
			return null;
		}
	}

}
