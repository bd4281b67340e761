package io.github.discordgateway.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which behaviour the next connection gets: first those that were asked for by number,
 * then the lasting one.
 */
final class BehaviourQueue {

	private final Deque<GatewayBehaviour> next = new ArrayDeque<>();

	private GatewayBehaviour lasting;

	BehaviourQueue(GatewayBehaviour lasting) {
		this.lasting = lasting;
	}

	synchronized void clear() {
		this.next.clear();
	}

	synchronized void set(GatewayBehaviour behaviour) {
		this.lasting = behaviour;
	}

	synchronized void add(int count, GatewayBehaviour behaviour) {
		for (int i = 0; i < count; i++) {
			this.next.addLast(behaviour);
		}
	}

	synchronized GatewayBehaviour next() {
		GatewayBehaviour first = this.next.pollFirst();
		return (first != null) ? first : this.lasting;
	}

}
