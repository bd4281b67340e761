package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the short way of {@link FrameReader} with events that are written as Discord
 * does. It makes the text of a name only once, the long way each time.
 */
class UsualFrameTests {

	private final FrameReader reader = new FrameReader(Mappers.quick());

	@ParameterizedTest
	@ValueSource(
			strings = { "0", "7", "9", "10", "42", "90", "2147483648", "100000000000000000", "999999999999999999" })
	void readsASequenceWithoutAParser(String sequence) throws Exception {
		String text = "{\"t\":\"MESSAGE_CREATE\",\"s\":" + sequence + ",\"op\":0,\"d\":{\"id\":\"1\"}}";
		assertThat(isUsual(text)).isTrue();
		try (Frame frame = read(text)) {
			assertThat(frame.sequence()).isEqualTo(Long.parseLong(sequence));
			assertThat(frame.opcode()).isZero();
			assertThat(frame.size()).isEqualTo(text.length());
			assertThat(frame.bodyBytes()).asString().isEqualTo("{\"id\":\"1\"}");
		}
	}

	@Test
	void readsNamesWithoutAParser() throws Exception {
		for (String name : List.of("A", "Z", "_", "A_TO_Z", "N".repeat(64))) {
			assertThat(isUsual("{\"t\":\"" + name + "\",\"s\":1,\"op\":0,\"d\":{}}")).as(name).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ \"t\":\"A\",\"s\":1,\"op\":0,\"d\":{}}", "{\"t\":\"A\",\"s\":1 ,\"op\":0,\"d\":{}}",
			"{\"t\":\"A\",\"s\":1,\"op\":0,\"d\": {}}", "{\"s\":1,\"t\":\"A\",\"op\":0,\"d\":{}}",
			"{\"t\":\"A\",\"s\":1,\"op\":0,\"d\":[]}", "{\"t\":\"A\",\"s\":1,\"op\":0,\"d\":null}",
			"{\"t\":\"A\",\"s\":1,\"op\":7,\"d\":{}}", "{\"t\":\"A\",\"s\":1,\"op\":0,\"d\":\"{\"}",
			"{\"t\":\"A\",\"s\":null,\"op\":0,\"d\":{}}", "{\"t\":\"A\",\"s\":\"1\",\"op\":0,\"d\":{}}",
			"{\"t\":\"A\",\"s\":-1,\"op\":0,\"d\":{}}", "{\"t\":\"A\",\"s\":1.5,\"op\":0,\"d\":{}}",
			"{\"t\":\"A\",\"s\":1000000000000000000,\"op\":0,\"d\":{}}",
			"{\"t\":\"A\",\"s\":9223372036854775808,\"op\":0,\"d\":{}}", "{\"t\":\"a\",\"s\":1,\"op\":0,\"d\":{}}",
			"{\"t\":\"\",\"s\":1,\"op\":0,\"d\":{}}", "{\"t\":\"A\\u0042\",\"s\":1,\"op\":0,\"d\":{}}",
			"{\"t\":\"A1\",\"s\":1,\"op\":0,\"d\":{}}", "{\"t\":\"[\",\"s\":1,\"op\":0,\"d\":{}}",
			"{\"t\":\"@\",\"s\":1,\"op\":0,\"d\":{}}",
			"{\"t\":\"NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN\",\"s\":1,\"op\":0,\"d\":{}}" })
	void leavesAnyOtherEventToTheParser(String text) throws Exception {
		assertThat(isUsual(text)).isFalse();
		assertReadAlike(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "00", "01", "007", "", "1x", "/", ":", "1:", "+1", "-" })
	void refusesWhatIsNoNumber(String sequence) {
		assertThatExceptionOfType(MalformedFrameException.class)
			.isThrownBy(() -> read("{\"t\":\"A\",\"s\":" + sequence + ",\"op\":0,\"d\":{}}"));
	}

	@Test
	void readsWhatTheParserReadsOfATextThatIsCutAnywhere() {
		String text = "{\"t\":\"MESSAGE_CREATE\",\"s\":42,\"op\":0,\"d\":{\"op\":1}}";
		for (int end = 0; end <= text.length(); end++) {
			assertReadAlike(text.substring(0, end));
			byte[] whole = bytes(text);
			assertThat(outcome(whole, 0, end)).isEqualTo(outcome(Arrays.copyOf(whole, end), 0, end));
		}
	}

