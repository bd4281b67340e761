package io.github.discordgateway.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Commands that wait: for the shard to be ready, and for the send limit. They are sent in
 * the order in which they were given.
 */
final class CommandQueue {

	private final int capacity;

	private final Deque<PendingCommand> waiting = new ArrayDeque<>();

	CommandQueue(int capacity) {
		this.capacity = capacity;
	}

	/**
	 * Takes a command in, or rejects it when too many wait.
	 * @return whether it was taken
	 */
	boolean add(PendingCommand command, List<ShardEffect> effects) {
		if (this.waiting.size() >= this.capacity) {
			effects.add(new ShardEffect.RejectCommand(command,
					"The shard has " + this.capacity + " commands waiting already"));
			return false;
		}
		this.waiting.addLast(command);
		return true;
	}

	/** Takes back a command that could not be written. It was the first, and is again. */
	void putBack(PendingCommand command) {
		this.waiting.addFirst(command);
	}

	/** Sends what the limit allows, and sets a timer for the rest. */
	void send(CommandWindow window, long now, List<ShardEffect> effects) {
		while (!this.waiting.isEmpty()) {
			Duration wait = window.untilFree(now);
			if (!wait.isZero()) {
				effects.add(new ShardEffect.Schedule(ShardTimer.COMMANDS, wait));
				return;
			}
			window.sent(now);
			effects.add(new ShardEffect.SendCommand(this.waiting.removeFirst()));
		}
	}

	void rejectAll(String reason, List<ShardEffect> effects) {
		this.waiting.forEach((command) -> effects.add(new ShardEffect.RejectCommand(command, reason)));
		this.waiting.clear();
	}

}
