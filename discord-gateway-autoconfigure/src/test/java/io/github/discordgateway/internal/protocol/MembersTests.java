package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.Snowflake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Members}.
 */
class MembersTests {

	@Test
	void goesFromMemberToMember() {
		Members members = members(
				"{\"id\":\"1\" , \"a\\\"}\":{\"id\":\"2\"},\n\"b\":[{\"id\":\"3\"}],\"channel_id\": 4 }rest");
		List<Snowflake> ids = new ArrayList<>();
		while (members.next()) {
			if (members.isNamed("id") || members.isNamed("channel_id")) {
				ids.add(members.snowflake());
			}
		}
		assertThat(ids).containsExactly(Snowflake.of(1), Snowflake.of(4));
		assertThat(members.isBroken()).isFalse();
		assertThat(members.next()).isFalse();
	}

	@Test
	void goesIntoAMember() {
		Members members = members("{\"meta\":{\"x\":{\"id\":\"7\"},\"id\":\"8\"},\"list\":[1],\"id\":\"9\"}");
		assertThat(members.next()).isTrue();
		Members inner = members.members();
		assertThat(inner.next() && inner.next()).isTrue();
		assertThat(inner.snowflake()).isEqualTo(Snowflake.of(8));
		assertThat(inner.next()).isFalse();
		assertThat(inner.isBroken()).isFalse();
		assertThat(members.next()).isTrue();
		assertThat(members.members().next()).as("an array has no members").isFalse();
		assertThat(members.next()).isTrue();
		assertThat(members.snowflake()).isEqualTo(Snowflake.of(9));
	}

	@Test
	void findsTheEndFromWhereverItIs() {
		String text = "{\"a\":1,\"b\":{\"c\":2},\"d\":[3]}";
		for (int moves = 0; moves < 5; moves++) {
			Members members = members(text + "}}");
			for (int i = 0; i < moves; i++) {
				members.next();
			}
			assertThat(members.objectEnd()).isEqualTo(text.length());
			assertThat(members.objectEnd()).isEqualTo(text.length());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"{}\"", "{", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{\"a\":1 \"b\":2}",
			"{\"a\":01}", "{a:1}", "{\"a\":{\"b\":]}}", "{\"a\":1]" })
	void endsWhereItIsBroken(String text) {
		Members members = members(text);
		assertThat(members.objectEnd()).isEqualTo(JsonScanner.BROKEN);
		assertThat(members.isBroken()).isTrue();
		assertThat(members.next()).isFalse();
	}

	@Test
	void saysThatThereIsNoMoreMemberAsSoonAsItIsBroken() {
		for (String text : List.of("{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":}", "{\"a\":1,b:2}", "{\"a\":1")) {
			Members members = members(text);
			assertThat(members.next()).isTrue();
			assertThat(members.next()).as(text).isFalse();
			assertThat(members.isBroken()).isTrue();
		}
	}

	@Test
	void tellsNamesOfTheSameLengthApart() {
		Members members = members("{\"user_id\":1}");
		assertThat(members.next()).isTrue();
		assertThat(members.isNamed("user_id")).isTrue();
		for (String other : List.of("User_id", "user-id", "user_ip", "user_i", "user_id_", "")) {
			assertThat(members.isNamed(other)).as(other).isFalse();
		}
	}

	@Test
	void isBrokenWhenItIsNestedTooDeeply() {
		byte[] json = "{\"a\":{\"b\":[1]}}".getBytes(StandardCharsets.UTF_8);
		assertThat(new Members(json, 0, json.length, 3).objectEnd()).isEqualTo(json.length);
		assertThat(new Members(json, 0, json.length, 2).objectEnd()).isEqualTo(JsonScanner.BROKEN);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|',
			value = { "\"0\", 0", "\"81384788765712384\", 81384788765712384",
					"1234567890123456789, 1234567890123456789", "\"9999999999999999999\", 9999999999999999999",
					"\"18446744073709551615\", 18446744073709551615" })
	void readsIds(String value, String id) {
		assertThat(first(value)).isEqualTo(Snowflake.of(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\"x\"", "\"1x\"", "-1", "1.5", "1e3", "null", "true", "{}", "[1]",
			"\"18446744073709551616\"", "\"123456789012345678901234567890\"", "\"\\u0031\"" })
	void takesOddValuesForNoIds(String value) {
		assertThat(first(value)).isNull();
	}

	private static Snowflake first(String value) {
		Members members = members("{\"id\":" + value + "}");
		assertThat(members.next()).isTrue();
		return members.snowflake();
	}

	private static Members members(String text) {
		byte[] json = text.getBytes(StandardCharsets.UTF_8);
		return new Members(json, 0, json.length, 200);
	}

}
