package io.github.discordgateway.protocol;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the envelope of a frame and stops at its body.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#payload-structure">Payload
 * structure</a>
 */
public final class FrameReader {

	private static final int OP = 0;

	private static final int S = 1;

	private static final int T = 2;

	private static final int D = 3;

	private final JsonMapper mapper;

	private final PropertyNameMatcher keys;

	/**
	 * Makes a reader, which may be used by any number of threads.
	 * @param mapper reads the frames
	 */
	public FrameReader(JsonMapper mapper) {
		this.mapper = mapper;
		this.keys = mapper.tokenStreamFactory()
			.constructNameMatcher(Stream.of("op", "s", "t", "d").map(Named::fromString).toList(), false);
	}

	/**
	 * Reads one frame. Keys may come in any order; unknown ones are skipped.
	 * @param buffer holds the JSON text in UTF-8; it must not change while the frame is
	 * in use
	 * @param offset where the text starts
	 * @param length its number of bytes
	 * @return the frame, to be closed
	 * @throws MalformedFrameException when the text is not a JSON object with a number in
	 * {@code op}
	 */
	public Frame read(byte[] buffer, int offset, int length) throws MalformedFrameException {
		JsonParser parser = null;
		boolean handedOn = false;
		try {
			parser = this.mapper.createParser(buffer, offset, length);
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw malformed("not a JSON object", buffer, offset, length);
			}
			boolean sequenceSeen = false;
			boolean nameSeen = false;
			int opcode = -1;
			long sequence = Frame.NO_SEQUENCE;
			@Nullable String name = null;
			int bodyStart = -1;
			int bodyEnd = -1;
			int match;
			while ((match = parser.nextNameMatch(this.keys)) != PropertyNameMatcher.MATCH_END_OBJECT) {
				JsonToken value = parser.nextToken();
				if (value == null) {
					throw malformed("cut off", buffer, offset, length);
				}
				switch (match) {
					case OP -> {
						if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT) {
							opcode = parser.getIntValue();
						}
					}
					case S -> {
						sequenceSeen = true;
						sequence = sequence(parser, value);
					}
					case T -> {
						nameSeen = true;
						name = (value == JsonToken.VALUE_STRING) ? parser.getString() : null;
					}
					case D -> {
						bodyStart = (int) parser.currentTokenLocation().getByteOffset();
						boolean headerComplete = (opcode > 0) || (opcode == 0 && sequenceSeen && nameSeen);
						if (headerComplete) {
							handedOn = true;
							return new Frame(this.mapper, buffer, offset, length, opcode, sequence, name, bodyStart, -1,
									parser);
						}
						bodyEnd = Frame.skipValue(parser);
					}
					default -> {
					}
				}
				parser.skipChildren();
			}
			if (opcode < 0) {
				throw malformed("no opcode", buffer, offset, length);
			}
			return new Frame(this.mapper, buffer, offset, length, opcode, sequence, name, bodyStart, bodyEnd, null);
		}
		catch (JacksonException ex) {
			String what = isEncodingError(ex) ? "not UTF-8" : "not JSON";
			throw malformed(what + " (" + PayloadExcerpt.complaint(ex) + ")", buffer, offset, length);
		}
		finally {
			if (parser != null && !handedOn) {
				parser.close();
			}
		}
	}

	/** A number of another kind is none: a frame without a sequence is still a frame. */
	private static long sequence(JsonParser parser, JsonToken value) {
		if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
			return Math.max(parser.getLongValue(), Frame.NO_SEQUENCE);
		}
		return Frame.NO_SEQUENCE;
	}

	/** The parser has no type of exception for it. */
	private static boolean isEncodingError(JacksonException ex) {
		return ex.getOriginalMessage().startsWith("Invalid UTF-8");
	}

	/**
	 * The parser's exception is not the cause of ours: its message may quote the frame,
	 * and with it a token.
	 */
	private static MalformedFrameException malformed(String what, byte[] buffer, int offset, int length) {
		return new MalformedFrameException(
				"Received a frame that is " + what + ": " + PayloadExcerpt.of(buffer, offset, length), null);
	}

}
