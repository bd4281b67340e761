package io.github.discordgateway.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;

import io.github.discordgateway.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * What came over all connections and no test has expected yet, in the order of arrival.
 */
final class Inbox {

	private static final int CAPACITY = 10_000;

	private static final int SHOWN = 20;

	private final Deque<Entry> entries = new ArrayDeque<>();

	synchronized void add(SimulatedConnection connection, ReceivedFrame frame) {
		if (this.entries.size() == CAPACITY) {
			this.entries.removeFirst();
		}
		this.entries.addLast(new Entry(connection, frame));
	}

	/**
	 * Takes out the oldest that fits.
	 * @param wanted what to look for
	 * @return the frame; {@code null} when there is none
	 */
	synchronized @Nullable ReceivedFrame take(BiPredicate<SimulatedConnection, ReceivedFrame> wanted) {
		for (Iterator<Entry> all = this.entries.iterator(); all.hasNext();) {
			Entry entry = all.next();
			if (wanted.test(entry.connection(), entry.frame())) {
				all.remove();
				return entry.frame();
			}
		}
		return null;
	}

	synchronized void clear() {
		this.entries.clear();
	}

	/** The latest that were not expected, without heartbeats. */
	synchronized String describe() {
		List<Entry> shown = this.entries.stream()
			.filter((entry) -> entry.frame().opcode() != Opcode.HEARTBEAT.code())
			.toList();
		if (shown.isEmpty()) {
			return "nothing";
		}
		StringBuilder text = new StringBuilder();
		if (shown.size() > SHOWN) {
			text.append("\n  ...");
		}
		for (Entry entry : shown.subList(Math.max(0, shown.size() - SHOWN), shown.size())) {
			Opcode opcode = Opcode.of(entry.frame().opcode());
			text.append("\n  ")
				.append((opcode != null) ? opcode : "opcode " + entry.frame().opcode())
				.append(" from ")
				.append(entry.connection())
				.append(": ")
				.append(entry.frame());
		}
		return text.toString();
	}

	private record Entry(SimulatedConnection connection, ReceivedFrame frame) {
	}

}
