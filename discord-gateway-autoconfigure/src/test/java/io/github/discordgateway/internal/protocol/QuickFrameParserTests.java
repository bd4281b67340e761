package io.github.discordgateway.internal.protocol;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link QuickFrameParser}: that it reads what Jackson's own parser reads, and
 * which way it goes. Its short way names a property with the text that was given to
 * {@link PropertyNames}, the long one with another that is equal.
 */
class QuickFrameParserTests {

	private static final List<String> VALUES = List.of("0", "9", "10", "90", "2147483647", "2147483648", "4294967297",
			"100000000000000000", "999999999999999999", "1000000000000000000", "9223372036854775807",
			"9223372036854775808", "18446744073709551616", "-1", "-0", "-9223372036854775808", "00", "01", "007", "1.5",
			"0.0", "1e3", "1E-3", "-1.5e+3", "1 ", " 1", "1x", "1]", "1/", "1:", "true", "false", "null", "true ",
			"\ttrue", "tru", "trua", "truex", "True", "true]", "fals", "falsa", "fxlse", "nul", "nulL", "nill", "none",
			"\"\"", "\"a\"", "\"eight by\"", "\"a bit longer than that\"", "\"}\"", "\",\"", "\"a\\\"b\"", "\"\\\\\"",
			"\"\\u0041\"", "\"\\ud83d\\ude00\"", "\"é\"", "\"plain, then 世\"", "\"a\tb\"", "\"\\x\"", "\"a\" ", "\"0\"",
			"\"7\"", "\"007\"", "\"12345678\"", "\"1234567890123456789\"", "\"9999999999999999999\"",
			"\"12345678901234567890\"", "\"18446744073709551615\"", "\"18446744073709551616\"", "\"-1\"", "\"+1\"",
			"\"1.5\"", "\"1234567x\"", "\"123456789x\"", "\"1234567\\u0038\"", "{}", "[]", "{ }", "{\"first\":1}",
			"{\"a\":\"}\",\"second\":[{}]}", "[\"]\",[1,{\"third\":2}],null]", "{\"a\":]}", "[1}", "");

	private static final JsonMapper QUICK = Mappers.quick();

	private static final JsonMapper PLAIN = Mappers.plain();

	private final FrameParser quick = GatewayJsonMapper.parsers(QUICK).createReusableParser();

	private final FrameParser plain = GatewayJsonMapper.parsers(PLAIN).createReusableParser();

