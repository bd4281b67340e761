package io.github.discordgateway.internal.codec;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one type. A value of a wrong type is reported, skipped, and read as
 * {@code null}: it costs the component it stands in, and no more.
 */
public abstract class ValueReader {

	ValueReader() {
	}

	/**
	 * Reads one value.
	 * @param parser stands at the first token of the value, and is left at its last
	 * @param context told about values of a wrong type
	 * @return the value; {@code null} when it is null or has a wrong type
	 */
	public abstract @Nullable Object read(FrameParser parser, ReadContext context);

}
