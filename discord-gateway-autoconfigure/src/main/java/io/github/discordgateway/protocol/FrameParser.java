package io.github.discordgateway.protocol;

import java.nio.charset.StandardCharsets;

import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Jackson's parser, with a short way for plain texts: those of ASCII without escapes, as
 * ids, times, hashes, names of values and most words are. They are looked at where they
 * lie in the buffer, instead of being decoded to characters first and copied from there.
 * Anything else goes the parser's own way.
 */
public final class FrameParser extends UTF8StreamJsonParser {

	private int plainStart;

	private int plainEnd;

	FrameParser(ObjectReadContext readContext, IOContext ioContext, int streamFeatures, int formatFeatures,
			ByteQuadsCanonicalizer symbols, byte[] buffer, int start, int end) {
		super(readContext, ioContext, streamFeatures, formatFeatures, null, symbols, buffer, start, end, 0, false);
	}

	/**
	 * Finds the current text, if it is a plain one that has not been read yet.
	 * @return whether it lies in {@link #plainBuffer()} from {@link #plainStart()} to
	 * {@link #plainEnd()}
	 */
	public boolean findPlainText() {
		if (_currToken != JsonToken.VALUE_STRING || !_tokenIncomplete) {
			return false;
		}
		byte[] buffer = _inputBuffer;
		int end = _inputEnd;
		for (int i = _inputPtr; i < end; i++) {
			byte next = buffer[i];
			if (next == '"') {
				this.plainStart = _inputPtr;
				this.plainEnd = i;
				return true;
			}
			if (next < ' ' || next == '\\') {
				// An escape, a control character or, being negative, one that is not
				// ASCII.
				return false;
			}
		}
		return false;
	}

	/**
	 * The buffer in which a plain text lies.
	 * @return the buffer, not to be changed
	 */
	public byte[] plainBuffer() {
		return _inputBuffer;
	}

	/**
	 * Where the plain text starts.
	 * @return the index of its first byte
	 */
	public int plainStart() {
		return this.plainStart;
	}

	/**
	 * Where the plain text ends.
	 * @return the index behind its last byte
	 */
	public int plainEnd() {
		return this.plainEnd;
	}

	/**
	 * Moves behind the plain text that was found, which cannot be read as text any more.
	 */
	public void consumePlainText() {
		_tokenIncomplete = false;
		_inputPtr = this.plainEnd + 1;
		_textBuffer.resetWithEmpty();
	}

	@Override
	public String getString() {
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
