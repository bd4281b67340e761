package io.github.discordgateway.demo.console;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many events there were at each second of the last two minutes, so that a page that
 * has just been opened shows them.
 */
@Component
class EventHistory {

	/** The page shows two minutes, and rates need the second before them. */
	static final int SIZE = 121;

	private final ConsoleSnapshots snapshots;

	private final Deque<Sample> samples = new ArrayDeque<>();

	EventHistory(ConsoleSnapshots snapshots) {
		this.snapshots = snapshots;
	}

	@Scheduled(fixedRate = 1000)
	void sample() {
		add(new Sample(Instant.now(), this.snapshots.events()));
	}

	synchronized void add(Sample sample) {
		if (this.samples.size() == SIZE) {
			this.samples.removeFirst();
		}
		this.samples.addLast(sample);
	}

	/** The oldest first. */
	synchronized List<Sample> samples() {
		return List.copyOf(this.samples);
	}

	/**
	 * How many events there were at a moment.
	 *
	 * @param time the moment
	 * @param events how many since the start, by name
	 */
	record Sample(Instant time, Map<String, Long> events) {
	}

}
