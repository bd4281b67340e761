package io.github.discordgateway.internal.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.compression.PayloadStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Frames whose body is of no use: what {@link FrameReader#readBroken} finds of them, and
 * what {@link FrameReader#read} makes of those that are nested too deeply.
 */
class BrokenFrameTests {

	private static final int MAX_BYTES = 100_000;

	private final FrameReader reader = new FrameReader(GatewayJsonMapper.builder().build());

	/** The text with a byte that is no UTF-8 in place of each {@code #}. */
	private static byte[] broken(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (bytes[i] == '#') ? (byte) 0xE2 : bytes[i];
		}
		return bytes;
	}

	/** The text with a large body in place of {@code @}, as a connection hands it on. */
	private static byte[] cut(String text) throws Exception {
		String body = "{\"x\":[" + "{\"s\":9,\"op\":8,\"t\":\"no\"},".repeat(8000)
				+ "1],\"s\":7,\"op\":3,\"t\":\"NO\"}";
		try (PayloadStream stream = Compression.NONE.open(MAX_BYTES)) {
			stream.feed(ByteBuffer.wrap(text.replace("@", body).getBytes(StandardCharsets.UTF_8)));
			assertThat(stream.excess()).isNotNull();
			return Arrays.copyOf(stream.buffer(), stream.length());
		}
	}

	private Frame readBroken(byte[] bytes) throws MalformedFrameException {
		ByteArrayOutputStream shifted = new ByteArrayOutputStream();
		shifted.writeBytes("}}\"".getBytes(StandardCharsets.UTF_8));
		shifted.writeBytes(bytes);
		return this.reader.readBroken(shifted.toByteArray(), 3, bytes.length, "it is broken");
	}

	private static void assertHeader(Frame frame, int opcode, long sequence, @Nullable String name) {
		assertThat(frame.opcode()).isEqualTo(opcode);
		assertThat(frame.sequence()).isEqualTo(sequence);
		assertThat(frame.name()).isEqualTo(name);
		assertThat(frame.problem()).isEqualTo("it is broken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"t\":\"A\",\"s\":42,\"op\":0,\"d\":{\"a\":\"#\",\"b\":[1,{\"op\":5}]}}",
			"{\"d\":{\"a\":\"#\\\"}\",\"b\":[1,{\"op\":5}]},\"op\":0,\"s\":42,\"t\":\"A\"}",
			" { \"op\" : 0 , \"x#\" : \"#\" , \"t\" : \"A\" , \"d\" : [ \"#\" ] , \"s\" : 42 } ",
			"{\"t\":\"A\",\"s\":42,\"op\":0,\"d\":{\"a\":\"#", "{\"t\":\"A\",\"s\":42,\"op\":0,\"d\":#" })
	@DisplayName("C42 the envelope is read around what is no UTF-8, in any order of its keys")
	void envelopeOfWhatIsNotUtf8(String text) throws Exception {
		try (Frame frame = readBroken(broken(text))) {
			assertHeader(frame, 0, 42, "A");
			assertThat(frame.hasWholeBody()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"t\":\"A\",\"s\":42,\"op\":0,\"d\":@}", "{\"d\":@,\"t\":\"A\",\"s\":42,\"op\":0}",
			"{\"op\":0,\"d\":@,\"s\":42,\"t\":\"A\"}", "{\"t\":\"A\",\"d\":@ , \"s\" : 42 , \"op\" : 0 } \n",
			"{\"t\":\"A\",\"x\":@,\"d\":@,\"n\":null,\"s\":42,\"y\":true,\"op\":0}" })
	@DisplayName("C42 the envelope is read around what was thrown away, in any order of its keys")
	void envelopeOfWhatIsTooLarge(String text) throws Exception {
		try (Frame frame = readBroken(cut(text))) {
			assertHeader(frame, 0, 42, "A");
			assertThat(frame.hasWholeBody()).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '`', textBlock = """
			{"op":10,"d":{"heartbeat_interval":"#"}}          | 10 | -1 | none
			{"op":9,"d":"#"}                                   | 9  | -1 | none
			{"op":0,"s":null,"t":null,"d":"#"}                 | 0  | -1 | none
			{"op":0,"s":-1,"t":7,"d":"#"}                      | 0  | -1 | none
			{"op":0,"s":12345678901234567890,"t":"#","d":1}    | 0  | -1 | none
			{"op":0,"s":1,"t":"A\\u0042","d":"#"}              | 0  | 1  | none
			{"op":0,"s":1,"t":"READY","d":{"session_id":"#"}}  | 0  | 1  | READY
			""")
	@DisplayName("C42 what is missing of an envelope is missing")
	void partsOfAnEnvelope(String text, int opcode, long sequence, @Nullable String name) throws Exception {
		try (Frame frame = readBroken(broken(text))) {
			assertHeader(frame, opcode, sequence, name);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "#", "[]", "{}", "{\"t\":\"A\",\"s\":42,\"d\":\"#\"}", "{\"op\":\"#\"}",
			"{\"d\":{\"a\":\"#,\"op\":0,\"s\":1,\"t\":\"A\"", "{\"t\":\"A\",\"s\":42,\"op\":0",
			"{\"op\":99999999999,\"d\":\"#\"}", "{\"x\":{\"op\":0}#" })
	@DisplayName("C42 without an opcode it is no frame")
	void withoutAnOpcode(String text) {
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> readBroken(broken(text)))
			.withMessageContaining("it is broken");
	}

	@Test
	@DisplayName("C42 the end of what was cut is not mistaken for the envelope's")
	void endOfTheBodyIsNoEnvelope() throws Exception {
		byte[] bytes = cut("{\"d\":@}");
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> readBroken(bytes));
	}

	@Test
	@DisplayName("C42 the body of a broken frame is never read")
	void bodyIsNeverRead() throws Exception {
		try (Frame frame = readBroken(
				broken("{\"op\":0,\"s\":1,\"t\":\"READY\",\"d\":{\"session_id\":\"a\",\"x\":\"#\"}}"))) {
			assertThat(frame.<String>read((body) -> {
				throw new AssertionError("is read");
			})).isNull();
			assertThat(frame.hasObjectBody()).isFalse();
			assertThat(frame.isResumable()).isFalse();
			assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(frame::sessionStart)
				.withMessageContaining("it is broken");
			assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(frame::heartbeatInterval);
			assertThatIllegalStateException().isThrownBy(frame::bodyBytes);
			try (Frame copy = frame.copy().open()) {
				assertHeader(copy, 0, 1, "READY");
				assertThat(copy.hasWholeBody()).isFalse();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"d\":@,\"t\":\"A\",\"s\":42,\"op\":0}", "{\"op\":0,\"d\":@,\"t\":\"A\",\"s\":42}" })
	@DisplayName("C42 a frame that is nested too deeply is a frame, whose body can be copied")
	void nestedTooDeeply(String text) throws Exception {
		String body = "[".repeat(5000) + "\"]\"" + "]".repeat(5000);
		byte[] bytes = text.replace("@", body).getBytes(StandardCharsets.UTF_8);
		try (Frame frame = this.reader.read(bytes, 0, bytes.length)) {
			assertThat(frame.sequence()).isEqualTo(42);
			assertThat(frame.name()).isEqualTo("A");
			assertThat(frame.problem()).contains("nested too deeply").doesNotContain("JSON");
			assertThat(frame.hasWholeBody()).isTrue();
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
			try (Frame copy = frame.copy().open()) {
				assertThat(copy.bodyBytes()).isEqualTo(frame.bodyBytes());
			}
		}
	}

	@Test
	@DisplayName("C42 a body that is nested too deeply behind its header can be copied, too")
	void nestedTooDeeplyBehindTheHeader() throws Exception {
		String body = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
		byte[] bytes = ("{\"t\":\"A\",\"s\":42,\"op\":0,\"d\":" + body + "}").getBytes(StandardCharsets.UTF_8);
		try (Frame frame = this.reader.read(bytes, 0, bytes.length)) {
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
		}
	}

}
