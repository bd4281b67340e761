package io.github.discordgateway.internal.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonReadContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * Jackson's parser, with short ways for what Discord writes: properties in a known order
 * and without white space, and plain texts, those of ASCII without escapes, as ids,
 * times, hashes, names of values and most words are. These are looked at where they lie
 * in the buffer. Anything else goes the parser's own way, from the same state.
 *
 * <p>
 * A parser that reads frames is used again for the next one: making one costs as much as
 * reading a small event.
 *
 * <p>
 * It relies on protected members of Jackson's, which may change with any of its versions:
 * {@link FrameParserSelfTest} says whether they are what they were.
 */
final class QuickFrameParser extends UTF8StreamJsonParser implements FrameParser {

	/** Names that are nobody's components are kept by the parser. */
	private static final int MAX_FOREIGN_NAMES = 1000;

	/** As many decimal digits as always fit into 64 unsigned bits. */
	private static final int SAFE_DIGITS = 19;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private static final int NULL = letters("null");

	private static final int TRUE = letters("true");

	private static final int ALSE = letters("alse");

	/** As many decimal digits as always fit into a {@code long}. */
	private static final int LONG_DIGITS = 18;

	private final JsonReadContext root;

	private final boolean reusable;

	private int plainStart;

	private int plainEnd;

	QuickFrameParser(ObjectReadContext readContext, IOContext ioContext, int streamFeatures, int formatFeatures,
			ByteQuadsCanonicalizer symbols, byte[] buffer, int start, int end, boolean reusable) {
		super(readContext, ioContext, streamFeatures, formatFeatures, null, symbols, buffer, start, end, 0, false);
		this.root = _streamReadContext;
		this.reusable = reusable;
	}

	@Override
	public void restart(byte[] buffer, int start, int end) {
		_inputBuffer = buffer;
		_inputPtr = start;
		_inputEnd = end;
		_currInputProcessed = -start;
		_currInputRow = 1;
		_currInputRowStart = start;
		_tokenInputTotal = 0;
		_tokenInputRow = 1;
		_tokenInputCol = 0;
		_streamReadContext = this.root.reset(TokenStreamContext.TYPE_ROOT, 1, 0);
		_currToken = null;
		_lastClearedToken = null;
		_nextToken = null;
		_nameCopied = false;
		_numTypesValid = NR_UNKNOWN;
		_tokenIncomplete = false;
		_textBuffer.resetWithEmpty();
		_closed = false;
	}

	private static int letters(String four) {
		return (int) INTS.get(four.getBytes(StandardCharsets.US_ASCII), 0);
	}

	@Override
	public JsonParser json() {
		return this;
	}

	@Override
	public boolean isReusable() {
		return this.reusable && _symbols.size() < MAX_FOREIGN_NAMES;
	}

	/** A parser that is used again keeps its buffers, but nothing of what it has read. */
	@Override
	public void close() {
		if (!this.reusable) {
			super.close();
			return;
		}
		_closed = true;
		_inputBuffer = NO_BYTES;
		_inputPtr = 0;
		_inputEnd = 0;
		_textBuffer.resetWithEmpty();
	}

	@Override
	public int nextProperty(PropertyNames names, int last) {
		int before = last;
		while (true) {
			int index = expectedProperty(names, names.after(before), names.alternative(before));
			if (index >= NO_PROPERTY) {
				if (!names.isForeign(index)) {
					return index;
				}
				before = index;
				skipValue();
				continue;
			}
			index = nextNameMatch(names.matcher());
			if (index == PropertyNameMatcher.MATCH_END_OBJECT) {
				return NO_PROPERTY;
			}
			if (index == PropertyNameMatcher.MATCH_ODD_TOKEN || nextToken() == null) {
				throw new UnexpectedEndOfInputException(this, null, "The text ends within an object");
			}
			if (index >= 0) {
				names.learn(before, index);
				return index;
			}
			before = names.learn(before, currentName());
			skipValue();
		}
	}

