package io.github.discordgateway.event.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;

/**
 * Leaves a value to Jackson's data binding.
 */
final class JacksonReader extends ValueReader {

	private final ObjectReader reader;

	JacksonReader(ObjectReader reader) {
		this.reader = reader;
	}

	@Override
	public @Nullable Object read(JsonParser parser, ReadContext context) {
		return (parser.currentToken() != JsonToken.VALUE_NULL) ? this.reader.readValue(parser) : null;
	}

}
