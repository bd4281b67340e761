package io.github.discordgateway.internal.protocol;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Reads the JSON of frames: what is used of Jackson's parser, and short ways for what
 * Discord writes. There is a quick one, and one that is Jackson's own for versions of
 * Jackson that the quick one does not fit; both read the same.
 */
public interface FrameParser extends AutoCloseable {

	/** No property: the object has ended, or has not begun. */
	int NO_PROPERTY = -1;

	/** No number of up to 19 decimal digits has these bits. */
	long NO_NUMBER = -1;

	/**
	 * The same parser as one of Jackson's.
	 * @return the parser, in the same state
	 */
	JsonParser json();

	/**
	 * Starts to read something else, whatever state the parser is in.
	 * @param buffer holds the JSON
	 * @param start where it starts
	 * @param end where it ends
	 */
	void restart(byte[] buffer, int start, int end);

	/**
	 * Whether the parser may be started again.
	 * @return {@code false} when it holds more than it should
	 */
	boolean isReusable();

	/** Ends the reading, and lets go of what is read. */
	@Override
	void close();

	/**
	 * Returns the current token, as {@link JsonParser#currentToken()}.
	 * @return the token
	 */
	JsonToken currentToken();

	/**
	 * Moves to the next token, as {@link JsonParser#nextToken()}.
	 * @return the token; {@code null} at the end of the text
	 */
	@Nullable JsonToken nextToken();

	/**
	 * Moves to the next token, as {@link JsonParser#nextName()}.
	 * @return the name of a property; {@code null} when the token is none
	 */
	@Nullable String nextName();

	/**
	 * Moves to the end of the current object or array, as
	 * {@link JsonParser#skipChildren()}.
	 * @return the parser
	 */
	JsonParser skipChildren();

	/**
	 * Returns the nesting of the current token, as
	 * {@link JsonParser#streamReadContext()}.
	 * @return where the parser stands
	 */
	TokenStreamContext streamReadContext();

	/**
	 * Returns the text of the current token, as {@link JsonParser#getString()}.
	 * @return the text
	 */
	String getString();

	/**
	 * Returns the current scalar as text, as {@link JsonParser#getValueAsString()}.
	 * @return the text
	 */
	String getValueAsString();

	/**
	 * Returns the kind of the current number, as {@link JsonParser#getNumberType()}.
	 * @return the kind
	 */
	NumberType getNumberType();

	/**
	 * Returns the current number, as {@link JsonParser#getIntValue()}.
	 * @return the number
	 */
	int getIntValue();

	/**
	 * Returns the current number, as {@link JsonParser#getLongValue()}.
	 * @return the number
	 */
	long getLongValue();

	/**
	 * Returns the current number, as {@link JsonParser#getDoubleValue()}.
	 * @return the number
	 */
	double getDoubleValue();

	/**
	 * Moves to the value of the next property of an object; those of other names are
	 * skipped.
	 * @param names the names that are looked for
	 * @param last what was returned before; {@link #NO_PROPERTY} at the start of the
	 * object
	 * @return the index of the property's name, or {@link #NO_PROPERTY} at the end of the
	 * object
	 */
	int nextProperty(PropertyNames names, int last);

	/**
	 * Looks for a single value in the object that starts here, without moving.
	 * @param names holds the name of its property alone
	 * @return the value as text; {@code null} when there is none but null, an object or
	 * an array
	 */
	@Nullable String peek(PropertyNames names);

	/**
	 * Where the current value starts.
	 * @return the index of its first byte in the buffer
	 */
	int valueStart();

	/**
	 * Moves behind the current value.
	 * @return the index behind its last byte in the buffer
	 */
	int skipValue();

	/**
	 * Reads an id: decimal text, or a number.
	 * @return the id; {@code null} when the value is none
	 */
	@Nullable Snowflake snowflake();

	/**
	 * Reads an unsigned number that is written as text, as those of 64 bits are.
	 * @return the number; {@link #NO_NUMBER}, and the value is still to be read, when it
	 * is no text of 1 to 19 decimal digits, or is not read in a short way
	 */
	long unsignedText();

	/**
	 * Finds the current text, if it is a plain one that has not been read yet.
	 * @return whether it lies in {@link #plainBuffer()} from {@link #plainStart()} to
	 * {@link #plainEnd()}; {@code false} when it is not read in a short way
	 */
	boolean findPlainText();

	/**
	 * The buffer in which a plain text lies.
	 * @return the buffer, not to be changed
	 */
	byte[] plainBuffer();

	/**
	 * Where the plain text starts.
	 * @return the index of its first byte
	 */
	int plainStart();

	/**
	 * Where the plain text ends.
	 * @return the index behind its last byte
	 */
	int plainEnd();

	/**
	 * Moves behind the plain text that was found, which cannot be read as text any more.
	 */
	void consumePlainText();

}
