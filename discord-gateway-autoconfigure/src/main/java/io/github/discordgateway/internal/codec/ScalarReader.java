package io.github.discordgateway.internal.codec;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values where they are elements of a list.
 */
final class ScalarReader extends ValueReader {

	private final Method method;

	ScalarReader(Method method) {
		this.method = method;
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		return this.method.read(parser, context);
	}

	/** A method of {@link Scalars}. */
	@FunctionalInterface
	interface Method {

		@Nullable Object read(FrameParser parser, ReadContext context);

	}

}
