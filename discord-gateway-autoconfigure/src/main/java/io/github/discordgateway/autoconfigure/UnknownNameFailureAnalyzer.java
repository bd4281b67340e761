package io.github.discordgateway.autoconfigure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.github.discordgateway.Intent;
import io.github.discordgateway.event.EventType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionFailedException;

/**
 * Says which intent, or which event, was probably meant. Before Spring Boot's own
 * analyzer of what cannot be bound.
 */
final class UnknownNameFailureAnalyzer extends AbstractFailureAnalyzer<BindException> implements Ordered {

	private static final String INTENTS = "discord.gateway.intents";

	private static final String EVENTS = "discord.gateway.dispatch.shed";

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		String property = cause.getName().toString();
		String value = unknown(cause);
		if (value == null) {
			return null;
		}
		if (property.startsWith(INTENTS)) {
			List<String> names = names(Intent.values());
			return new FailureAnalysis(
					"The property " + INTENTS + " names an intent that does not exist: '" + value + "'" + origin(cause)
							+ ".",
					didYouMean(value, names) + "The intents are " + String.join(", ", names) + ".", cause);
		}
		if (property.startsWith(EVENTS)) {
			return new FailureAnalysis(
					"The property " + EVENTS + " names an event that does not exist: '" + value + "'" + origin(cause)
							+ ".",
					didYouMean(value, names(EventType.values()))
							+ "Events have the names that Discord gives them, for example presence-update.",
					cause);
		}
		return null;
	}

	private static List<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map((value) -> value.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
	}

	private static String didYouMean(String value, List<String> names) {
		String wanted = value.strip().toLowerCase(Locale.ROOT).replace('_', '-');
		return names.stream()
			.min(Comparator.comparingInt((name) -> distance(name, wanted)))
			.filter((name) -> distance(name, wanted) <= Math.max(2, wanted.length() / 3))
			.map((name) -> "Did you mean " + name + "? ")
			.orElse("");
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
