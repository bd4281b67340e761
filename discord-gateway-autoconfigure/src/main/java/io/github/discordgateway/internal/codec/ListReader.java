package io.github.discordgateway.internal.codec;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads lists, which are unmodifiable and free of nulls. Most are empty or short.
 */
final class ListReader extends ValueReader {

	private final ValueReader element;

	ListReader(ValueReader element) {
		this.element = element;
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			return context.skip(parser);
		}
		Object first = next(parser, context);
		if (first == null) {
			return List.of();
		}
		Object second = next(parser, context);
		if (second == null) {
			return List.of(first);
		}
		Object third = next(parser, context);
		if (third == null) {
			return List.of(first, second);
		}
		List<Object> many = new ArrayList<>();
		many.add(first);
		many.add(second);
		for (Object further = third; further != null; further = next(parser, context)) {
			many.add(further);
		}
		return List.copyOf(many);
	}

	/** The next element that is not null; null at the end of the list. */
	private @Nullable Object next(FrameParser parser, ReadContext context) {
		JsonToken token;
		while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
			if (token == null) {
				throw ReadContext.truncated(parser);
			}
			Object value = this.element.read(parser, context);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

}
