package io.github.discordgateway.listener;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import io.github.discordgateway.dispatch.EventHandler;

/**
 * All handlers of events: those of annotated methods, and those that an application adds
 * in code.
 */
public final class GatewayListenerRegistry {

	private final List<Consumer<List<EventHandler>>> observers = new ArrayList<>();

	private List<EventHandler> handlers = List.of();

	/**
	 * Makes an empty registry.
	 */
	public GatewayListenerRegistry() {
	}

	/**
	 * Adds a handler, which gets events from now on.
	 * @param handler the handler
	 * @throws InvalidGatewayListenerException when there is one of the same id
	 */
	public void register(EventHandler handler) {
		register(List.of(handler));
	}

	/**
	 * Adds several handlers at once, all or none.
	 * @param added the handlers
	 * @throws InvalidGatewayListenerException when two have the same id
	 */
	public synchronized void register(Collection<? extends EventHandler> added) {
		List<EventHandler> all = new ArrayList<>(this.handlers);
		for (EventHandler handler : added) {
			for (EventHandler other : all) {
				if (other.id().equals(handler.id())) {
					throw new InvalidGatewayListenerException(handler.description(),
							"has the id '" + handler.id() + "', as has " + other.description(),
							"Give each listener an id of its own, or none.");
				}
			}
			all.add(handler);
		}
		replace(all);
	}

	/**
	 * Removes a handler, which gets no event from now on.
	 * @param id the id of the handler
	 * @return whether there was one
	 */
	public synchronized boolean unregister(String id) {
		List<EventHandler> rest = this.handlers.stream().filter((handler) -> !handler.id().equals(id)).toList();
		if (rest.size() == this.handlers.size()) {
			return false;
		}
		replace(rest);
		return true;
	}

	private void replace(List<EventHandler> changed) {
		List<EventHandler> copy = List.copyOf(changed);
		this.observers.forEach((observer) -> observer.accept(copy));
		this.handlers = copy;
	}

	/**
	 * All handlers in the order of their registration.
	 * @return the handlers of this moment
	 */
	public synchronized List<EventHandler> handlers() {
		return this.handlers;
	}

	/**
	 * Tells someone the handlers, now and whenever they change. When the observer throws,
	 * the change is not made.
	 * @param observer gets all handlers
	 */
	public synchronized void observe(Consumer<List<EventHandler>> observer) {
		observer.accept(this.handlers);
		this.observers.add(observer);
	}

}
