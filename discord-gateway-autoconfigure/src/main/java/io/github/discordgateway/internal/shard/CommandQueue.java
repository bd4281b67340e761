package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Commands that wait: for the shard to be ready, and for the send limit. They are sent in
 * the order in which they were given. Of the presences that wait only the newest is sent,
 * in the place of the oldest; while their own limit holds them, other commands pass.
 *
 * <p>
 * Sorted by number and not a plain queue, because a command that could not be written
 * comes back at any time and goes to where it was, and a cancelled one leaves from the
 * middle.
 */
final class CommandQueue {

	private final int capacity;

	private final ShardActions actions;

	private final NavigableMap<Long, PendingCommand> commands = new TreeMap<>();

	private final NavigableMap<Long, PendingCommand> presences = new TreeMap<>();

	/** The number of commands so far. */
	private long given;

	CommandQueue(int capacity, ShardActions actions) {
		this.capacity = capacity;
		this.actions = actions;
	}

	/**
	 * Takes a command in, or rejects it when too many wait.
	 * @return whether it was taken
	 */
	boolean add(PendingCommand command) {
		if (size() >= this.capacity) {
			this.actions.rejectCommand(command, "It has " + this.capacity
					+ " commands waiting already, which is the limit (discord.gateway.commands.max-queued)");
			return false;
		}
		command.number(++this.given);
		insert(command);
		return true;
	}

	/** Takes back a command that could not be written, to where it was. */
	void putBack(PendingCommand command) {
		List<PendingCommand> replaced = command.replaced();
		command.replaced(List.of());
		insert(command);
		replaced.forEach(this::insert);
	}

	private void insert(PendingCommand command) {
		if (!command.isCancelled()) {
			waiting(command).put(command.number(), command);
		}
	}

	/** Takes a command out, if it still waits. An older presence is then valid again. */
	void remove(PendingCommand command) {
		waiting(command).remove(command.number(), command);
	}

	private NavigableMap<Long, PendingCommand> waiting(PendingCommand command) {
		return (command.presence() != null) ? this.presences : this.commands;
	}

	/** Sends what the limits allow, and sets a timer for the rest. */
	void send(CommandWindow window, CommandWindow presenceWindow, long now) {
		while (true) {
			Duration presenceWait = presenceWindow.untilFree(now);
			boolean presenceDue = !this.presences.isEmpty() && presenceWait.isZero();
			if (!presenceDue && this.commands.isEmpty()) {
				if (!this.presences.isEmpty()) {
					this.actions.schedule(ShardTimer.COMMANDS, presenceWait);
				}
				return;
			}
			Duration wait = window.untilFree(now);
			if (!wait.isZero()) {
				this.actions.schedule(ShardTimer.COMMANDS, wait);
				return;
			}
			window.sent(now);
			if (presenceDue && (this.commands.isEmpty() || this.presences.firstKey() < this.commands.firstKey())) {
				presenceWindow.sent(now);
				this.actions.sendCommand(takePresence());
			}
			else {
				this.actions.sendCommand(this.commands.pollFirstEntry().getValue());
			}
		}
	}

	private PendingCommand takePresence() {
		PendingCommand newest = this.presences.pollLastEntry().getValue();
		newest.replaced(new ArrayList<>(this.presences.values()));
		this.presences.clear();
		return newest;
	}

	/** The number of commands that wait. */
	int size() {
		return this.commands.size() + this.presences.size();
	}

	void rejectAll(String reason) {
		List.of(this.commands, this.presences).forEach((waiting) -> {
			waiting.values().forEach((command) -> this.actions.rejectCommand(command, reason));
			waiting.clear();
		});
	}

}
