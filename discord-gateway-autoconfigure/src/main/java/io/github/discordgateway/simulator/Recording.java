package io.github.discordgateway.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a test may ask for afterwards. Only the latest are kept: a demo runs for days.
 *
 * @param <T> what is recorded
 */
final class Recording<T> {

	private final int capacity;

	private final Deque<T> latest = new ArrayDeque<>();

	Recording(int capacity) {
		this.capacity = capacity;
	}

	synchronized void add(T recorded) {
		if (this.latest.size() == this.capacity) {
			this.latest.removeFirst();
		}
		this.latest.addLast(recorded);
	}

	/** The latest, the oldest of them first. */
	synchronized List<T> list() {
		return List.copyOf(this.latest);
	}

}
