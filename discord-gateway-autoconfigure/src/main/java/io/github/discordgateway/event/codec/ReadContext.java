package io.github.discordgateway.event.codec;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * What the readers of one body share.
 */
public final class ReadContext {

	private final Consumer<String> mistyped;

	/**
	 * Starts to read a body.
	 * @param mistyped told the place, as a JSON pointer, of each value of a wrong type
	 */
	public ReadContext(Consumer<String> mistyped) {
		this.mistyped = mistyped;
	}

	/**
	 * Skips a value that is null or of a wrong type, and reports the latter.
	 * @param parser stands at the first token of the value
	 * @return {@code null}
	 */
	@Nullable Object skip(JsonParser parser) {
		if (parser.currentToken() != JsonToken.VALUE_NULL) {
			this.mistyped.accept(parser.streamReadContext().pathAsPointer(false).toString());
			parser.skipChildren();
		}
		return null;
	}

	/**
	 * The text ended within an object.
	 * @param parser has no more tokens
	 * @return to be thrown
	 */
	static UnexpectedEndOfInputException truncated(JsonParser parser) {
		return new UnexpectedEndOfInputException(parser, null, "The text ends within an object");
	}

}
