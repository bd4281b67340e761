package io.github.discordgateway.internal.codec;

import java.util.Map;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * Reads a value that comes in several kinds, which are told by how JSON writes them.
 */
final class ValueUnionReader extends ValueReader {

	private final Map<JsonToken, ValueReader> kinds;

	private final ValueReader others;

	/**
	 * Makes a reader.
	 * @param kinds by the token that each is written with
	 * @param others reads all else
	 */
	ValueUnionReader(Map<JsonToken, ValueReader> kinds, ValueReader others) {
		this.kinds = kinds;
		this.others = others;
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		JsonToken token = parser.currentToken();
		boolean tooLarge = (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.BIG_INTEGER);
		ValueReader reader = tooLarge ? null : this.kinds.get(token);
		return ((reader != null) ? reader : this.others).read(parser, context);
	}

}
