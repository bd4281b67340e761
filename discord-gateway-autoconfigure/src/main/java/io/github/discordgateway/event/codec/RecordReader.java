package io.github.discordgateway.event.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * Reads one type of record. Its subclasses are generated, see
 * {@link RecordReaderGenerator}.
 */
public abstract class RecordReader extends ValueReader {

	/** Finds a component by the name of its property. */
	@Nullable PropertyNameMatcher matcher;

	/** The readers of those components that are not read by a method of Scalars. */
	@Nullable ValueReader @Nullable [] readers;

	RecordReader() {
	}

	@Override
	public final @Nullable Object read(JsonParser parser, ReadContext context) {
		return (parser.currentToken() == JsonToken.START_OBJECT) ? readObject(parser, context) : context.skip(parser);
	}

	/**
	 * Reads the object that the parser stands in.
	 * @param parser stands at the start of the object, and is left at its end
	 * @param context told about values of a wrong type
	 * @return the record
	 */
	abstract Object readObject(JsonParser parser, ReadContext context);

}
