package io.github.discordgateway.event.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Reads single values where they are elements of a list.
 */
final class ScalarReader extends ValueReader {

	private final Method method;

	ScalarReader(Method method) {
		this.method = method;
	}

	@Override
	public @Nullable Object read(JsonParser parser, ReadContext context) {
		return this.method.read(parser, context);
	}

	/** A method of {@link Scalars}. */
	@FunctionalInterface
	interface Method {

		@Nullable Object read(JsonParser parser, ReadContext context);

	}

}