	/**
	 * The short way of {@link #nextProperty}: one of the expected names comes next, and a
	 * value behind it.
	 * @return less than {@link #NO_PROPERTY}, and nothing has changed, when something
	 * else comes
	 */
	private int expectedProperty(PropertyNames names, int expected, int alternative) {
		byte[] buffer = _inputBuffer;
		int name = _inputPtr;
		if (_tokenIncomplete || name >= _inputEnd) {
			return NO_PROPERTY - 1;
		}
		if (buffer[name] == '}') {
			_inputPtr = name + 1;
			_streamReadContext = _streamReadContext.clearAndGetParent();
			_updateToken(JsonToken.END_OBJECT);
			return NO_PROPERTY;
		}
		if (_currToken != JsonToken.START_OBJECT && buffer[name++] != ',') {
			return NO_PROPERTY - 1;
		}
		int index = expected;
		int value = names.behind(expected, buffer, name, _inputEnd);
		if (value < 0) {
			index = alternative;
			value = names.behind(alternative, buffer, name, _inputEnd);
		}
		return (value >= 0 && startValue(names.name(index), value)) ? index : NO_PROPERTY - 1;
	}

	/** Moves to a value, or not at all when it is a rare one. */
	private boolean startValue(String name, int start) {
		byte first = _inputBuffer[start];
		JsonToken token;
		int next = start + 1;
		switch (first) {
			case '"' -> token = JsonToken.VALUE_STRING;
			case '{' -> token = JsonToken.START_OBJECT;
			case '[' -> token = JsonToken.START_ARRAY;
			case 'n' -> {
				token = JsonToken.VALUE_NULL;
				next = literal(start, NULL);
			}
			case 't' -> {
				token = JsonToken.VALUE_TRUE;
				next = literal(start, TRUE);
			}
			case 'f' -> {
				token = JsonToken.VALUE_FALSE;
				next = literal(start + 1, ALSE);
			}
			default -> {
				token = JsonToken.VALUE_NUMBER_INT;
				next = number(start);
			}
		}
		if (next < 0) {
			return false;
		}
		_streamReadContext.expectComma();
		_streamReadContext.setCurrentName(name);
		_tokenInputTotal = _currInputProcessed + start + 1;
		_numTypesValid = NR_UNKNOWN;
		_inputPtr = next;
		if (token == JsonToken.VALUE_STRING) {
			_tokenIncomplete = true;
		}
		else if (token == JsonToken.VALUE_NUMBER_INT) {
			_numTypesValid = (_numberInt == _numberLong) ? NR_INT | NR_LONG : NR_LONG;
		}
		else if (token == JsonToken.START_OBJECT) {
			createChildObjectContext(_currInputRow, 0);
		}
		else if (token == JsonToken.START_ARRAY) {
			createChildArrayContext(_currInputRow, 0);
		}
		_updateToken(token);
		return true;
	}

	/** The index behind a literal of four letters; -1 when there is something else. */
	private int literal(int start, int letters) {
		int end = start + Integer.BYTES;
		return (end < _inputEnd && (int) INTS.get(_inputBuffer, start) == letters && endsValue(_inputBuffer[end])) ? end
				: -1;
	}

	/**
	 * Reads a whole number that is not negative and has less than 64 bits.
	 * @return the index behind it; -1 when there is something else
	 */
	private int number(int start) {
		byte[] buffer = _inputBuffer;
		long number = 0;
		int end = start;
		for (int digit; end < _inputEnd && (digit = buffer[end] - '0') >= 0 && digit <= 9; end++) {
			number = number * 10 + digit;
		}
		int length = end - start;
		if (length == 0 || length > LONG_DIGITS || (length > 1 && buffer[start] == '0') || end == _inputEnd
				|| !endsValue(buffer[end])) {
			return -1;
		}
		_numberLong = number;
		_numberInt = (int) number;
		_numberNegative = false;
		// No number that the parser reads itself has this length: its text is not kept.
		_intLength = 0;
		return end;
	}

	private static boolean endsValue(byte next) {
		return next == ',' || next == '}';
	}

