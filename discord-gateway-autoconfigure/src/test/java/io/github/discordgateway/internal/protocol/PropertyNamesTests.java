package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropertyNames}.
 */
class PropertyNamesTests {

	private static final JsonMapper MAPPER = Mappers.quick();

	private static final int START = FrameParser.NO_PROPERTY;

	private static PropertyNames names(String... names) {
		return new PropertyNames(MAPPER, List.of(names));
	}

	@Test
	void findsNamesOfEachLength() {
		for (int length = 1; length <= 40; length++) {
			String name = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".substring(0, length);
			PropertyNames names = names("other", name);
			byte[] json = bytes("..\"" + name + "\":12345678");
			int value = 2 + length + 3;
			assertThat(names.behind(1, json, 2, json.length)).as(name).isEqualTo(value);
			assertThat(names.behind(1, json, 2, Math.max(value + 1, 2 + Long.BYTES))).as(name).isEqualTo(value);
			assertThat(names.behind(1, json, 2, value)).as("no value").isEqualTo(-1);
			assertThat(names.behind(0, json, 2, json.length)).as("another name").isEqualTo(-1);
		}
	}

	@Test
	void takesNothingElseForAName() {
		for (int length = 1; length <= 40; length++) {
			String name = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".substring(0, length);
			PropertyNames names = names(name);
			byte[] json = bytes("\"" + name + "\":12345678");
			for (int at = 0; at < length + 3; at++) {
				byte[] other = json.clone();
				other[at] ^= 0x20;
				assertThat(names.behind(0, other, 0, json.length)).as("%s at %d", name, at).isEqualTo(-1);
			}
		}
	}

	@Test
	void doesNotLookInWordsAtLessThanAWord() {
		byte[] json = bytes("\"a\":1}  ");
		assertThat(names("a").behind(0, json, 0, 8)).isEqualTo(4);
		assertThat(names("a").behind(0, json, 0, 7)).isEqualTo(-1);
		assertThat(names("a").behind(0, Arrays.copyOf(json, 7), 0, 7)).isEqualTo(-1);
		assertThat(names("a").behind(0, json, 1, 8)).isEqualTo(-1);
	}

	@Test
	void atFirstExpectsTheOrderInWhichTheNamesAreGiven() {
		PropertyNames names = names("a", "b", "c");
		assertThat(IntStream.range(START, 3).map(names::after)).containsExactly(0, 1, 2, 0);
		assertThat(IntStream.range(START, 3).map(names::alternative)).containsExactly(0, 1, 2, 0);
		assertThat(IntStream.range(0, 3).mapToObj(names::name)).containsExactly("a", "b", "c");
		assertThat(names.indexOf("c")).isEqualTo(2);
		assertThat(names.indexOf("d")).isEqualTo(FrameParser.NO_PROPERTY);
	}

	@Test
	void expectsWhatCameTheLastTwoTimes() {
		PropertyNames names = names("a", "b", "c");
		names.learn(START, 2);
		assertThat(names.after(START)).isEqualTo(2);
		assertThat(names.alternative(START)).isZero();
		names.learn(START, 1);
		assertThat(names.after(START)).isEqualTo(1);
		assertThat(names.alternative(START)).isEqualTo(2);
		assertThat(names.after(0)).isEqualTo(1);
	}

	@Test
	void learnsAForeignNameOnce() {
		PropertyNames names = names("a", "b");
		int first = names.learn(START, "foreign");
		int second = names.learn(0, "other");
		assertThat(List.of(first, second)).containsExactly(2, 3);
		assertThat(names.name(2)).isEqualTo("foreign");
		assertThat(names.name(3)).isEqualTo("other");
		assertThat(names.after(START)).isEqualTo(2);
		assertThat(names.after(0)).isEqualTo(3);
		assertThat(names.learn(1, "other")).isEqualTo(3);
		assertThat(names.after(1)).isEqualTo(3);
		assertThat(names.learn(2, "third")).isEqualTo(4);
		assertThat(names.after(2)).isEqualTo(4);
		byte[] json = bytes("\"foreign\":12345678");
		assertThat(names.behind(2, json, 0, json.length)).isEqualTo(10);
		assertThat(names.behind(3, json, 0, json.length)).isEqualTo(-1);
	}

	@Test
	void tellsForeignNamesFromOthers() {
		PropertyNames names = names("a", "b");
		assertThat(names.isForeign(0)).isFalse();
		assertThat(names.isForeign(1)).isFalse();
		assertThat(names.isForeign(names.learn(1, "c"))).isTrue();
		assertThat(names.indexOf("c")).isEqualTo(FrameParser.NO_PROPERTY);
	}

	@Test
	void learnsNoMoreForeignNamesThanItHasRoomFor() {
		PropertyNames names = names("a", "b");
		int last = 1;
		for (int i = 0; i < 16; i++) {
			last = names.learn(last, "foreign" + i);
			assertThat(last).isEqualTo(2 + i);
		}
		assertThat(names.after(last)).as("at first").isZero();
		assertThat(names.learn(last, "one too many")).isEqualTo(last);
		assertThat(names.learn(1, "one_too_many")).isEqualTo(1);
		assertThat(names.after(1)).isEqualTo(2);
		assertThat(names.learn(last, "foreign3")).isEqualTo(5);
		assertThat(names.after(last)).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "a\"b", "a\\b", "é", "a-b" })
	void doesNotLearnANameThatMayBeWrittenInSeveralWays(String name) {
		PropertyNames names = names("a", "b");
		assertThat(names.learn(0, name)).isZero();
		assertThat(names.after(0)).isEqualTo(1);
		assertThat(names.learn(0, "good")).isEqualTo(2);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
