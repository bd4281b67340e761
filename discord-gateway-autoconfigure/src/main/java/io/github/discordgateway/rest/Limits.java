package io.github.discordgateway.rest;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks what Discord would refuse, where it is written.
 */
final class Limits {

	private Limits() {
	}

	/** Counts as Discord does: characters, not halves of them. */
	static void text(String what, @Nullable String text, int min, int max) {
		if (text != null) {
			range(what, text.codePointCount(0, text.length()), min, max, " characters");
		}
	}

	static void size(String what, @Nullable Collection<?> values, int min, int max) {
		if (values != null) {
			range(what, values.size(), min, max, "");
		}
	}

	static void number(String what, @Nullable Integer number, int min, int max) {
		if (number != null) {
			Assert.isTrue(number >= min && number <= max,
					() -> what + " is from " + min + " to " + max + ", not " + number);
		}
	}

	private static void range(String what, int count, int min, int max, String unit) {
		Assert.isTrue(count <= max, () -> what + " has at most " + max + unit + ", not " + count);
		Assert.isTrue(count >= min, () -> what + " has at least " + min + unit + ", not " + count);
	}

}
