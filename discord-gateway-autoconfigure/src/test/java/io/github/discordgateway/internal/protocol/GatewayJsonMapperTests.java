package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the limits of {@link GatewayJsonMapper}, and for texts that are not UTF-8.
 */
@ParameterizedClass
@MethodSource("io.github.discordgateway.internal.protocol.Mappers#ofEachParser")
class GatewayJsonMapperTests {

	private final JsonMapper mapper;

	GatewayJsonMapperTests(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Test
	void boundsTheNesting() {
		accepts("[".repeat(GatewayJsonMapper.MAX_NESTING_DEPTH) + "]".repeat(GatewayJsonMapper.MAX_NESTING_DEPTH));
		refuses("[".repeat(GatewayJsonMapper.MAX_NESTING_DEPTH + 1)
				+ "]".repeat(GatewayJsonMapper.MAX_NESTING_DEPTH + 1));
	}

	@Test
	void boundsStrings() {
		accepts("\"" + "a".repeat(GatewayJsonMapper.MAX_STRING_LENGTH) + "\"");
		refuses("\"" + "a".repeat(GatewayJsonMapper.MAX_STRING_LENGTH + 1) + "\"");
	}

	@Test
	void boundsNumbers() {
		accepts("1".repeat(GatewayJsonMapper.MAX_NUMBER_LENGTH));
		refuses("1".repeat(GatewayJsonMapper.MAX_NUMBER_LENGTH + 1));
	}

	@Test
	void boundsNamesOnceTheParserHasToGrowItsBufferBeyondTheLimit() {
		accepts("{\"" + "a".repeat(GatewayJsonMapper.MAX_NAME_LENGTH) + "\":1}");
		refuses("{\"" + "a".repeat(GatewayJsonMapper.MAX_NAME_LENGTH * 4) + "\":1}");
	}

	@Test
	@DisplayName("C42 a header that is not UTF-8 is reported as such")
	void reportsAHeaderThatIsNotUtf8() {
		for (byte[] wrong : new byte[][] { { (byte) 0xff }, { (byte) 0xc3, '(' }, { (byte) 0x80 } }) {
			byte[] frame = frame("{\"op\":0,\"t\":\"A", wrong, "\",\"s\":3,\"d\":{}}");
			assertThatExceptionOfType(MalformedFrameException.class)
				.isThrownBy(() -> new FrameReader(this.mapper).read(frame, 0, frame.length))
				.withMessageContaining("not UTF-8")
				.withNoCause();
		}
	}

	@Test
	@DisplayName("C14 the sequence of an event whose body is broken or not UTF-8 is read")
	void readsTheSequenceBeforeABrokenBody() throws Exception {
		for (byte[] wrong : new byte[][] { { (byte) 0xff }, { '"', ']' }, {} }) {
			byte[] frame = frame("{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"name\":\"", wrong, "");
			try (Frame read = new FrameReader(this.mapper).read(frame, 0, frame.length)) {
				assertThat(read.sequence()).isEqualTo(3);
				assertThatExceptionOfType(JacksonException.class).isThrownBy(read::bodyBytes);
			}
		}
	}

	@Test
	@DisplayName("C14 a sequence that is no 64-bit number is none, and costs no frame")
	void toleratesASequenceOfAnotherKind() throws Exception {
		for (String wrong : new String[] { "1e400", "12345678901234567890123", "-7", "\"x\"", "1.5", "{}" }) {
			byte[] frame = frame("{\"t\":\"A\",\"s\":" + wrong + ",\"op\":0,\"d\":{}}", new byte[0], "");
			try (Frame read = new FrameReader(this.mapper).read(frame, 0, frame.length)) {
				assertThat(read.sequence()).isEqualTo(Frame.NO_SEQUENCE);
				assertThat(read.name()).isEqualTo("A");
			}
		}
	}

	@Test
	void theParsersComplaintQuotesNothing() {
		byte[] frame = frame("{\"op\":0,\"token\":s3cret}", new byte[0], "");
		assertThatExceptionOfType(MalformedFrameException.class)
			.isThrownBy(() -> new FrameReader(this.mapper).read(frame, 0, frame.length))
			.withMessageNotContaining("s3cret")
			.withMessageContaining("not JSON")
			.withNoCause();
	}

	private static byte[] frame(String before, byte[] between, String after) {
		return (before + new String(between, StandardCharsets.ISO_8859_1) + after)
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	private void accepts(String json) {
		assertThat(this.mapper.readTree(json.getBytes(StandardCharsets.UTF_8))).isNotNull();
	}

	private void refuses(String json) {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.mapper.readTree(json.getBytes(StandardCharsets.UTF_8)));
	}

}
