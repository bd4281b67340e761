package io.github.discordgateway.internal.shard;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold for the commands of a shard: each is sent once or rejected, and those
 * that are sent keep the order in which they were given. They are numbered in this order.
 */
final class CommandRules {

	private final Set<Integer> open = new HashSet<>();

	private final TreeSet<Integer> sent = new TreeSet<>();

	private final Set<Integer> late = new HashSet<>();

	private static int number(PendingCommand command) {
		return Integer.parseInt(command.json());
	}

	void given(int command) {
		this.open.add(command);
	}

	void sent(PendingCommand command) {
		int number = number(command);
		ShardRules.require(this.open.remove(number), "Command %d is sent, but does not wait", number);
		ShardRules.require(this.late.contains(number) || this.sent.isEmpty() || this.sent.last() < number,
				"Command %d is sent after a later one: %s", number, this.sent);
		this.sent.add(number);
	}

	/** A command that was sent is not written, which the shard will hear of. */
	void notWritten(PendingCommand command) {
		int number = number(command);
		this.sent.remove(number);
		this.open.add(number);
	}

	/** Only now the shard hears of it, so that later ones may have been sent before. */
	void toldLate(PendingCommand command) {
		this.late.add(number(command));
	}

	void rejected(PendingCommand command) {
		int number = number(command);
		ShardRules.require(this.open.remove(number), "Command %d is rejected, but does not wait", number);
	}

	/** The number of commands that were neither sent nor rejected. */
	int open() {
		return this.open.size();
	}

}
