package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonScanner}.
 */
class JsonScannerTests {

	private static final int DEPTH = 20;

	private static final List<String> VALUES = List.of("\"\"", "\"text\"", "\"eight by\"",
			"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u00e9\\uABcd\"", "\"grüße 世界 😀\"", "0", "-0", "7", "-12.50", "1e5",
			"0.1E-7", "12e+3", "true", "false", "null", "{}", "[]", "{ }", "[\n]", "{\"a\":1}",
			"{\"a\" : [ 1 , {\"b\":\"}\"} ] ,\r\n\t\"c\":null}", "[[[[]]],{\"]\":\"[\"}]", "{\"\":\"\"}",
			"{\"\\\"}\":{\"d\":[true,false,null]}}");

	@Test
	void findsTheEndOfEachKindOfValue() {
		for (String value : VALUES) {
			for (String behind : List.of("", ",", "}", "]", " ", "}}garbage")) {
				assertThat(valueEnd(value + behind)).as(value + behind).isEqualTo(bytes(value).length);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "}", "]", ",", ":", "x", "-", "01", "-01", "1.", ".5", "1e", "1e+", "+1", "tru",
			"trux", "nul", "fals", "\"", "\"text", "\"\\\"", "\"\\x\"", "\"\\", "\"\\u12\"", "\"\\u12g4\"", "\"\\u123",
			"\"\n\"", "\"eight byt\u0001\"", "{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
			"{\"a\":1,}", "{,}", "{\"a\"}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":1]", "{\"a\":]}", "{1:2}", "[", "[1",
			"[1,", "[1,]", "[,1]", "[1 2]", "[1}", "[01]", "[1.2.3]", "[tru]", "['a']", "[{\"a\":[}]]", "/**/1" })
	void refusesWhatIsNoJson(String text) {
		assertThat(valueEnd(text)).isEqualTo(JsonScanner.BROKEN);
	}

	@Test
	void refusesTextThatIsNoUtf8() {
		for (byte[] wrong : new byte[][] { { (byte) 0xff }, { (byte) 0x80 }, { (byte) 0xc3, '(' },
				{ (byte) 0xe4, (byte) 0xb8 }, { (byte) 0xf8, (byte) 0x80, (byte) 0x80, (byte) 0x80 } }) {
			byte[] text = new byte[wrong.length + 2];
			System.arraycopy(wrong, 0, text, 1, wrong.length);
			text[0] = '"';
			text[text.length - 1] = '"';
			assertThat(JsonScanner.valueEnd(text, 0, text.length, DEPTH)).isEqualTo(JsonScanner.BROKEN);
		}
	}

	@Test
	void goesAsDeepAsItMay() {
		assertThat(valueEnd("[".repeat(DEPTH) + "]".repeat(DEPTH))).isEqualTo(2 * DEPTH);
		assertThat(valueEnd("[".repeat(DEPTH + 1) + "]".repeat(DEPTH + 1))).isEqualTo(JsonScanner.BROKEN);
		assertThat(valueEnd("{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH))).isPositive();
		assertThat(valueEnd("{\"a\":".repeat(DEPTH + 1) + "1" + "}".repeat(DEPTH + 1))).isEqualTo(JsonScanner.BROKEN);
	}

	@Test
	void whereNothingMayBeNestedThereIsNoObjectOrArray() {
		for (String text : List.of("{}", "[]", "{\"a\":1}", "[1]")) {
			byte[] json = bytes(text);
			assertThat(JsonScanner.valueEnd(json, 0, json.length, 0)).isEqualTo(JsonScanner.BROKEN);
			assertThat(JsonScanner.valueEnd(json, 0, json.length, 1)).isEqualTo(json.length);
		}
	}

	@Test
	void findsNoValueBehindABrokenName() {
		byte[] json = bytes(":1}");
		assertThat(JsonScanner.valueStart(json, 0, json.length)).isOne();
		assertThat(JsonScanner.valueStart(json, JsonScanner.BROKEN, json.length)).isEqualTo(JsonScanner.BROKEN);
		assertThat(JsonScanner.textEnd(json, 0, json.length)).isEqualTo(JsonScanner.BROKEN);
	}

	@Test
	void looksAtNothingBeyondTheEnd() {
		byte[] text = bytes("{\"a\":[\"text\",\"é\",12]}");
		for (int end = 0; end < text.length; end++) {
			assertThat(JsonScanner.valueEnd(text, 0, end, DEPTH)).as("cut at %d", end).isEqualTo(JsonScanner.BROKEN);
		}
	}

	@Test
	@DisplayName("C46 is as strict as the parser about a text in which anything is changed")
	void agreesWithTheParser() {
		Random random = new Random(4711);
		JsonMapper mapper = Mappers.plain();
		String odd = "\"\\{}[]:,.-+eEu0129tfn \n\u0001x";
		for (int i = 0; i < 50_000; i++) {
			String value = VALUES.get(random.nextInt(VALUES.size()));
			StringBuilder text = new StringBuilder(
					"{\"a\":" + value + ",\"b\":[" + VALUES.get(random.nextInt(VALUES.size())) + "]}");
			for (int changes = random.nextInt(3); changes > 0; changes--) {
				int at = 1 + random.nextInt(text.length() - 1);
				char other = odd.charAt(random.nextInt(odd.length()));
				switch (random.nextInt(3)) {
					case 0 -> text.deleteCharAt(at);
					case 1 -> text.insert(at, other);
					default -> text.setCharAt(at, other);
				}
			}
			byte[] json = bytes(text.toString());
			assertThat(JsonScanner.valueEnd(json, 0, json.length, 200)).as(text.toString())
				.isEqualTo(parsedEnd(mapper, json));
		}
	}

	private static int parsedEnd(JsonMapper mapper, byte[] json) {
		try (JsonParser parser = mapper.createParser(json)) {
			parser.nextToken();
			parser.skipChildren();
			parser.finishToken();
			return (int) parser.currentLocation().getByteOffset();
		}
		catch (JacksonException ex) {
			return JsonScanner.BROKEN;
		}
	}

	private static int valueEnd(String text) {
		byte[] json = bytes(text);
		return JsonScanner.valueEnd(json, 0, json.length, DEPTH);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
