package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what {@link Frame} makes of its body.
 */
@ParameterizedClass
@MethodSource("io.github.discordgateway.internal.protocol.Mappers#ofEachParser")
class FrameTests {

	private final FrameReader reader;

	FrameTests(JsonMapper mapper) {
		this.reader = new FrameReader(mapper);
	}

	@Test
	void anEventOfWhichOnlyTheBodyIsLeftIsRead() {
		byte[] body = bytes("{\"id\":\"7\",\"x\":[]}");
		try (Frame frame = this.reader.event("MESSAGE_CREATE", 42, body)) {
			assertThat(frame).hasToString("DISPATCH MESSAGE_CREATE 42");
			assertThat(frame.size()).isEqualTo(body.length);
			assertThat(frame.hasObjectBody()).isTrue();
			assertThat(frame.hasWholeBody()).isTrue();
			assertThat(firstName(frame)).isEqualTo("id");
			assertThat(firstName(frame)).isEqualTo("id");
			assertThat(frame.bodyBytes()).isEqualTo(body);
			assertThat(frame.members().next()).isTrue();
			assertThat(firstName(frame)).isEqualTo("id");
		}
	}

	@Test
	void anEventOfWhichOnlyAScalarIsLeftIsRead() {
		try (Frame frame = this.reader.event("A", Frame.NO_SEQUENCE, bytes("\"x\""))) {
			assertThat(frame.hasObjectBody()).isFalse();
			assertThat(frame.<String>read(FrameParser::getString)).isEqualTo("x");
			assertThat(frame.bodyBytes()).isEqualTo(bytes("\"x\""));
			assertThat(frame.bodyBytes()).isEqualTo(bytes("\"x\""));
		}
	}

	@Test
	void anEventOfWhichNothingIsLeftHasNoBody() {
		try (Frame frame = this.reader.event("A", 1, new byte[0])) {
			assertThat(frame.hasObjectBody()).isFalse();
			assertThat(firstName(frame)).isNull();
			assertThat(frame.bodyBytes()).isEqualTo(bytes("null"));
			assertThat(frame.members().next()).isFalse();
		}
	}

