package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.discordgateway.Opcode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link FrameReader} and {@link Frame}.
 */
@ParameterizedClass
@MethodSource("io.github.discordgateway.internal.protocol.Mappers#ofEachParser")
class FrameReaderTests {

	private static final String BODY = "{\"content\":\"\\\"t\\\":\\\"READY\\\",\\\"op\\\":9 \\u00e9 é 世 😀\","
			+ "\"op\":7,\"t\":\"X\",\"s\":99,\"d\":{\"d\":[1,{\"t\":null}]}}";

	private final JsonMapper mapper;

	private final FrameReader reader;

	FrameReaderTests(JsonMapper mapper) {
		this.mapper = mapper;
		this.reader = new FrameReader(mapper);
	}

	/** Each order of the four keys, compact and with white space. */
	static Stream<String> orders() {
		List<String> keys = List.of("\"t\":\"MESSAGE_CREATE\"", "\"s\":42", "\"op\":0", "\"d\":" + BODY);
		List<String> frames = new ArrayList<>();
		permute(new ArrayList<>(), keys, frames);
		return frames.stream().flatMap((frame) -> Stream.of(frame, frame.replace(",\"", " ,\n\t\"")));
	}

	private static void permute(List<String> done, List<String> rest, List<String> frames) {
		if (rest.isEmpty()) {
			frames.add("{" + String.join(",", done) + "}");
		}
		for (String next : rest) {
			List<String> longer = new ArrayList<>(done);
			longer.add(next);
			permute(longer, rest.stream().filter((key) -> !key.equals(next)).toList(), frames);
		}
	}

	@ParameterizedTest
	@MethodSource("orders")
	@DisplayName("C48 any key order; keys of the envelope inside user text or the body confuse nothing")
	void readsEachOrderOfKeys(String text) throws Exception {
		String body = text.contains("\n") ? BODY.replace(",\"", " ,\n\t\"") : BODY;
		try (Frame frame = read(text)) {
			assertThat(frame.opcode()).isZero();
			assertThat(frame.sequence()).isEqualTo(42);
			assertThat(frame.name()).isEqualTo("MESSAGE_CREATE");
			assertThat(frame.hasObjectBody()).isTrue();
			JsonNode tree = tree(frame);
			assertThat(tree).isEqualTo(this.mapper.readTree(body));
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
		}
	}

	@ParameterizedTest
	@MethodSource("orders")
	@DisplayName("C48 the body's bytes are the same whether or not it was read before, and may be copied twice")
	void copiesTheBodyInEachOrderOfKeys(String text) throws Exception {
		String body = text.contains("\n") ? BODY.replace(",\"", " ,\n\t\"") : BODY;
		try (Frame frame = read(text)) {
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
			JsonNode tree = tree(frame);
			assertThat(tree).isEqualTo(this.mapper.readTree(body));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "41250", "-1.5e3", "\"te\\\"xt\"", "true", "false", "null", "[]", "[1,[2]]", "{}" })
	void copiesABodyOfAnyKind(String body) throws Exception {
		for (String text : List.of("{\"op\":1,\"d\":" + body + "}", "{\"d\":" + body + ",\"op\":1}",
				"{\"d\" : " + body + " , \"op\" : 1 }")) {
			try (Frame frame = read(text)) {
				assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
				assertThat(frame.hasObjectBody()).isEqualTo(body.equals("{}"));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":11}", "{\"op\":11,\"s\":null,\"t\":null}", "{\"t\":null,\"s\":null,\"op\":11}" })
	void toleratesAbsentSequenceNameAndBody(String text) throws Exception {
		try (Frame frame = read(text)) {
			assertThat(frame.opcode()).isEqualTo(11);
			assertThat(frame.sequence()).isEqualTo(Frame.NO_SEQUENCE);
			assertThat(frame.name()).isNull();
			assertThat(frame.hasObjectBody()).isFalse();
			assertThat(tree(frame)).isNull();
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo("null");
		}
	}

	@Test
	@DisplayName("C45 an unknown opcode and unknown keys are no error")
	void readsUnknownOpcodes() throws Exception {
		try (Frame frame = read("{\"x\":{\"op\":1},\"op\":4711,\"y\":[{\"t\":\"A\"}],\"d\":{\"a\":1}}")) {
			assertThat(frame.opcode()).isEqualTo(4711);
			assertThat(Opcode.of(frame.opcode())).isNull();
			assertThat(frame).hasToString("opcode 4711");
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
		}
	}

	@Test
	void readsFromTheMiddleOfABuffer() throws Exception {
		String text = "{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":\"1\"}}";
		byte[] buffer = ("garbage" + text + "}}more").getBytes(StandardCharsets.UTF_8);
		try (Frame frame = this.reader.read(buffer, 7, text.length())) {
			assertThat(frame.size()).isEqualTo(text.length());
			assertThat(frame.hasObjectBody()).isTrue();
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"1\"}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"op\"", "{}", "{\"op\":null}", "{\"op\":\"0\"}", "{\"op\":{}}",
			"{\"op\"", "{\"t\":\"A\",\"op\":", "not json", "{\"d\":{\"token\":\"s3cret\"},\"op\":x}" })
	@DisplayName("C45 a text that is no frame is reported with an excerpt, without tokens")
	void refusesWhatIsNoFrame(String text) {
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> read(text))
			.withMessageContaining("Received a frame that is")
			.withMessageNotContaining("s3cret");
	}