	@Override
	public @Nullable String peek(PropertyNames names) {
		int start = _inputPtr;
		int row = _currInputRow;
		int rowStart = _currInputRowStart;
		long token = _tokenInputTotal;
		JsonReadContext object = _streamReadContext;
		String found = null;
		for (int i = NO_PROPERTY; found == null && (i = nextProperty(names, i)) != NO_PROPERTY;) {
			if (_currToken.isScalarValue() && _currToken != JsonToken.VALUE_NULL) {
				found = getString();
			}
			else {
				skipChildren();
			}
		}
		_inputPtr = start;
		_currInputRow = row;
		_currInputRowStart = rowStart;
		_tokenInputTotal = token;
		_streamReadContext = object.reset(TokenStreamContext.TYPE_OBJECT, row, start - rowStart);
		_currToken = JsonToken.START_OBJECT;
		_numTypesValid = NR_UNKNOWN;
		return found;
	}

	@Override
	public int valueStart() {
		return (int) (_tokenInputTotal - _currInputProcessed) - 1;
	}

	@Override
	public int skipValue() {
		if (findPlainText()) {
			consumePlainText();
			return _inputPtr;
		}
		skipChildren();
		// A scalar is read lazily: only finishing the token moves behind it.
		finishToken();
		return _inputPtr;
	}

	@Override
	public @Nullable Snowflake snowflake() {
		long value = unsignedText();
		if (value != NO_NUMBER) {
			return new Snowflake(value);
		}
		if (_currToken == JsonToken.VALUE_STRING || _currToken == JsonToken.VALUE_NUMBER_INT) {
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
		if (_currToken != JsonToken.VALUE_STRING || !_tokenIncomplete) {
			return NO_NUMBER;
		}
		byte[] buffer = _inputBuffer;
		int end = _inputPtr;
		long value = 0;
		for (long eight; end + Long.BYTES <= _inputEnd
				&& isDigits(eight = (long) LONGS.get(buffer, end)); end += Long.BYTES) {
			value = value * 100_000_000 + digits(eight);
		}
		for (int digit; end < _inputEnd && (digit = buffer[end] - '0') >= 0 && digit <= 9; end++) {
			value = value * 10 + digit;
		}
		int length = end - _inputPtr;
		if (length == 0 || length > SAFE_DIGITS || end == _inputEnd || buffer[end] != '"') {
			return NO_NUMBER;
		}
		this.plainEnd = end;
		consumePlainText();
		return value;
	}

	/** Whether eight bytes are decimal digits. */
	private static boolean isDigits(long eight) {
		return ((eight & 0xF0F0F0F0F0F0F0F0L)
				| (((eight + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) >>> 4)) == 0x3333333333333333L;
	}

	/** Eight decimal digits as a number: pairs first, then pairs of these. */
	private static long digits(long eight) {
		long pairs = ((eight & 0x0F0F0F0F0F0F0F0FL) * 2561) >>> 8;
		long fours = ((pairs & 0x00FF00FF00FF00FFL) * 6553601) >>> 16;
		return ((fours & 0x0000FFFF0000FFFFL) * 42949672960001L) >>> 32;
	}

	@Override
	public boolean findPlainText() {
		if (_currToken != JsonToken.VALUE_STRING || !_tokenIncomplete) {
			return false;
		}
		this.plainStart = _inputPtr;
		this.plainEnd = PlainText.end(_inputBuffer, _inputPtr, _inputEnd);
		return this.plainEnd < _inputEnd && _inputBuffer[this.plainEnd] == '"';
	}

	@Override
	public byte[] plainBuffer() {
		return _inputBuffer;
	}

	@Override
	public int plainStart() {
		return this.plainStart;
	}

	@Override
	public int plainEnd() {
		return this.plainEnd;
	}

	@Override
	public void consumePlainText() {
		_tokenIncomplete = false;
		_inputPtr = this.plainEnd + 1;
		_textBuffer.resetWithEmpty();
	}

	@Override
	public String getString() {
		if (_currToken == JsonToken.VALUE_NUMBER_INT && _intLength == 0) {
			return Long.toString(_numberLong);
		}
		if (!findPlainText()) {
			return super.getString();
		}
		int length = this.plainEnd - this.plainStart;
		streamReadConstraints().validateStringLength(length);
		String text = new String(_inputBuffer, this.plainStart, length, StandardCharsets.ISO_8859_1);
		_tokenIncomplete = false;
		_inputPtr = this.plainEnd + 1;
		_textBuffer.resetWithString(text);
		return text;
	}

}
