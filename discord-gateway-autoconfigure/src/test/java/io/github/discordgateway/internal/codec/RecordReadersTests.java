package io.github.discordgateway.internal.codec;

import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.Mappers;
import io.github.discordgateway.model.TrueIfPresent;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.presence.ActivityType;
import io.github.discordgateway.model.presence.PresenceStatus;
import io.github.discordgateway.model.user.UserFlags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RecordReaders}, generated and not.
 */
@ParameterizedClass(name = "generated: {0}, parser: {1}")
@MethodSource("readersAndParsers")
class RecordReadersTests {

	private final JsonMapper mapper;

	private final RecordReaders readers;

	private final List<String> mistyped = new ArrayList<>();

	RecordReadersTests(boolean generated, JsonMapper mapper) {
		this.mapper = mapper;
		this.readers = new RecordReaders(this.mapper, generated);
	}

	static Stream<Arguments> readersAndParsers() {
		return Stream.of(true, false)
			.flatMap((generated) -> Mappers.ofEachParser().map((mapper) -> Arguments.of(generated, mapper)));
	}

	private <T> T read(Class<T> type, String json) {
		return type.cast(readAny(type, json));
	}

	private @Nullable Object readAny(Type type, String json) {
		try (FrameParser parser = GatewayJsonMapper.createParser(this.mapper, json.getBytes(StandardCharsets.UTF_8))) {
			parser.nextToken();
			return this.readers.of(type).read(parser, new ReadContext(parser, this.mistyped::add));
		}
	}

	@Test
	void readsEachKindOfComponent() {
		Everything read = read(Everything.class,
				"""
						{"unknown":{"a":[1,{}]},"text":"t","yes":true,"maybe":false,"int_value":-5,"boxed_int":7,
						"long_value":9007199254740993,"boxed_long":8,"decimal":1.5,"boxed_decimal":2,
						"id":"1100000000000000001","time":"2024-02-29T23:59:59.123456+00:00","type":4,"status":"idle","flags":"64",
						"key":null,"list":["a",null,"b","c"],"ids":[1,"2"],"map":{"k":1},"node":{"x":[1]},
						"next":{"text":"inner"},"many":[{"text":"1"},null,{"text":"2"}]}""");
		assertThat(read).usingRecursiveComparison()
			.isEqualTo(new Everything("t", true, false, -5, 7, 9007199254740993L, 8L, 1.5, 2.0,
					Snowflake.of("1100000000000000001"), Instant.parse("2024-02-29T23:59:59.123456Z"),
					ActivityType.CUSTOM, PresenceStatus.IDLE, new UserFlags(64), true, List.of("a", "b", "c"),
					List.of(Snowflake.of(1), Snowflake.of(2)), Map.of("k", 1), this.mapper.readTree("{\"x\":[1]}"),
					empty("inner"), List.of(empty("1"), empty("2"))));
		assertThat(read.type()).as("a known value is the constant").isSameAs(ActivityType.CUSTOM);
		assertThat(read.status()).isSameAs(PresenceStatus.IDLE);
		assertThat(this.mistyped).isEmpty();
	}

	private static Everything empty(@Nullable String text) {
		return new Everything(text, false, null, 0, null, 0, null, 0, null, null, null, null, null, null, false, null,
				null, null, null, null, null);
	}

	/**
	 * However many contexts there are in a process, each class is made and compiled once.
	 */
	@Test
	void readersOfSeveralMappersAreOfOneClass() {
		RecordReaders others = new RecordReaders(this.mapper.rebuild().build());
		ValueReader generated = others.of(Everything.class);
		assertThat(generated).isNotSameAs(new RecordReaders(this.mapper).of(Everything.class))
			.hasSameClassAs(new RecordReaders(this.mapper).of(Everything.class));
	}

	@Test
	void absentAndNullComponentsAreNullOrZero() {
		assertThat(read(Everything.class, "{}")).isEqualTo(empty(null));
		assertThat(read(Everything.class, """
				{"text":null,"yes":null,"maybe":null,"int_value":null,"boxed_int":null,"long_value":null,
				"boxed_long":null,"decimal":null,"boxed_decimal":null,"id":null,"time":null,"type":null,"status":null,
				"flags":null,"list":null,"ids":null,"map":null,"node":null,"next":null,"many":null}"""))
			.isEqualTo(empty(null));
		assertThat(this.mistyped).isEmpty();
	}

