package io.github.discordgateway.autoconfigure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.discordgateway.Intent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionFailedException;

/**
 * Says which intent was probably meant. Before Spring Boot's own analyzer of what cannot
 * be bound.
 */
final class UnknownIntentFailureAnalyzer extends AbstractFailureAnalyzer<BindException> implements Ordered {

	private static final String PROPERTY = "discord.gateway.intents";

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		String value = cause.getName().toString().startsWith(PROPERTY) ? unknown(cause) : null;
		if (value == null) {
			return null;
		}
		List<String> names = Arrays.stream(Intent.values())
			.map((intent) -> intent.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
		String wanted = value.strip().toLowerCase(Locale.ROOT).replace('_', '-');
		String nearest = names.stream()
			.min(Comparator.comparingInt((name) -> distance(name, wanted)))
			.filter((name) -> distance(name, wanted) <= Math.max(2, wanted.length() / 3))
			.orElse(null);
		return new FailureAnalysis(
				"The property " + PROPERTY + " names an intent that does not exist: '" + value + "'" + origin(cause)
						+ ".",
				((nearest != null) ? "Did you mean " + nearest + "? " : "") + "The intents are "
						+ names.stream().collect(Collectors.joining(", ")) + ".",
				cause);
	}

	private static @Nullable String unknown(BindException problem) {
		String value = null;
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConversionFailedException failed && failed.getValue() instanceof String text) {
				value = text;
			}
		}
		return value;
	}

	private static String origin(BindException problem) {
		ConfigurationProperty property = problem.getProperty();
		return (property != null && property.getOrigin() != null) ? " (from " + property.getOrigin() + ")" : "";
	}

	/** Levenshtein's: how many letters to change, add or leave out. */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int changed = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

}
