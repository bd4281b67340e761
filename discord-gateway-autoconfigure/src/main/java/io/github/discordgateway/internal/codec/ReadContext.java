package io.github.discordgateway.internal.codec;

import java.util.function.Consumer;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * What the readers of one body share.
 */
public final class ReadContext {

	/** Names in maps are of users' making: a place must not fill the log. */
	private static final int MAX_PLACE_LENGTH = 200;

	private final Consumer<String> mistyped;

	/** The nesting of the body itself: it may be part of a frame that is being read. */
	private final int depth;

	private @Nullable String kind;

	/**
	 * Starts to read a body.
	 * @param parser stands at the first token of the body, which is an object
	 * @param mistyped told the place of each value of a wrong type
	 */
	public ReadContext(FrameParser parser, Consumer<String> mistyped) {
		this.depth = parser.streamReadContext().getNestingDepth();
		this.mistyped = mistyped;
	}

	/**
	 * Where the parser stands within the body.
	 * @param parser reads the body
	 * @return for example {@code $.author.id} or {@code $.embeds[0]}, at most 200
	 * characters of it and each of them printable
	 */
	public String place(FrameParser parser) {
		StringBuilder place = new StringBuilder();
		for (TokenStreamContext part = parser.streamReadContext(); part != null
				&& part.getNestingDepth() >= this.depth; part = part.getParent()) {
			if (part.inObject() && part.currentName() != null) {
				place.insert(0, "." + part.currentName());
			}
			else if (part.inArray() && part.hasCurrentIndex()) {
				place.insert(0, "[" + part.getCurrentIndex() + "]");
			}
		}
		place.insert(0, '$').setLength(Math.min(place.length(), MAX_PLACE_LENGTH));
		for (int i = 0; i < place.length(); i++) {
			if (!isPrintable(place.charAt(i))) {
				place.setCharAt(i, '?');
			}
		}
		return place.toString();
	}

	private static boolean isPrintable(char character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
			default -> true;
		};
	}

	/**
	 * Skips a value that is null or of a wrong type, and reports the latter.
	 * @param parser stands at the first token of the value
	 * @return {@code null}
	 */
	@Nullable Object skip(FrameParser parser) {
		if (parser.currentToken() != JsonToken.VALUE_NULL) {
			this.mistyped.accept(place(parser));
			parser.skipChildren();
		}
		return null;
	}

	/** The kind of objects in the object that is being read, as that tells it. */
	@Nullable String kind() {
		return this.kind;
	}

	void kind(@Nullable String kind) {
		this.kind = kind;
	}

	/**
	 * The text ended within an object.
	 * @param parser has no more tokens
	 * @return to be thrown
	 */
	static UnexpectedEndOfInputException truncated(FrameParser parser) {
		return new UnexpectedEndOfInputException(parser.json(), null, "The text ends within an object");
	}

}