	@Test
	void readsFromTheMiddleOfABuffer() throws Exception {
		String text = "{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":\"1\"}}";
		byte[] buffer = bytes("{\"t\":\"" + text + "}}more");
		try (Frame frame = this.reader.read(buffer, 6, text.length());
				Frame again = this.reader.read(buffer, 6, text.length())) {
			assertThat(frame.name()).isEqualTo("A").isSameAs(again.name());
			assertThat(frame.sequence()).isEqualTo(3);
			assertThat(frame.size()).isEqualTo(text.length());
		}
	}

	@Test
	void takesBackTheParserOfAFrameThatIsClosed() throws Exception {
		FrameParser parser = this.reader.takeParser();
		this.reader.giveBack(parser);
		assertThat(parser.json().isClosed()).isTrue();
		for (String text : List.of("{\"op\":1,\"d\":{\"a\":\"b\"}}",
				"{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"a\":\"b\"}}")) {
			try (Frame frame = read(text)) {
				frame.read((body) -> {
					assertThat(body).isSameAs(parser);
					assertThat(body.nextName()).isEqualTo("a");
					return null;
				});
				FrameParser other = this.reader.takeParser();
				assertThat(other).isNotSameAs(parser);
			}
			assertThat(parser.json().isClosed()).isTrue();
			assertThat(parser.plainBuffer()).isEmpty();
			assertThat(this.reader.takeParser()).isSameAs(parser);
			this.reader.giveBack(parser);
		}
	}

	@Test
	void takesBackTheParserOfWhatIsNoFrame() {
		FrameParser parser = this.reader.takeParser();
		this.reader.giveBack(parser);
		for (String text : List.of("[]", "{", "{\"op\":null}", "{\"op\":1,\"x\":" + "[".repeat(300),
				"{\"x\":\"\\x\"}")) {
			assertThat(outcome(bytes(text), 0, text.length())).isNotEmpty();
			FrameParser spare = this.reader.takeParser();
			assertThat(spare).as(text).isSameAs(parser);
			this.reader.giveBack(spare);
		}
	}

	@Test
	void doesNotTakeBackAParserThatHoldsTooMuch() throws Exception {
		FrameParser parser = this.reader.takeParser();
		this.reader.giveBack(parser);
		StringBuilder text = new StringBuilder("{\"op\":1,\"d\":{\"x\":1");
		for (int i = 0; i < 2000; i++) {
			text.append(",\"name").append(i).append("\":").append(i);
		}
		try (Frame frame = read(text + "}}")) {
			frame.read(FrameParser::skipValue);
		}
		assertThat(this.reader.takeParser()).isNotSameAs(parser);
	}

	@Test
	void thePlainParserIsTakenBackToo() throws Exception {
		FrameReader plain = new FrameReader(Mappers.plain());
		FrameParser parser = plain.takeParser();
		byte[] text = bytes("\"a\"");
		parser.restart(text, 0, text.length);
		parser.nextToken();
		plain.giveBack(parser);
		assertThat(parser.json().isClosed()).isTrue();
		assertThat(plain.takeParser()).isSameAs(parser);
	}

	/** Whether a frame that is read again has the same name, not only an equal one. */
	private boolean isUsual(String text) throws MalformedFrameException {
		try (Frame frame = read(text); Frame again = read(text)) {
			assertThat(again.name()).isEqualTo(frame.name());
			return frame.name() == again.name();
		}
	}

	/** A space behind the first brace makes any frame an unusual one. */
	private void assertReadAlike(String text) {
		String unusual = text.isEmpty() ? " " : "{ " + text.substring(1);
		assertThat(outcome(bytes(text), 0, text.length())).as(text)
			.isEqualTo(outcome(bytes(unusual), 0, unusual.length()));
	}

	private String outcome(byte[] buffer, int offset, int length) {
		try (Frame frame = this.reader.read(buffer, offset, length)) {
			String header = frame.opcode() + " " + frame.sequence() + " " + frame.name() + " " + frame.problem();
			try {
				return header + " " + new String(frame.bodyBytes(), StandardCharsets.UTF_8);
			}
			catch (JacksonException | IllegalStateException ex) {
				return header + " without a body";
			}
		}
		catch (MalformedFrameException ex) {
			return "malformed";
		}
	}

	private Frame read(String text) throws MalformedFrameException {
		byte[] bytes = bytes(text);
		return this.reader.read(bytes, 0, bytes.length);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
