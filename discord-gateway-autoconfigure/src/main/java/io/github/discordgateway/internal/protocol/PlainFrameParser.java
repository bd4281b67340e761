package io.github.discordgateway.internal.protocol;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Jackson's parser without short ways: only public methods of it are used, and a new one
 * is made for each text.
 */
final class PlainFrameParser extends JsonParserDelegate implements FrameParser {

	private static final byte[] NOTHING = new byte[0];

	private final JsonFactory factory;

	private byte[] buffer;

	private int start;

	private int end;

	PlainFrameParser(JsonFactory factory, byte[] buffer, int start, int end) {
		super(parser(factory, buffer, start, end));
		this.factory = factory;
		this.buffer = buffer;
		this.start = start;
		this.end = end;
	}

	private static JsonParser parser(JsonFactory factory, byte[] buffer, int start, int end) {
		return factory.createParser(ObjectReadContext.empty(), buffer, start, end - start);
	}

	@Override
	public JsonParser json() {
		return this;
	}

	@Override
	public void restart(byte[] buffer, int start, int end) {
		this.delegate = parser(this.factory, buffer, start, end);
		this.buffer = buffer;
		this.start = start;
		this.end = end;
	}

	@Override
	public boolean isReusable() {
		return true;
	}

	@Override
	public void close() {
		super.close();
		this.buffer = NOTHING;
	}

	@Override
	public int nextProperty(PropertyNames names, int last) {
		String name;
		while ((name = nextName()) != null) {
			if (nextToken() == null) {
				break;
			}
			int index = names.indexOf(name);
			if (index != NO_PROPERTY) {
				return index;
			}
			skipChildren();
		}
		if (currentToken() != JsonToken.END_OBJECT) {
			throw new UnexpectedEndOfInputException(this, null, "The text ends within an object");
		}
		return NO_PROPERTY;
	}

	@Override
	public @Nullable String peek(PropertyNames names) {
		try (PlainFrameParser ahead = new PlainFrameParser(this.factory, this.buffer, valueStart(), this.end)) {
			ahead.nextToken();
			for (int i = NO_PROPERTY; (i = ahead.nextProperty(names, i)) != NO_PROPERTY;) {
				if (ahead.currentToken().isScalarValue() && ahead.currentToken() != JsonToken.VALUE_NULL) {
					return ahead.getString();
				}
				ahead.skipChildren();
			}
			return null;
		}
		catch (JacksonException ex) {
			// Whoever reads on meets the same fault, and this parser knows its place
			// then.
			return null;
		}
	}

	@Override
	public int valueStart() {
		return this.start + (int) currentTokenLocation().getByteOffset();
	}

	@Override
	public int skipValue() {
		skipChildren();
		// A scalar is read lazily: only finishing the token moves behind it.
		finishToken();
		return this.start + (int) currentLocation().getByteOffset();
	}

	@Override
	public @Nullable Snowflake snowflake() {
		if (currentToken() == JsonToken.VALUE_STRING || currentToken() == JsonToken.VALUE_NUMBER_INT) {
			try {
				return Snowflake.of(getString());
			}
			catch (NumberFormatException ex) {
				// As said, it is none.
				return null;
			}
		}
		return null;
	}

	@Override
	public long unsignedText() {
		return NO_NUMBER;
	}

	@Override
	public boolean findPlainText() {
		return false;
	}

	@Override
	public byte[] plainBuffer() {
		throw noPlainText();
	}

	@Override
	public int plainStart() {
		throw noPlainText();
	}

	@Override
	public int plainEnd() {
		throw noPlainText();
	}

	@Override
	public void consumePlainText() {
		throw noPlainText();
	}

	private static IllegalStateException noPlainText() {
		return new IllegalStateException("No plain text was found");
	}

}