	@ParameterizedTest
	@EnumSource
	void readsWhatJacksonReads(Reading reading) {
		for (String value : VALUES) {
			PropertyNames names = names("first", "second", "third");
			String json = "{\"first\":@,\"second\":@,\"odd\":@,\"third\":@}".replace("@", value);
			for (int round = 0; round < 3; round++) {
				assertReadsAlike(reading, names, json);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void readsWhatJacksonReadsOfATextThatIsCutAnywhere(Reading reading) {
		PropertyNames names = names("first", "second");
		for (String value : VALUES) {
			byte[] json = bytes("{\"first\":@,\"odd\":@,\"second\":@}".replace("@", value));
			for (int end = 0; end < json.length; end++) {
				String cut = new String(json, 0, end, StandardCharsets.UTF_8) + "|"
						+ new String(json, end, json.length - end, StandardCharsets.UTF_8);
				byte[] exact = Arrays.copyOf(json, end);
				List<Object> expected = read(this.plain, exact, 0, end, names, reading);
				assertThat(read(this.quick, json, 0, end, names, reading)).as(cut).isEqualTo(expected);
				assertThat(read(this.quick, exact, 0, end, names, reading)).as(cut).isEqualTo(expected);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void readsNamesInAnyOrderAndForm(Reading reading) {
		PropertyNames names = names("id", "name", "a_name_of_many_letters");
		for (String json : List.of("{\"id\":\"1\",\"name\":\"a\",\"a_name_of_many_letters\":1}",
				"{\"a_name_of_many_letters\":1,\"name\":\"a\",\"id\":\"1\"}", "{\"name\":null,\"id\":\"1\"}",
				"{\"n\\u0061me\":\"a\",\"\\u0069d\":\"1\"}", "{ \"id\" : \"1\" , \"name\" : \"a\" }",
				"{\n\t\"id\":\"1\",\r\n\t\"name\":\"a\"\n}", "{\"id\":\"1\"\n,\n\"name\":[\n1\n],\n\"x\":\n{\n}\n}",
				"{\"odd\":1,\"id\":2,\"even\":{\"id\":3},\"name\":4}", "{\"odd\":[1],\"even\":\"x\",\"odder\":true}",
				"{\"a_name_of_many_letterz\":1,\"a_name_ok_many_letters\":2,\"z_name_of_many_letters\":3}",
				"{\"id\":1,\"id\":2,\"id\":3}", "{\"\":1,\"é\":2,\"na\":3,\"names\":4,\"id\":5}", "{}", "{\"id\":1,}",
				"{,\"id\":1}", "{\"id\":1 \"name\":2}", "{\"id\":1;\"name\":2}", "{\"id\":1}\"name\":2}", "{\"id\":1]",
				"{\"id\"=1,\"name\"=2}", "{id:1}")) {
			for (int round = 0; round < 3; round++) {
				assertReadsAlike(reading, names, json);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "9", "10", "90", "2147483648", "999999999999999999", "true", "false", "null", "\"\"",
			"\"a\"", "\"é\"", "\"\\n\"", "{}", "[]", "{\"a\":[1]}", "[{\"a\":1}]" })
	void readsUsualValuesOfExpectedNamesInTheShortWay(String value) {
		PropertyNames names = names("first", "second", "third");
		String json = "{\"first\":@,\"second\":@,\"third\":@}".replace("@", value);
		assertThat(quickly(names, json)).isEqualTo("+++");
		assertThat(quickly(names, json.replace("third", "much longer"))).isEqualTo("++");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "-0", "1.5", "1e3", "1000000000000000000", "9223372036854775807", "1 ", " 1",
			"true ", " null", " \"a\"", " {}" })
	void readsOtherValuesInTheLongWay(String value) {
		assertThat(quickly(names("first", "second", "third"),
				"{\"first\":@,\"second\":@,\"third\":\"a\"}".replace("@", value)))
			.isEqualTo(value.endsWith(" ") ? "---" : "--+");
	}

	@Test
	void readsTheLastValueOfAnObjectInTheShortWay() {
		for (String value : List.of("12345", "true", "false", "null", "\"text\"", "{\"a\":1}")) {
			assertThat(quickly(names("first", "second"), "{\"first\":1,\"second\":" + value + "}")).isEqualTo("++");
		}
	}

	@Test
	void readsNothingInTheShortWayThatTheEndMayCut() {
		for (String value : List.of("1", "12345678", "true", "false", "null")) {
			byte[] json = bytes("{\"first\":\"1\",\"second\":" + value + ",}");
			PropertyNames names = names("first", "second");
			int end = json.length - 2;
			this.quick.restart(json, 0, end);
			this.quick.nextToken();
			assertThat(this.quick.nextProperty(names, FrameParser.NO_PROPERTY)).isZero();
			assertThat(this.quick.getString()).isEqualTo("1");
			try {
				assertThat(this.quick.nextProperty(names, 0)).isOne();
				assertThat(this.quick.json().currentName()).isNotSameAs(names.name(1));
			}
			catch (JacksonException ex) {
				assertThat(ex).hasMessageContaining("end-of-input");
			}
		}
	}

	@Test
	void learnsTheOrderOfNames() {
		PropertyNames names = names("first", "second", "third");
		String json = "{\"second\":\"a\",\"first\":\"a\",\"third\":\"a\"}";
		assertThat(quickly(names, json)).isEqualTo("---");
		assertThat(quickly(names, json)).isEqualTo("+++");
	}

	@Test
	void expectsTwoNamesAfterAnother() {
		PropertyNames names = names("first", "second", "third");
		List<String> both = List.of("{\"first\":\"a\",\"third\":\"a\"}", "{\"first\":\"a\",\"second\":\"a\"}");
		both.forEach((json) -> quickly(names, json));
		for (int round = 0; round < 2; round++) {
			assertThat(both).allSatisfy((json) -> assertThat(quickly(names, json)).isEqualTo("++"));
		}
	}

	@Test
	void passesOverForeignNamesThatItHasLearned() {
		PropertyNames names = names("first", "second", "third");
		String json = "{\"foreign\":{\"first\":1},\"first\":\"a\",\"other\":\"}\",\"more\":[],\"second\":\"a\"}";
		assertThat(quickly(names, json)).isEqualTo("--");
		assertThat(quickly(names, json)).isEqualTo("++");
	}

	@Test
	void doesNotTakeTheContentOfAnUnreadTextForWhatFollowsIt() {
		PropertyNames names = names("first", "second");
		start("{\"first\":\"}\",\"second\":\",\\\"second\\\":1\",\"first\":true}");
		assertThat(this.quick.nextProperty(names, FrameParser.NO_PROPERTY)).isZero();
		assertThat(this.quick.nextProperty(names, 0)).isOne();
		assertThat(this.quick.nextProperty(names, 1)).isZero();
		assertThat(this.quick.currentToken()).isEqualTo(JsonToken.VALUE_TRUE);
		assertThat(this.quick.nextProperty(names, 0)).isEqualTo(FrameParser.NO_PROPERTY);
	}

	@Test
	void aNumberKeepsItsKindAndItsText() {
		PropertyNames names = names("first", "second", "third", "fourth");
		start("{\"first\":2147483647,\"second\":2147483648,\"third\":-12345,\"fourth\":7}");
		List<Object> seen = new ArrayList<>();
		for (int i = FrameParser.NO_PROPERTY; (i = this.quick.nextProperty(names, i)) != FrameParser.NO_PROPERTY;) {
			seen.add(this.quick.getNumberType());
			seen.add(this.quick.getString());
			seen.add(this.quick.getLongValue());
		}
		assertThat(seen).containsExactly(JsonParser.NumberType.INT, "2147483647", 2147483647L,
				JsonParser.NumberType.LONG, "2147483648", 2147483648L, JsonParser.NumberType.INT, "-12345", -12345L,
				JsonParser.NumberType.INT, "7", 7L);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "0", "9", "10", "1234567", "12345678", "123456789", "1234567890123456", "81384788765712384",
					"000000000000000001", "1000000000000000000", "9999999999999999999", "0123456789012345678" })
	void readsDigitsWhereTheyLie(String digits) {
		text(digits);
		long value = this.quick.unsignedText();
		assertThat(Long.toUnsignedString(value)).isEqualTo(new BigInteger(digits).toString());
		assertThat(this.quick.nextToken()).isEqualTo(JsonToken.END_OBJECT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-1", "+1", "1.5", "1e3", "x", "/", ":", "1/", "1:", "12345678x", "é",
			"10000000000000000000", "18446744073709551615", "00000000000000000000", "1\\u0031" })
	void leavesWhatIsNoNumberToBeReadAsText(String text) {
		text(text);
		assertThat(this.quick.unsignedText()).isEqualTo(FrameParser.NO_NUMBER);
		assertThat(this.quick.getString()).isEqualTo(text.replace("\\u0031", "1"));
		assertThat(this.quick.nextToken()).isEqualTo(JsonToken.END_OBJECT);
	}

	@Test
	void takesNoOtherCharacterForOneOfEightDigits() {
		for (int place = 0; place < Long.BYTES; place++) {
			for (char other = ' '; other <= '~'; other++) {
				if ((other < '0' || other > '9') && other != '"' && other != '\\') {
					StringBuilder text = new StringBuilder("1234567890123456");
					text.setCharAt(place, other);
					text(text.toString());
					assertThat(this.quick.unsignedText()).as(text.toString()).isEqualTo(FrameParser.NO_NUMBER);
					assertThat(this.quick.getString()).isEqualTo(text.toString());
				}
			}
		}
	}

	@Test
	void readsDigitsUpToTheEndOfTheBuffer() {
		for (int length = 1; length <= 19; length++) {
			String digits = "1234567890123456789".substring(0, length);
			byte[] json = bytes("{\"a\":\"" + digits + "\"");
			for (int end = json.length; end > json.length - 2; end--) {
				for (byte[] buffer : List.of(json, Arrays.copyOf(json, end), Arrays.copyOf(json, end + 20))) {
					this.quick.restart(buffer, 0, end);
					this.quick.nextToken();
					this.quick.nextName();
					this.quick.nextToken();
					assertThat(this.quick.unsignedText())
						.isEqualTo((end == json.length) ? Long.parseLong(digits) : FrameParser.NO_NUMBER);
				}
			}
		}
	}

	@Test
	void readsEachTextOnlyOnceWhereItLies() {
		text("123");
		assertThat(this.quick.unsignedText()).isEqualTo(123);
		assertThat(this.quick.unsignedText()).isEqualTo(FrameParser.NO_NUMBER);
		assertThat(this.quick.findPlainText()).isFalse();
		text("456");
		assertThat(this.quick.getString()).isEqualTo("456").isSameAs(this.quick.getString());
		assertThat(this.quick.unsignedText()).isEqualTo(FrameParser.NO_NUMBER);
		assertThat(this.quick.findPlainText()).isFalse();
		assertThat(this.quick.snowflake()).isEqualTo(Snowflake.of(456));
	}

	@Test
	void findsPlainTextWhereItLies() {
		for (String plainText : List.of("", "a", "eight by", "plain and rather long", "with /, : and }")) {
			text(plainText);
			assertThat(this.quick.findPlainText()).isTrue();
			assertThat(new String(this.quick.plainBuffer(), this.quick.plainStart(),
					this.quick.plainEnd() - this.quick.plainStart(), StandardCharsets.US_ASCII))
				.isEqualTo(plainText);
			this.quick.consumePlainText();
			assertThat(this.quick.nextToken()).isEqualTo(JsonToken.END_OBJECT);
		}
		for (String other : List.of("a\\\"b", "a\\nb", "é", "plain, then 世", "\\u0041")) {
			text(other);
			assertThat(this.quick.findPlainText()).as(other).isFalse();
		}
		start("{\"a\":12,\"b\":null}");
		this.quick.nextName();
		this.quick.nextToken();
		assertThat(this.quick.findPlainText()).isFalse();
		assertThat(this.quick.unsignedText()).isEqualTo(FrameParser.NO_NUMBER);
	}

	@Test
	void aPlainTextThatWasConsumedIsNotReadAsTheTextBefore() {
		PropertyNames names = names("first", "second");
		start("{\"first\":\"before\",\"second\":\"plain\"}");
		assertThat(this.quick.nextProperty(names, FrameParser.NO_PROPERTY)).isZero();
		assertThat(this.quick.getString()).isEqualTo("before");
		assertThat(this.quick.nextProperty(names, 0)).isOne();
		assertThat(this.quick.findPlainText()).isTrue();
		this.quick.consumePlainText();
		assertThat(this.quick.getString()).isEmpty();
	}

	@Test
	void skippingMovesBehindAnyValue() {
		for (String value : List.of("\"text\"", "\"te\\\"xt\"", "\"é\"", "12", "-1.5", "true", "null", "{\"a\":[1]}",
				"[{}]")) {
			String before = "..{\"first\":";
			byte[] json = bytes(before + value + ",\"second\":\"a\"}");
			PropertyNames names = names("first", "second");
			this.quick.restart(json, 2, json.length);
			this.quick.nextToken();
			assertThat(this.quick.nextProperty(names, FrameParser.NO_PROPERTY)).isZero();
			assertThat(this.quick.valueStart()).isEqualTo(before.length());
			assertThat(this.quick.skipValue()).isEqualTo(before.length() + bytes(value).length);
			assertThat(this.quick.nextProperty(names, 0)).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"a\":1}", "{\"a\":1,\"kind\":\"x\"}", "{\"a\":{\"kind\":\"no\"},\"kind\":\"x\"}",
			"{\"kind\":null,\"kind\":7}", "{\"kind\":{},\"kind\":[[]],\"b\":2}",
			"{\n\"a\":1,\n\"kind\":\ntrue\n,\"b\":2}", "{\"kind\":\"\"}", "{\"kind\":\"esc\\naped\",\"a\":[1,2]}",
			"{\"kind\":12345678901234567890}" })
	void peeksWithoutMoving(String object) {
		PropertyNames kind = names("kind");
		String json = "{\n\"first\":@,\n\"second\":@}".replace("@", object);
		for (int round = 0; round < 3; round++) {
			List<Object> expected = peek(this.plain, json, kind);
			assertThat(peek(this.quick, json, kind)).isEqualTo(expected);
		}
	}

	private static List<Object> peek(FrameParser parser, String json, PropertyNames kind) {
		parser.restart(bytes("..." + json + "..."), 3, 3 + json.length());
		PropertyNames names = names("first", "second");
		parser.nextToken();
		List<Object> seen = new ArrayList<>();
		for (int i = FrameParser.NO_PROPERTY; (i = parser.nextProperty(names, i)) != FrameParser.NO_PROPERTY;) {
			long column = column(parser);
			seen.add(String.valueOf(parser.peek(kind)));
			seen.add(parser.currentToken());
			assertThat(column(parser)).isEqualTo(column);
			note(seen, parser);
			JsonToken token;
			while ((token = parser.nextToken()) != JsonToken.END_OBJECT
					|| parser.streamReadContext().getNestingDepth() > 1) {
				seen.add(token);
				seen.add(String.valueOf(parser.getValueAsString()));
				seen.add(parser.json().currentLocation().getLineNr());
			}
		}
		assertThat(seen).hasSizeGreaterThan(10);
		return seen;
	}

	private static long column(FrameParser parser) {
		return parser.streamReadContext().startLocation(ContentReference.unknown()).getColumnNr();
	}

	@Test
	void tellsWhereItIsFromTheStartOfTheText() {
		byte[] json = bytes(".....{\"first\":\"a\",\"second\":17}");
		PropertyNames names = names("first", "second");
		this.quick.restart(json, 5, json.length);
		this.quick.nextToken();
		this.quick.nextProperty(names, FrameParser.NO_PROPERTY);
		assertThat(this.quick.json().currentTokenLocation().getByteOffset()).isEqualTo(9);
		this.quick.skipValue();
		this.quick.nextProperty(names, 0);
		assertThat(this.quick.json().currentTokenLocation().getByteOffset()).isEqualTo(22);
		assertThat(this.quick.json().currentLocation().getByteOffset()).isEqualTo(24);
	}

	@Test
	void aClosedParserHoldsNothingOfWhatItHasRead() {
		text("s3cret");
		assertThat(this.quick.getString()).isEqualTo("s3cret");
		this.quick.close();
		assertThat(this.quick.plainBuffer()).isEmpty();
		assertThat(this.quick.getString()).isEmpty();
		assertThat(this.quick.json().isClosed()).isTrue();
	}

	@Test
	void isReusableUntilItHoldsTooManyNames() {
		for (int count : new int[] { 0, 10, 999 }) {
			assertThat(hasRead(count).isReusable()).as("%d names", count).isTrue();
		}
		for (int count : new int[] { 1000, 1001, 5000 }) {
			assertThat(hasRead(count).isReusable()).as("%d names", count).isFalse();
		}
		FrameParser once = GatewayJsonMapper.createParser(QUICK, bytes("{}"));
		assertThat(once.isReusable()).isFalse();
		once.close();
	}

	/** A parser that has read so many different names. */
	private static FrameParser hasRead(int count) {
		FrameParser parser = GatewayJsonMapper.parsers(Mappers.quick()).createReusableParser();
		byte[] json = bytes(IntStream.range(0, count)
			.mapToObj((i) -> "\"name" + i + "\":" + i)
			.collect(Collectors.joining(",", "{", "}")));
		parser.restart(json, 0, json.length);
		while (parser.nextToken() != null) {
			// Only the names count.
		}
		parser.close();
		return parser;
	}

	@Test
	void aParserThatIsUsedOnceHandsItsNamesOn() {
		JsonMapper mapper = Mappers.quick();
		String name = nameFrom(GatewayJsonMapper.createParser(mapper, bytes("{\"some name\":1}")));
		assertThat(nameFrom(GatewayJsonMapper.createParser(mapper, bytes("{\"some name\":1}")))).isSameAs(name);
	}

	@Test
	void aParserOfFramesKeepsItsNamesToItself() {
		JsonMapper mapper = Mappers.quick();
		FrameParser parser = GatewayJsonMapper.parsers(mapper).createReusableParser();
		byte[] json = bytes("{\"some name\":1}");
		parser.restart(json, 0, json.length);
		String name = nameFrom(parser);
		parser.restart(json, 0, json.length);
		assertThat(nameFrom(parser)).isSameAs(name);
		assertThat(nameFrom(GatewayJsonMapper.createParser(mapper, json))).isNotSameAs(name);
	}

	private static String nameFrom(FrameParser parser) {
		parser.nextToken();
		String name = parser.nextName();
		parser.close();
		return name;
	}

	@Test
	void boundsTheLengthOfAPlainText() {
		JsonFactory factory = factory(StreamReadConstraints.builder().maxStringLength(20).build());
		for (int length : new int[] { 20, 21 }) {
			String text = "x".repeat(length);
			try (FrameParser parser = ((FrameParserFactory) factory).createFrameParser(bytes("\"" + text + "\""))) {
				parser.nextToken();
				if (length == 20) {
					assertThat(parser.getString()).isEqualTo(text);
				}
				else {
					assertThatExceptionOfType(StreamConstraintsException.class).isThrownBy(parser::getString);
				}
			}
		}
	}

	@Test
	void boundsTheLengthOfADocument() {
		TokenStreamFactory factory = factory(StreamReadConstraints.builder().maxDocumentLength(10).build());
		byte[] json = bytes("[1,2,3,4,5,6,7]");
		factory.createParser(ObjectReadContext.empty(), json, 0, 10).close();
		assertThatExceptionOfType(StreamConstraintsException.class)
			.isThrownBy(() -> factory.createParser(ObjectReadContext.empty(), json, 0, 11));
	}

	@Test
	void refusesToReadBeyondAnArray() {
		TokenStreamFactory factory = QUICK.tokenStreamFactory();
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> factory.createParser(ObjectReadContext.empty(), new byte[10], 5, 6));
	}

	private static JsonFactory factory(StreamReadConstraints constraints) {
		return new QuickFrameParserFactory(JsonFactory.builder().streamReadConstraints(constraints));
	}

	private void assertReadsAlike(Reading reading, PropertyNames names, String json) {
		byte[] buffer = bytes("{\"" + json + ",\"");
		int end = buffer.length - 2;
		List<Object> expected = read(this.plain, buffer, 2, end, names, reading);
		assertThat(read(this.quick, buffer, 2, end, names, reading)).as(json).isEqualTo(expected);
	}

	/** All that is read of an object, to its end or to where it is broken. */
	private static List<Object> read(FrameParser parser, byte[] buffer, int start, int end, PropertyNames names,
			Reading reading) {
		List<Object> seen = new ArrayList<>();
		try {
			parser.restart(buffer, start, end);
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return List.of("no object");
			}
			for (int i = FrameParser.NO_PROPERTY; (i = parser.nextProperty(names, i)) != FrameParser.NO_PROPERTY;) {
				seen.add(names.name(i));
				note(seen, parser);
				seen.add(String.valueOf(reading.function.apply(parser)));
				parser.skipChildren();
			}
			seen.add(parser.currentToken());
			seen.add(parser.streamReadContext().getNestingDepth());
			seen.add(String.valueOf(parser.nextToken()));
		}
		catch (JacksonException ex) {
			seen.add("broken");
		}
		return seen;
	}

	private static void note(List<Object> seen, FrameParser parser) {
		seen.add(parser.json().currentName());
		seen.add(parser.currentToken());
		seen.add(parser.streamReadContext().getNestingDepth());
		seen.add(parser.streamReadContext().pathAsPointer());
		seen.add(parser.valueStart());
	}

	/** A plus for each property that is read in the short way, a minus for others. */
	private String quickly(PropertyNames names, String json) {
		start(json);
		StringBuilder ways = new StringBuilder();
		for (int i = FrameParser.NO_PROPERTY; (i = this.quick.nextProperty(names, i)) != FrameParser.NO_PROPERTY;) {
			assertThat(this.quick.json().currentName()).isEqualTo(names.name(i));
			ways.append((this.quick.json().currentName() == names.name(i)) ? '+' : '-');
			this.quick.skipValue();
		}
		return ways.toString();
	}

	/** Starts at a text as the only value of an object. */
	private void text(String written) {
		start("{\"first\":\"" + written + "\"}");
		this.quick.nextName();
		this.quick.nextToken();
	}

	private void start(String json) {
		byte[] buffer = bytes(json);
		this.quick.restart(buffer, 0, buffer.length);
		this.quick.nextToken();
	}

	/** Each of them is a text of its own, which nobody else has. */
	private static PropertyNames names(String... names) {
		return new PropertyNames(QUICK, Stream.of(names).map((name) -> new String(name.toCharArray())).toList());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** In which way a value is read. */
	enum Reading {

		NOTHING((parser) -> null),

		SKIPPED(FrameParser::skipValue),

		ID(FrameParser::snowflake),

		BITS((parser) -> {
			long bits = parser.unsignedText();
			String text = (bits != FrameParser.NO_NUMBER) ? Long.toUnsignedString(bits) : parser.getString();
			return text.matches("\\d{1,19}") ? new BigInteger(text) : text;
		}),

		PLAIN_TEXT(FrameParserSelfTest::readPlainText),

		TEXT((parser) -> parser.getString() + parser.getString() + parser.getValueAsString()),

		NUMBER((parser) -> {
			JsonToken token = parser.currentToken();
			if (!token.isNumeric()) {
				return null;
			}
			return parser.getNumberType() + " " + parser.json().getNumberValue() + " " + parser.getDoubleValue() + " "
					+ parser.getString() + " " + parser.json().getDecimalValue();
		});

		private final Function<FrameParser, @Nullable Object> function;

		Reading(Function<FrameParser, @Nullable Object> function) {
			this.function = function;
		}

	}

}
