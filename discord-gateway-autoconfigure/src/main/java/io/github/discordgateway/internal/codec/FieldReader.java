package io.github.discordgateway.internal.codec;

import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.model.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads fields of which it matters whether they were left out or null. One of a wrong
 * type counts as left out.
 */
final class FieldReader extends ValueReader {

	private final ValueReader value;

	FieldReader(ValueReader value) {
		this.value = value;
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		if (parser.currentToken() == JsonToken.VALUE_NULL) {
			return Field.of(null);
		}
		Object read = this.value.read(parser, context);
		return (read != null) ? Field.of(read) : null;
	}

}
