package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The failures of listeners that no test has expected yet.
 */
final class Failures {

	private static final int CAPACITY = 1000;

	private static final int MAX_CAUSES = 100;

	private final List<ListenerFailure> failures = new ArrayList<>();

	synchronized void add(ListenerFailure failure) {
		if (this.failures.size() < CAPACITY) {
			this.failures.add(failure);
		}
	}

	/**
	 * Takes out the oldest of a kind.
	 * @param type what was thrown, or was the cause of it
	 * @return the exception of this type; {@code null} when there is none
	 */
	synchronized <T extends Throwable> @Nullable T take(Class<T> type) {
		for (Iterator<ListenerFailure> all = this.failures.iterator(); all.hasNext();) {
			T found = find(type, all.next().error());
			if (found != null) {
				all.remove();
				return found;
			}
		}
		return null;
	}

	private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable error) {
		return Stream.<@Nullable Throwable>iterate(error, (cause) -> cause != null, Throwable::getCause)
			.limit(MAX_CAUSES)
			.filter(type::isInstance)
			.map(type::cast)
			.findFirst()
			.orElse(null);
	}

	synchronized void forget() {
		this.failures.clear();
	}

	/**
	 * Takes out all of them.
	 * @throws AssertionError when there are any
	 */
	synchronized void verifyNone() {
		if (this.failures.isEmpty()) {
			return;
		}
		AssertionError error = new AssertionError(
				"A listener failed, which no expectFailure(...) has expected: " + describe(),
				this.failures.get(0).error());
		this.failures.stream().skip(1).map(ListenerFailure::error).forEach(error::addSuppressed);
		this.failures.clear();
		throw error;
	}

	synchronized String describe() {
		return this.failures.isEmpty() ? "none"
				: this.failures.stream()
					.map(ListenerFailure::toString)
					.collect(Collectors.joining("\n  ", (this.failures.size() > 1) ? "\n  " : "", ""));
	}

}