	@Test
	void theMembersOfABodyAreLookedAtWhereverItLies() throws Exception {
		for (String text : List.of("{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":\"7\",\"x\":[1]}}",
				"{\"d\":{\"id\":\"7\",\"x\":[1]},\"t\":\"A\",\"s\":3,\"op\":0}")) {
			byte[] buffer = bytes("{\"y\":1}" + text + "}}");
			try (Frame frame = this.reader.read(buffer, 7, text.length())) {
				Members members = frame.members();
				assertThat(members.next()).isTrue();
				assertThat(members.isNamed("id")).isTrue();
				assertThat(members.snowflake()).isEqualTo(Snowflake.of(7));
				assertThat(frame.bodyBytes()).asString().isEqualTo("{\"id\":\"7\",\"x\":[1]}");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{\"a\":1}]", "\"{}\"", "1", "null" })
	void whatIsNoObjectHasNoMembers(String body) throws Exception {
		String text = "{\"op\":1,\"d\":" + body + "}";
		try (Frame frame = this.reader.read(bytes(text + "{\"a\":1}"), 0, text.length())) {
			assertThat(frame.members().next()).isFalse();
			assertThat(frame.bodyBytes()).asString().isEqualTo(body);
		}
	}

	@Test
	void nothingIsReadOnceItIsClosed() throws Exception {
		for (String text : List.of("{\"op\":11}", "{\"op\":9,\"d\":true}", "{\"op\":1,\"d\":{\"id\":\"7\"}}",
				"{\"d\":{\"id\":\"7\"},\"op\":1}")) {
			Frame frame = read(text);
			frame.close();
			for (Consumer<Frame> use : List.<Consumer<Frame>>of(Frame::members, Frame::isResumable,
					FrameTests::firstName)) {
				assertThatIllegalStateException().as(text)
					.isThrownBy(() -> use.accept(frame))
					.withMessageContaining("closed");
			}
			assertThatIllegalStateException().isThrownBy(frame::sessionStart).withMessageContaining("closed");
		}
		for (String text : List.of("{\"op\":11}", "{\"op\":9,\"d\":true}")) {
			Frame frame = read(text);
			frame.close();
			assertThatIllegalStateException().isThrownBy(frame::bodyBytes).withMessageContaining("closed");
		}
	}

	@Test
	void aCopyIsReadWhenTheBytesAreGone() throws Exception {
		String text = "{\"t\":\"A\",\"s\":3,\"op\":0,\"d\":{\"id\":\"7\"}}";
		byte[] buffer = bytes("....." + text + "more");
		FrameCopy copy;
		try (Frame frame = this.reader.read(buffer, 5, text.length())) {
			copy = frame.copy();
		}
		Arrays.fill(buffer, (byte) 'x');
		for (int i = 0; i < 2; i++) {
			try (Frame frame = copy.open()) {
				assertThat(frame).hasToString("DISPATCH A 3");
				assertThat(frame.size()).isEqualTo(text.length());
				assertThat(frame.bodyBytes()).asString().isEqualTo("{\"id\":\"7\"}");
			}
		}
	}

	@Test
	void aCopyOfAFrameThatIsNestedTooDeeplyHasItsBody() throws Exception {
		String body = "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}";
		String text = "{\"d\":" + body + ",\"op\":1}";
		byte[] buffer = bytes("....." + text + "more");
		FrameCopy copy;
		try (Frame frame = this.reader.read(buffer, 5, text.length())) {
			copy = frame.copy();
		}
		Arrays.fill(buffer, (byte) 'x');
		try (Frame frame = copy.open()) {
			assertThat(frame.problem()).contains("nested too deeply");
			assertThat(frame.bodyBytes()).asString().isEqualTo(body);
			assertThat(frame.hasObjectBody()).isFalse();
			assertThat(frame.members().next()).isFalse();
		}
		try (Frame frame = copy.open()) {
			assertThat(frame.bodyBytes()).as("may be read again").asString().isEqualTo(body);
		}
	}

	@Test
	void aCopyOfAFrameWithAProblemAndNoBodyHasNone() throws Exception {
		byte[] buffer = bytes(".....{\"op\":7,\"s\":3}");
		try (Frame frame = this.reader.readBroken(buffer, 5, buffer.length - 5, "it is broken");
				Frame copy = frame.copy().open()) {
			assertThat(copy.opcode()).isEqualTo(7);
			assertThat(copy.sequence()).isEqualTo(3);
			assertThat(copy.problem()).isEqualTo("it is broken");
			assertThat(copy.hasWholeBody()).isFalse();
			assertThat(copy.size()).isEqualTo(14);
		}
	}

	@Test
	void tellsTheStartOfItsTextWithoutSecrets() throws Exception {
		String text = "{\"op\":1,\"token\":\"s3cret\"}";
		try (Frame frame = this.reader.read(bytes("..." + text + "more"), 3, text.length())) {
			assertThat(frame.excerpt()).isEqualTo("{\"op\":1,\"token\":\"******\"}");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"heartbeat_interval":1000}      | 1000
			{"heartbeat_interval":600000}    | 600000
			{"heartbeat_interval":"45000"}   | 45000
			{"_trace":[],"heartbeat_interval":45000,"x":{"heartbeat_interval":1}} | 45000
			{"_trace":["a"]}                 | 41250
			{}                               | 41250
			[]                               | 41250
			null                             | 41250
			""")
	void takesAnyReasonableHeartbeatInterval(String body, long millis) throws Exception {
		try (Frame frame = read("{\"op\":10,\"d\":" + body + "}")) {
			assertThat(frame.heartbeatInterval()).isEqualTo(Duration.ofMillis(millis));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "999", "600001", "0", "-41250", "null", "\"soon\"", "[41250]", "{}", "true" })
	void refusesAnyOtherHeartbeatInterval(String interval) throws Exception {
		try (Frame frame = read("{\"op\":10,\"d\":{\"heartbeat_interval\":" + interval + "}}")) {
			assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(frame::heartbeatInterval)
				.withMessageContaining("from 1 s to 10 min");
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false", "null, false", "1, false", "{}, false", "'\"true\"', false" })
	void isResumableOnlyWhenItSaysSo(String body, boolean resumable) throws Exception {
		try (Frame frame = read("{\"op\":9,\"d\":" + body + "}")) {
			assertThat(frame.isResumable()).isEqualTo(resumable);
		}
	}

	@Test
	void tellsOfANewSession() throws Exception {
		String body = "{\"v\":10,\"user\":{\"x\":{\"id\":\"0\"},\"id\":\"1\",\"y\":[]},\"application\":{\"id\":2,\"flags\":3},"
				+ "\"guilds\":[{\"unavailable\":true,\"id\":\"4\"},{\"id\":\"5\"}],"
				+ "\"session_id\":\"a\",\"resume_gateway_url\":\"wss://example.org\",\"z\":{\"session_id\":\"b\"}}";
		assertThat(ready(body)).isEqualTo(new Frame.SessionStart("a", "wss://example.org", Snowflake.of(1),
				Snowflake.of(2), List.of(Snowflake.of(4), Snowflake.of(5))));
	}

	@Test
	void toleratesAnythingOfANewSessionButItsId() throws Exception {
		String odd = "{\"session_id\":17,\"resume_gateway_url\":@,\"user\":@,\"application\":@,\"guilds\":@,\"x\":@}";
		for (String value : List.of("null", "1", "true", "[]", "{}", "[[1],{},null,\"7\"]", "{\"id\":\"x\"}",
				"{\"id\":[\"7\"]}", "{\"id\":null}")) {
			assertThat(ready(odd.replace("@", value))).as(value)
				.isEqualTo(new Frame.SessionStart("17", null, null, null, List.of()));
		}
		String guilds = "[{\"id\":\"4\"},null,[{\"id\":\"5\"}],{\"name\":\"x\"},{\"id\":\"x\"},7,{\"id\":\"6\"}]";
		assertThat(ready("{\"session_id\":\"a\",\"guilds\":" + guilds + "}").guildIds())
			.containsExactly(Snowflake.of(4), Snowflake.of(6));
	}

	@Test
	void countsNoMoreGuildsThanAShardMayHave() throws Exception {
		int most = 100_000;
		assertThat(ready("{\"session_id\":\"a\",\"guilds\":[" + "{\"id\":7},".repeat(most) + "{\"id\":8}]}").guildIds())
			.hasSize(most)
			.doesNotContain(Snowflake.of(8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"session_id\":null}", "{\"session_id\":\"\"}", "{\"session_id\":{\"a\":\"b\"}}",
			"{\"session_id\":[\"a\"]}", "null", "[]", "{\"session_id\":\"a\",]" })
	void refusesASessionWithoutAnId(String body) {
		assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> ready(body));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"id":"7"}                                       | false | true
			{"id":"7","unavailable":true}                    | true  | true
			{"unavailable":false,"id":7}                     | false | true
			{"unavailable":"true","id":7}                    | false | true
			{"id":"7","unavailable":true,"name":"x"}         | true  | false
			{"x":{"id":"8","unavailable":true},"id":"7"}     | false | false
			{"id":"7","a":[{"id":"9"}],"b":null,"c":1}       | false | false
			""")
	void tellsNewsOfAGuild(String body, boolean unavailable, boolean bare) throws Exception {
		try (Frame frame = event(body)) {
			assertThat(frame.guildNews()).isEqualTo(new Frame.GuildNews(Snowflake.of(7), unavailable, bare));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"unavailable\":true}", "{\"id\":null}", "{\"id\":\"x\"}",
			"{\"id\":{\"id\":\"7\"}}", "[]", "null" })
	void tellsNothingOfAGuildWithoutAnId(String body) throws Exception {
		try (Frame frame = event(body)) {
			assertThat(frame.guildNews()).isNull();
		}
	}

	@Test
	void aBrokenBodyTellsNothingOfAGuild() throws Exception {
		try (Frame frame = event("{\"id\":\"7\",]")) {
			assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(frame::guildNews)
				.withMessageContaining("not JSON");
		}
	}

	@Test
	void aTextIsReadUpToTheEndOfItsBodyAlone() throws Exception {
		String text = "{\"d\":[1,\"a\"],\"op\":1}";
		try (Frame frame = read(text)) {
			for (int i = 0; i < 2; i++) {
				frame.read((body) -> {
					assertThat(LongStream.range(0, 3).mapToObj((any) -> body.nextToken()))
						.containsExactly(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_STRING, JsonToken.END_ARRAY);
					assertThat(body.nextToken()).isNull();
					return null;
				});
			}
		}
	}

	@Test
	void aBodyIsPeekedInto() throws Exception {
		PropertyNames kind = new PropertyNames(Mappers.plain(), List.of("kind"));
		for (String[] each : new String[][] { { "{\"a\":{\"kind\":1},\"kind\":\"x\"}", "x" },
				{ "{\"kind\":null}", null }, { "{\"kind\":{\"a\":1},\"b\":[]}", null }, { "{}", null },
				{ "{\"kind\":7,\"kind\":8}", "7" } }) {
			try (Frame frame = event(each[0])) {
				assertThat(frame.<String>read((body) -> body.peek(kind))).isEqualTo(each[1]);
			}
		}
	}

	@Test
	void aBrokenBodyStaysSoAfterPeeking() throws Exception {
		PropertyNames kind = new PropertyNames(Mappers.plain(), List.of("kind"));
		try (Frame frame = event("{\"a\":1,\"b\":]}")) {
			assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> frame.read((body) -> {
				String found = body.peek(kind);
				assertThat(found).isNull();
				return body.skipValue();
			}));
		}
	}

	private Frame.SessionStart ready(String body) throws MalformedFrameException {
		try (Frame frame = event(body)) {
			return frame.sessionStart();
		}
	}

	private Frame event(String body) throws MalformedFrameException {
		return read("{\"t\":\"READY\",\"s\":1,\"op\":0,\"d\":" + body + "}");
	}

	private static @Nullable String firstName(Frame frame) {
		return frame.read(FrameParser::nextName);
	}

	private Frame read(String text) throws MalformedFrameException {
		byte[] bytes = bytes(text);
		return this.reader.read(bytes, 0, bytes.length);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
