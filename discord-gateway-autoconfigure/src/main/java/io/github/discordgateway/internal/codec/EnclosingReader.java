package io.github.discordgateway.internal.codec;

import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.PropertyNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads a record that tells the kind of one of its components, and finds it out first.
 */
final class EnclosingReader extends ValueReader {

	private final PropertyNames discriminator;

	private final ValueReader record;

	EnclosingReader(PropertyNames discriminator, ValueReader record) {
		this.discriminator = discriminator;
		this.record = record;
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			return context.skip(parser);
		}
		String around = context.kind();
		context.kind(parser.peek(this.discriminator));
		Object read = this.record.read(parser, context);
		context.kind(around);
		return read;
	}

}
