package io.github.discordgateway.internal.shard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.github.discordgateway.internal.shard.ModelSession.ModelEvent;
import io.github.discordgateway.internal.tracking.UnhandledEvent;

/**
 * The listeners of one process: lanes by guild that handle their events in order, as fast
 * as the test says.
 */
final class ModelListeners {

	private final VirtualTime time;

	private final Random random;

	private final Map<Integer, Deque<Delivered>> lanes = new TreeMap<>();

	private Pace pace;

	private boolean dead;

	ModelListeners(VirtualTime time, Random random, Pace pace) {
		this.time = time;
		this.random = random;
		this.pace = pace;
	}

	void deliver(ModelEvent event, UnhandledEvent tracked) {
		event.open++;
		Delivered delivered = new Delivered(event, tracked);
		if (event.guild == ModelSession.UNWANTED) {
			handle(delivered);
			return;
		}
		Deque<Delivered> lane = this.lanes.computeIfAbsent(event.guild, (key) -> new ArrayDeque<>());
		if (lane.isEmpty() && this.pace == Pace.FAST) {
			handle(delivered);
			return;
		}
		lane.add(delivered);
		if (lane.size() == 1 && this.pace == Pace.SLOW) {
			handleLater(lane);
		}
	}

	private void handleLater(Deque<Delivered> lane) {
		this.time.plan(this.random.nextInt(2_000) * 1_000_000L, () -> {
			if (!this.dead && this.pace == Pace.SLOW && !lane.isEmpty()) {
				handle(lane.remove());
				if (!lane.isEmpty()) {
					handleLater(lane);
				}
			}
		});
	}

	private void handle(Delivered delivered) {
		delivered.event.session.handled(delivered.event);
		delivered.tracked.run();
	}

	void pace(Pace changed) {
		this.pace = changed;
		if (this.dead) {
			return;
		}
		for (Deque<Delivered> lane : this.lanes.values()) {
			if (changed == Pace.FAST) {
				while (!lane.isEmpty()) {
					handle(lane.remove());
				}
			}
			else if (changed == Pace.SLOW && !lane.isEmpty()) {
				handleLater(lane);
			}
		}
	}

	/** The oldest event of one lane is handled. */
	void handleOne(int lane) {
		this.lanes.values()
			.stream()
			.filter((deque) -> !deque.isEmpty())
			.skip(lane % Math.max(1, this.lanes.values().stream().filter((deque) -> !deque.isEmpty()).count()))
			.findFirst()
			.ifPresent((deque) -> handle(deque.remove()));
	}

	int waiting() {
		return this.lanes.values().stream().mapToInt(Deque::size).sum();
	}

	/** The process ends: what waits is never handled. */
	void die() {
		this.dead = true;
		this.lanes.values().forEach((lane) -> lane.forEach((delivered) -> delivered.event.open--));
		this.lanes.clear();
	}

	/** How fast events are handled. */
	enum Pace {

		FAST, SLOW, HELD

	}

	private record Delivered(ModelEvent event, UnhandledEvent tracked) {
	}

}
