package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.discordgateway.Opcode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
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

	private static final byte[] BEFORE_NAME = ascii("{\"t\":\"");

	private static final byte[] BEFORE_SEQUENCE = ascii("\",\"s\":");

	private static final byte[] BEFORE_BODY = ascii(",\"op\":0,\"d\":");

	/** As many decimal digits as always fit into a {@code long}. */
	private static final int SEQUENCE_DIGITS = 18;

	private final FrameParserFactory parsers;

	private final PropertyNames keys;

	private final EventNameCache names = new EventNameCache();

	/** The parser of a frame before, when it is not in use. */
	private final AtomicReference<@Nullable FrameParser> spare = new AtomicReference<>();

	/**
	 * Makes a reader, which may be used by any number of threads.
	 * @param mapper reads the frames; one of {@link GatewayJsonMapper}
	 * @throws IllegalArgumentException when the mapper was not made by
	 * {@link GatewayJsonMapper#builder()}
	 */
	public FrameReader(JsonMapper mapper) {
		this.parsers = GatewayJsonMapper.parsers(mapper);
		this.keys = new PropertyNames(mapper, List.of("op", "s", "t", "d"));
	}

	/**
	 * Reads one frame. Keys may come in any order; unknown ones are skipped.
	 * @param buffer holds the JSON text in UTF-8; it must not change while the frame is
	 * in use
	 * @param offset where the text starts
	 * @param length its number of bytes
	 * @return the frame, to be closed; one with a {@link Frame#problem() problem} when
	 * the text exceeds the limits of {@link GatewayJsonMapper} in what was read
	 * @throws MalformedFrameException when the text is not a JSON object with a number in
	 * {@code op}
	 */
	public Frame read(byte[] buffer, int offset, int length) throws MalformedFrameException {
		Frame usual = readUsual(buffer, offset, offset + length);
		return (usual != null) ? usual : parse(buffer, offset, length);
	}

	/**
	 * Makes the frame of an event of which only the body is left.
	 * @param name the name of the event
	 * @param sequence its sequence, or {@link Frame#NO_SEQUENCE}
	 * @param body the JSON of {@code d} in UTF-8; it must not change while the frame is
	 * in use
	 * @return the frame, to be closed
	 */
	public Frame event(String name, long sequence, byte[] body) {
		return new Frame(this, null, body, 0, body.length, Opcode.DISPATCH.code(), sequence, name,
				(body.length > 0) ? 0 : -1, -1, null);
	}

	/**
	 * Reads an event whose keys stand as Discord writes them: {@code t}, {@code s},
	 * {@code op}, then {@code d} with an object. Nothing has to be parsed for that.
	 * @return {@code null} when it is written otherwise, or is no event
	 */
	private @Nullable Frame readUsual(byte[] buffer, int start, int end) {
		int name = behind(buffer, start, end, BEFORE_NAME);
		int nameEnd = (name >= 0) ? EventNameCache.end(buffer, name, end) : -1;
		int digits = behind(buffer, nameEnd, end, BEFORE_SEQUENCE);
		if (digits < 0) {
			return null;
		}
		long sequence = 0;
		int at = digits;
		for (int digit; at < end && (digit = buffer[at] - '0') >= 0 && digit <= 9; at++) {
			sequence = sequence * 10 + digit;
		}
		int body = behind(buffer, at, end, BEFORE_BODY);
		boolean number = at > digits && at - digits <= SEQUENCE_DIGITS && (buffer[digits] != '0' || at == digits + 1);
		if (!number || body < 0 || !JsonScanner.isAt(buffer, body, end, '{')) {
			return null;
		}
		return new Frame(this, null, buffer, start, end - start, Opcode.DISPATCH.code(), sequence,
				this.names.of(buffer, name, nameEnd), body, -1, null);
	}

	/** The index behind something that is expected; -1 when something else comes. */
	private static int behind(byte[] buffer, int start, int end, byte[] expected) {
		int behind = start + expected.length;
		return (start >= 0 && behind <= end && Arrays.equals(buffer, start, behind, expected, 0, expected.length))
				? behind : -1;
	}

	private Frame parse(byte[] buffer, int offset, int length) throws MalformedFrameException {
		FrameParser parser = takeParser();
		boolean handedOn = false;
		try {
			parser.restart(buffer, offset, offset + length);
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw malformed("not a JSON object", buffer, offset, length);
			}
			Frame frame = readHeader(parser, buffer, offset, length);
			handedOn = true;
			return frame;
		}
		catch (StreamConstraintsException ex) {
			return scan(buffer, offset, length, excess(ex), true);
		}
		catch (JacksonException ex) {
			String what = isEncodingError(ex) ? "not UTF-8" : "not JSON";
			throw malformed(what + " (" + PayloadExcerpt.complaint(ex) + ")", buffer, offset, length);
		}
		finally {
			if (!handedOn) {
				giveBack(parser);
			}
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Reads the envelope of a payload whose body is known to be unusable. A payload that
	 * was cut has a zero byte where something is missing.
	 * @param buffer holds the payload; it must not change while the frame is in use
	 * @param offset where it starts
	 * @param length its number of bytes
	 * @param problem why the body cannot be used, as a clause without a capital and full
	 * stop
	 * @return the frame without its body, to be closed
	 * @throws MalformedFrameException when it cannot be told what kind of frame it is
	 */
	public Frame readBroken(byte[] buffer, int offset, int length, String problem) throws MalformedFrameException {
		return scan(buffer, offset, length, problem, false);
	}

	private Frame scan(byte[] buffer, int offset, int length, String problem, boolean keepBody)
			throws MalformedFrameException {
		EnvelopeScanner found = EnvelopeScanner.scan(buffer, offset, offset + length);
		if (found.opcode() < 0) {
			throw malformed("unusable, without an opcode that could be found (" + problem + ")", buffer, offset,
					length);
		}
		return new Frame(this, null, buffer, offset, length, found.opcode(), found.sequence(), found.name(),
				found.bodyStart(), keepBody ? found.bodyEnd() : -1, problem);
	}

	/** The parser has one type of exception for all limits. */
	private static String excess(StreamConstraintsException ex) {
		String complaint = PayloadExcerpt.complaint(ex);
		return (complaint.contains("nesting depth") ? "nested too deeply" : "beyond what is read of any JSON") + " ("
				+ complaint + ")";
	}

	private Frame readHeader(FrameParser parser, byte[] buffer, int offset, int length) throws MalformedFrameException {
		boolean sequenceSeen = false;
		boolean nameSeen = false;
		int opcode = -1;
		long sequence = Frame.NO_SEQUENCE;
		@Nullable String name = null;
		int bodyStart = -1;
		int bodyEnd = -1;
		for (int key = FrameParser.NO_PROPERTY; (key = parser.nextProperty(this.keys,
				key)) != FrameParser.NO_PROPERTY;) {
			JsonToken value = parser.currentToken();
			switch (key) {
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
				default -> {
					bodyStart = parser.valueStart();
					boolean headerComplete = (opcode > 0) || (opcode == 0 && sequenceSeen && nameSeen);
					if (headerComplete) {
						return new Frame(this, parser, buffer, offset, length, opcode, sequence, name, bodyStart, -1,
								null);
					}
					bodyEnd = parser.skipValue();
				}
			}
			parser.skipChildren();
		}
		if (opcode < 0) {
			throw malformed("no opcode", buffer, offset, length);
		}
		return new Frame(this, parser, buffer, offset, length, opcode, sequence, name, bodyStart, bodyEnd, null);
	}

	/**
	 * Lends a parser.
	 * @return it, to be {@linkplain #giveBack given back}
	 */
	FrameParser takeParser() {
		FrameParser taken = this.spare.getAndSet(null);
		return (taken != null) ? taken : this.parsers.createReusableParser();
	}

	/**
	 * Takes back the parser of a frame that is closed.
	 * @param parser is not in use any more
	 */
	void giveBack(FrameParser parser) {
		parser.close();
		if (parser.isReusable()) {
			this.spare.set(parser);
		}
	}

	/** A number of another kind is none: a frame without a sequence is still a frame. */
	private static long sequence(FrameParser parser, JsonToken value) {
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