	@Test
	void valuesOfAWrongTypeCostTheirComponentAndAreReportedWithTheirPlace() {
		assertThat(read(Everything.class, """
				{"text":{"a":1},"yes":"x","maybe":[1],"int_value":"x","boxed_int":1e100,"long_value":[2],
				"boxed_long":{},"decimal":true,"boxed_decimal":"x","id":"x","time":"yesterday","type":"x","status":3,
				"flags":[1],"list":{"a":1},"ids":["x"],"next":5,"many":[{"text":"1","id":{}},7]}"""))
			.isEqualTo(new Everything(null, false, null, 0, null, 0, null, 0, null, null, null, null, null, null, false,
					null, List.of(), null, null, null, List.of(empty("1"))));
		assertThat(this.mistyped).containsExactly("$.text", "$.yes", "$.maybe", "$.int_value", "$.boxed_int",
				"$.long_value", "$.boxed_long", "$.decimal", "$.boxed_decimal", "$.id", "$.time", "$.type", "$.status",
				"$.flags", "$.list", "$.ids[0]", "$.next", "$.many[0].id", "$.many[1]");
	}

	@Test
	void numbersAndTextsStandInForEachOther() {
		Everything read = read(Everything.class, """
				{"text":12,"int_value":"7","boxed_int":8.0,"long_value":"9","boxed_decimal":"1.5","id":42}""");
		assertThat(read.text()).isEqualTo("12");
		assertThat(read.intValue()).isEqualTo(7);
		assertThat(read.boxedInt()).isEqualTo(8);
		assertThat(read.longValue()).isEqualTo(9);
		assertThat(read.boxedDecimal()).isEqualTo(1.5);
		assertThat(read.id()).isEqualTo(Snowflake.of(42));
		assertThat(this.mistyped).isEmpty();
	}

