package io.github.discordgateway.internal.transport;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Utf8Check}.
 */
class Utf8CheckTests {

	private final Utf8Check check = new Utf8Check();

	private @Nullable String problem(byte[] bytes) {
		return this.check.problem(bytes, bytes.length);
	}

	@Test
	void textOfAnyLengthAndScriptPasses() {
		for (String sample : new String[] { "", "a", "\u00fc", "\u20ac", "\ud83d\ude00", "\u0000", "\uffff",
				"a\u00fc\u20ac\ud83d\ude00" }) {
			for (int times : new int[] { 1, 7, 4095, 4096, 4097, 100_000 }) {
				assertThat(problem(sample.repeat(times).getBytes(StandardCharsets.UTF_8))).isNull();
			}
		}
	}

	/**
	 * A stray continuation byte, sequences cut short in the middle and at the end, a byte
	 * that never occurs, an overlong slash, a surrogate, and a character beyond the last.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "80", "C3", "C328", "E282", "E28228", "F09F98", "F09F9828", "FF", "C0AF", "E08080",
			"EDA080", "F4908080" })
	@DisplayName("C42 what is not UTF-8 is refused, wherever it lies")
	void whatIsNotUtf8IsRefused(String hex) {
		byte[] wrong = HexFormat.of().parseHex(hex);
		for (int position : new int[] { 0, 1, 4095, 4096, 100_000 }) {
			byte[] bytes = "x".repeat(position + wrong.length).getBytes(StandardCharsets.UTF_8);
			System.arraycopy(wrong, 0, bytes, position, wrong.length);
			assertThat(problem(bytes)).contains("not UTF-8 at byte " + position + " of ")
				.contains("(0x" + hex.substring(0, 2).toLowerCase());
		}
		assertThat(problem("{}".getBytes(StandardCharsets.UTF_8))).isNull();
	}

	@Test
	void onlyThePayloadIsLookedAt() {
		byte[] bytes = { '{', '}', (byte) 0xFF };
		assertThat(this.check.problem(bytes, 2)).isNull();
	}

}