	@Test
	void leavesABrokenBodyToWhoeverReadsIt() throws Exception {
		try (Frame frame = read("{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":]}")) {
			assertThat(frame.sequence()).isEqualTo(3);
			assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> tree(frame));
			assertThatExceptionOfType(JacksonException.class).isThrownBy(frame::bodyBytes);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":\"1", "{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{",
			"{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":\"te", "{\"op\":10,\"d\":[[{\"a\":[" })
	void doesNotCopyABodyThatIsCutOff(String text) throws Exception {
		try (Frame frame = read(text)) {
			assertThatExceptionOfType(JacksonException.class).isThrownBy(frame::bodyBytes);
			assertThatExceptionOfType(JacksonException.class).isThrownBy(frame::bodyBytes);
		}
	}

	@Test
	void isReadOnlyUntilItIsClosed() throws Exception {
		Frame frame = read("{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":\"1\"}}");
		frame.close();
		frame.close();
		assertThat(frame.sequence()).isEqualTo(3);
		assertThatIllegalStateException().isThrownBy(frame::bodyBytes).withMessageContaining("closed");
	}

	@Test
	void readsOneFrameAfterTheOtherWhateverWasLeftUnread() throws Exception {
		String good = "{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":\"1\"}}";
		for (String before : List.of("{\"op\":1,\n\"d\":\"te", "{\"op\":1,\"d\":[[[{\"a\":", "{",
				"{\"op\":1,\"d\":\"\\u00e9\"}", "{\"op\":1,\"d\":12}")) {
			try (Frame frame = read(before)) {
				assertThatCode(frame::bodyBytes).satisfiesAnyOf((none) -> assertThat(none).isNull(),
						(problem) -> assertThat(problem).isInstanceOf(JacksonException.class));
			}
			catch (MalformedFrameException ex) {
				assertThat(ex).hasMessageContaining("Received a frame");
			}
			try (Frame frame = read(good); Frame second = read(good)) {
				assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"1\"}");
				assertThat(new String(second.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"1\"}");
			}
		}
	}

	@Test
	void refusesAMapperThatIsNotTheGateways() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FrameReader(JsonMapper.shared()))
			.withMessageContaining("GatewayJsonMapper.builder()");
	}

	@Test
	void readsTheBodiesOfTheHandshake() throws Exception {
		try (Frame hello = read(
				"{\"t\":null,\"s\":null,\"op\":10,\"d\":{\"heartbeat_interval\":41250,\"_trace\":[]}}")) {
			assertThat(hello.heartbeatInterval()).isEqualTo(Duration.ofMillis(41_250));
		}
		try (Frame invalid = read("{\"op\":9,\"d\":true}")) {
			assertThat(invalid.isResumable()).isTrue();
		}
		try (Frame ready = read("{\"t\":\"READY\",\"s\":1,\"op\":0,\"d\":{\"user\":{\"session_id\":\"no\"},"
				+ "\"session_id\":\"yes\",\"resume_gateway_url\":\"wss://example.org\"}}")) {
			assertThat(ready.sessionStart())
				.isEqualTo(new Frame.SessionStart("yes", "wss://example.org", null, null, List.of()));
		}
	}

	private JsonNode tree(Frame frame) {
		return frame.read((body) -> this.mapper.readTree(body.json()));
	}

	private Frame read(String text) throws MalformedFrameException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return this.reader.read(bytes, 0, bytes.length);
	}

}