	@Test
	void unknownValuesAreKept() {
		Everything read = read(Everything.class, "{\"type\":777,\"status\":\"asleep\",\"flags\":1099511627776}");
		assertThat(read.type()).isEqualTo(new ActivityType(777));
		assertThat(read.status()).isEqualTo(new PresenceStatus("asleep"));
		assertThat(read.flags()).isEqualTo(new UserFlags(1L << 40));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"t\"", "{\"text\":", "{\"text\"", "{\"list\":[\"a\"",
			"{\"next\":{\"text\":\"t\"", "{", "{\"list\":[" })
	void aTextThatEndsEarlyIsAnError(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(Everything.class, json));
	}

	@Test
	void idsOfUpTo64BitsAreRead() {
		for (String id : List.of("0", "1", "9223372036854775807", "9223372036854775808", "18446744073709551615")) {
			assertThat(read(Everything.class, "{\"id\":\"" + id + "\"}").id()).hasToString(id);
			assertThat(read(Everything.class, "{\"id\":" + id + "}").id()).hasToString(id);
		}
		for (String wrong : List.of("", "18446744073709551616", "-1", "1.5", "12a", " 1")) {
			assertThat(read(Everything.class, "{\"id\":\"" + wrong + "\"}").id()).as(wrong).isNull();
		}
	}

	@Test
	void timesAreReadAsTheFormatterReadsThem() {
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			OffsetDateTime time = OffsetDateTime.ofInstant(
					Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L),
							random.nextInt(1_000_000_000)),
					random.nextInt(4) == 0 ? ZoneOffset.ofHours(random.nextInt(10) - 5) : ZoneOffset.UTC);
			String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
			if (random.nextBoolean()) {
				text = text.replace("Z", "+00:00");
			}
			assertThat(read(Everything.class, "{\"time\":\"" + text + "\"}").time()).as(text)
				.isEqualTo(time.toInstant());
		}
		assertThat(this.mistyped).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-02-29T00:00:00+00:00", "2023-13-01T00:00:00+00:00", "2023-04-31T00:00:00Z",
			"2023-01-01T24:00:00Z", "2023-01-01T00:60:00Z", "2023-01-01 00:00:00Z", "2023-01-01T00:00:00", "20230101",
			"2023-01-01T00:00:00.12x+00:00", "" })
	void whatIsNoTimeIsNoTime(String text) {
		assertThat(read(Everything.class, "{\"time\":\"" + text + "\"}").time()).isNull();
		assertThat(this.mistyped).containsExactly("$.time");
	}

	@Test
	void textsWithEscapesAndOfOtherLettersAreRead() {
		for (String text : List.of("", "a", "seven 7", "eight 88", "\\\"quoted\\\" here", "tab\\there",
				"Zoë und Jürgen", "\uD83D\uDE00 and more text", "12345678\u00e9", "\\u00e9t\\u00e9", "1234567\\\\")) {
			assertThat(read(Everything.class, "{\"text\":\"" + text + "\",\"int_value\":3}"))
				.isEqualTo(readAsJacksonDoes("{\"text\":\"" + text + "\",\"int_value\":3}"));
		}
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> read(Everything.class, "{\"text\":\"a\nb\"}"));
	}

	private Everything readAsJacksonDoes(String json) {
		JsonNode tree = this.mapper.readTree(json);
		return new Everything(tree.get("text").stringValue(), false, null, tree.get("int_value").intValue(), null, 0,
				null, 0, null, null, null, null, null, null, false, null, null, null, null, null, null);
	}

	@Test
	void propertiesAreReadInAnyOrderAndWithWhiteSpace() {
		List<String> properties = new ArrayList<>(List.of("\"text\":\"t\"", "\"int_value\":-5", "\"yes\":true",
				"\"foreign\":{\"text\":[1]}", "\"decimal\":1.5", "\"next\":{\"text\":\"n\",\"decimal\":2}",
				"\"boxed_int\":0", "\"maybe\":null"));
		Everything expected = read(Everything.class, "{" + String.join(",", properties) + "}");
		assertThat(expected.text()).isEqualTo("t");
		Random random = new Random(3);
		for (int i = 0; i < 500; i++) {
			Collections.shuffle(properties, random);
			String json = "{" + String.join(",", properties) + "}";
			if (random.nextBoolean()) {
				json = json.replace(":", random.nextBoolean() ? " :" : ": ").replace(",", "\n,\t").replace("}", " }");
			}
			assertThat(read(Everything.class, json)).as(json).isEqualTo(expected);
		}
	}

	@Test
	void ofAPropertyThatComesTwiceTheLastCounts() {
		assertThat(read(Everything.class, "{\"text\":\"a\",\"int_value\":1,\"text\":\"b\"}").text()).isEqualTo("b");
	}

	@Test
	void flagsAreReadFromNumbersAndText() {
		assertThat(readAny(Permissions.class, "\"8\"")).isSameAs(Permissions.ADMINISTRATOR);
		assertThat(readAny(Permissions.class, "8")).isSameAs(Permissions.ADMINISTRATOR);
		assertThat(readAny(Permissions.class, "\"2251799813685249\"")).isEqualTo(new Permissions(1L << 51 | 1));
		for (String text : List.of("18446744073709551615", "\"18446744073709551615\"")) {
			assertThat(readAny(Permissions.class, text)).isEqualTo(new Permissions(-1));
			assertThat(readAny(UserFlags.class, text)).isEqualTo(new UserFlags(-1));
		}
		assertThat(readAny(Permissions.class, "\"18446744073709551617\""))
			.isEqualTo(new Permissions(1, BigInteger.ONE));
		assertThat(this.mistyped).isEmpty();
		for (String wrong : List.of("\"-1\"", "\"\"", "\"words\"", "[]", "1.5", "true",
				"\"" + "9".repeat(200) + "\"")) {
			assertThat(readAny(Permissions.class, wrong)).as(wrong).isNull();
		}
		assertThat(this.mistyped).hasSize(7);
	}

	@Test
	void mapsKeepTheirOrderAndLoseWhatIsWrong() throws Exception {
		Type type = new TypeReference<Map<ApplicationIntegrationType, Snowflake>>() {
		}.getType();
		assertThat(readAny(type, "{\"9\":\"5\",\"1\":\"6\",\"x\":\"7\",\"2\":{},\"3\":null}"))
			.isEqualTo(Map.of(new ApplicationIntegrationType(9), Snowflake.of(5),
					ApplicationIntegrationType.USER_INSTALL, Snowflake.of(6)));
		assertThat(this.mistyped).containsExactly("$.x", "$.2");
	}

	@Test
	void aTypeThatCannotBeReadIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> this.readers.of(Unreadable.class))
			.withMessageContaining("java.lang.Thread");
	}

	/**
	 * Holds what no JSON can be read as.
	 */
	public record Unreadable(List<Thread> threads) {
	}

	/**
	 * One component of each kind.
	 */
	public record Everything(@Nullable String text, boolean yes, @Nullable Boolean maybe, int intValue,
			@Nullable Integer boxedInt, long longValue, @Nullable Long boxedLong, double decimal,
			@Nullable Double boxedDecimal, @Nullable Snowflake id, @Nullable Instant time, @Nullable ActivityType type,
			@Nullable PresenceStatus status, @Nullable UserFlags flags, @TrueIfPresent boolean key,
			@Nullable List<String> list, @Nullable List<Snowflake> ids, @Nullable Map<String, Integer> map,
			@Nullable JsonNode node, @Nullable Everything next, @Nullable List<Everything> many) {
	}

}
