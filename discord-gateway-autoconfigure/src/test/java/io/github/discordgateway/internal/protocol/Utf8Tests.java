package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Utf8}.
 */
class Utf8Tests {

	private static @Nullable String problem(byte[] bytes) {
		return Utf8.problem(bytes, bytes.length);
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
	@DisplayName("C42 a byte that is no UTF-8 is found at each place of each word")
	void isFoundAtEachPlace() {
		for (int length = 1; length <= 80; length++) {
			for (int position = 0; position < length; position++) {
				byte[] bytes = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
				bytes[position] = (byte) 0xFF;
				assertThat(problem(bytes)).contains("not UTF-8 at byte " + position + " of " + length + " ");
				assertThat(Utf8.problem(bytes, position)).isNull();
			}
		}
	}

	@Test
	void onlyThePayloadIsLookedAt() {
		byte[] bytes = { '{', '}', (byte) 0xFF };
		assertThat(Utf8.problem(bytes, 2)).isNull();
	}

	@Test
	@DisplayName("C42 agrees with the JDK about every two bytes, whatever follows them")
	void agreesWithTheJdk() {
		byte[] followers = { 'x', 0x7F, (byte) 0x80, (byte) 0xBF, (byte) 0xC2 };
		byte[] bytes = new byte[4];
		for (int pair = 0; pair <= 0xFFFF; pair++) {
			bytes[0] = (byte) (pair >> 8);
			bytes[1] = (byte) pair;
			for (byte third : followers) {
				bytes[2] = third;
				for (byte fourth : followers) {
					bytes[3] = fourth;
					if (isUtf8(bytes) != (problem(bytes) == null)) {
						throw new AssertionError(HexFormat.of().formatHex(bytes) + ": " + problem(bytes));
					}
				}
			}
		}
	}

	/** Decoding puts a replacement for what is none. */
	private static boolean isUtf8(byte[] bytes) {
		return Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
	}

}
