package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Checks of single properties. Each says what is allowed; Spring Boot adds the property,
 * its value and where it was set.
 */
final class PropertyChecks {

	private final Errors errors;

	PropertyChecks(Errors errors) {
		this.errors = errors;
	}

	void reject(String field, String message) {
		this.errors.rejectValue(field, "invalid", message);
	}

	void range(String field, long value, long min, long max, String message) {
		if (value < min || value > max) {
			reject(field, message);
		}
	}

	void positive(String field, Duration value) {
		if (value.isNegative() || value.isZero()) {
			reject(field, "must be a positive duration, for example 10s");
		}
	}

	void notNegative(String field, Duration value) {
		if (value.isNegative()) {
			reject(field, "must not be negative");
		}
	}

	void scheme(String field, @Nullable URI value, String... schemes) {
		List<String> allowed = Arrays.asList(schemes);
		if (value != null && (value.getScheme() == null || value.getHost() == null
				|| !allowed.contains(value.getScheme().toLowerCase(Locale.ROOT)))) {
			reject(field, "must be a URL that starts with " + allowed.get(0) + ":// or " + allowed.get(1) + "://");
		}
	}

}
