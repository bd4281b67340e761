package io.github.discordgateway.internal.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

import io.github.discordgateway.internal.dispatch.Lanes.Lane;
import io.github.discordgateway.listener.EventHandler;

/**
 * The lanes of all handlers. Each handler has lanes of its own, so that it is held up by
 * itself only. One that is replaced by another of the same id leaves its lanes to it,
 * which keeps the order.
 */
final class HandlerLanes {

	private final ConcurrentMap<String, Lanes> byHandler = new ConcurrentHashMap<>();

	private final HandlerThreads threads;

	private boolean closed;

	HandlerLanes(HandlerThreads threads) {
		this.threads = threads;
	}

	synchronized Lanes of(EventHandler handler) {
		Lanes lanes = this.byHandler.computeIfAbsent(handler.id(), (id) -> new Lanes(this.threads));
		if (this.closed) {
			lanes.close();
		}
		return lanes;
	}

	/** Forgets the lanes of other handlers as soon as they hold nothing. */
	void retain(Set<String> ids) {
		this.byHandler.entrySet().removeIf((entry) -> !ids.contains(entry.getKey()) && entry.getValue().size() == 0);
	}

	/**
	 * Looks at the lanes that hold something.
	 * @param action gets each
	 */
	void forEach(Consumer<Lane> action) {
		this.byHandler.values().forEach((lanes) -> lanes.forEach(action));
	}

	/**
	 * Looks at the first event of each lane.
	 * @param action gets the event and its handler; it may be over meanwhile, or wait for
	 * a handler before it
	 */
	void forEachFirst(Consumer<HandlerTask> action) {
		forEach((lane) -> lane.first((task) -> {
			if (task instanceof HandlerTask call) {
				action.accept(call);
			}
		}));
	}

	int size() {
		return this.byHandler.values().stream().mapToInt(Lanes::size).sum();
	}

	synchronized void close() {
		this.closed = true;
		this.byHandler.values().forEach(Lanes::close);
	}

}
