package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Holds back what is sent to a client, as a slow network does: later, and in the same
 * order.
 */
final class DelayedFrames {

	private final ConnectionWriter writer;

	private final Consumer<String> send;

	private final Deque<String> waiting = new ArrayDeque<>();

	private RandomDelay latency = new RandomDelay(Duration.ZERO, Duration.ZERO);

	private long lastDue = System.nanoTime();

	DelayedFrames(ConnectionWriter writer, Consumer<String> send) {
		this.writer = writer;
		this.send = send;
	}

	synchronized void latency(RandomDelay latency) {
		this.latency = latency;
	}

	/** Holds everything back for a while. */
	synchronized void stall(Duration duration) {
		this.lastDue = Math.max(this.lastDue, System.nanoTime() + duration.toNanos());
	}

	synchronized void send(String json) {
		long now = System.nanoTime();
		long due = Math.max(this.lastDue, now + this.latency.next().toNanos());
		if (due <= now && this.waiting.isEmpty()) {
			this.send.accept(json);
			return;
		}
		this.lastDue = due;
		this.waiting.addLast(json);
		// Each takes the oldest, so that their order does not hang on that of the timers.
		this.writer.later(Duration.ofNanos(Math.max(1, due - now)), this::sendOldest);
	}

	private synchronized void sendOldest() {
		String oldest = this.waiting.pollFirst();
		if (oldest != null) {
			this.send.accept(oldest);
		}
	}

}
