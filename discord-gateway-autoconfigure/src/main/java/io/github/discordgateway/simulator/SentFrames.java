package io.github.discordgateway.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was sent over all connections, in the order in which it left. Only the latest are
 * kept, and no more than fits: a demo runs for days, and a frame may have megabytes.
 */
final class SentFrames {

	private static final int CAPACITY = 10_000;

	private static final long MAX_CHARACTERS = 32 * 1024 * 1024;

	private final Deque<Entry> entries = new ArrayDeque<>();

	private long characters;

	synchronized void add(SimulatedConnection connection, String text) {
		this.entries.addLast(new Entry(connection, text, System.nanoTime()));
		this.characters += text.length();
		while (this.entries.size() > CAPACITY || (this.characters > MAX_CHARACTERS && this.entries.size() > 1)) {
			this.characters -= this.entries.removeFirst().text().length();
		}
	}

	/**
	 * The latest, the oldest of them first.
	 * @param connection over which connection; {@code null} for all of them
	 */
	List<SentFrame> list(@Nullable SimulatedConnection connection) {
		List<Entry> found;
		synchronized (this) {
			found = this.entries.stream()
				.filter((entry) -> connection == null || entry.connection() == connection)
				.toList();
		}
		return found.stream().map((entry) -> SentFrame.of(entry.text(), entry.nanoTime())).toList();
	}

	private record Entry(SimulatedConnection connection, String text, long nanoTime) {
	}

}
