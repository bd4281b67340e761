package io.github.discordgateway.listener;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.discordgateway.Intent;
import io.github.discordgateway.event.GatewayEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * All listeners: those of annotated methods, of beans, and those that an application adds
 * in code. Here they are listed, started, stopped, paused and resumed.
 */
public final class GatewayListenerRegistry {

	private static final Log logger = LogFactory.getLog(ListenerIntents.class);

	private final List<Consumer<List<EventHandler>>> observers = new ArrayList<>();

	private final Scheduler scheduler;

	private final AtomicInteger functions = new AtomicInteger();

	private volatile List<ManagedHandler> handlers = List.of();

	private volatile InterceptorsAndAdvice interceptorsAndAdvice = InterceptorsAndAdvice.NONE;

	private @Nullable Set<Intent> intents;

	/**
	 * Makes an empty registry whose listeners go on, after a pause or a failed call, on
	 * threads of Reactor that may be blocked.
	 */
	public GatewayListenerRegistry() {
		this.scheduler = Schedulers.boundedElastic();
	}

	/**
	 * Makes an empty registry.
	 * @param executor where listeners go on after a pause or a failed call; as a rule the
	 * one that runs the listeners
	 */
	public GatewayListenerRegistry(Executor executor) {
		this.scheduler = Schedulers.fromExecutor(executor);
	}

	/**
	 * Adds a handler, which gets events from now on.
	 * @param handler the handler
	 * @return the handler as a listener
	 * @throws InvalidGatewayListenerException when there is one of the same id
	 */
	public ManagedListener register(EventHandler handler) {
		return register(managed(handler));
	}

	/**
	 * Adds several handlers at once, all or none.
	 * @param added the handlers
	 * @throws InvalidGatewayListenerException when two have the same id
	 */
	public void register(Collection<? extends EventHandler> added) {
		add(added.stream().map(this::managed).toList());
	}

	/**
	 * Adds a function as a listener of one event, or of a group of events.
	 * @param <E> the record of the event, or a supertype of several
	 * @param type the same
	 * @param function called for each event; it may block
	 * @return the listener; to dispose of it removes it
	 */
	public <E extends GatewayEvent> ManagedListener listen(Class<E> type, GatewayEventHandler<? super E> function) {
		return listen(nextId(type), type, function);
	}

	/**
	 * Adds a function as a listener of one event, or of a group of events.
	 * @param <E> the record of the event, or a supertype of several
	 * @param id its unique name
	 * @param type the record of the event
	 * @param function called for each event; it may block
	 * @return the listener; to dispose of it removes it
	 * @throws InvalidGatewayListenerException when there is a listener of the same id
	 */
	public <E extends GatewayEvent> ManagedListener listen(String id, Class<E> type,
			GatewayEventHandler<? super E> function) {
		return register(managed(FunctionHandler.blocking(id, type, function)));
	}

	/**
	 * Adds a function as a listener of one event, or of a group of events, that only
	 * begins something: no thread waits until that completes.
	 * @param <E> the record of the event, or a supertype of several
	 * @param type the same
	 * @param function called for each event; the event is handled when what it returns
	 * completes
	 * @return the listener; to dispose of it removes it
	 */
	public <E extends GatewayEvent> ManagedListener listenReactively(Class<E> type,
			Function<? super E, ? extends Publisher<?>> function) {
		return register(managed(FunctionHandler.reactive(nextId(type), type, function)));
	}

	private String nextId(Class<?> type) {
		return type.getSimpleName() + "-" + this.functions.incrementAndGet();
	}

	private ManagedHandler managed(EventHandler handler) {
		return managed(handler, ListenerOptions.ordered(handler.order()), null);
	}

	/**
	 * Makes a handler that can be added.
	 * @param handler the handler
	 * @param options how it is run
	 * @param surroundings what stands around it; {@code null} for what the registry has
	 * @return the handler
	 */
	ManagedHandler managed(EventHandler handler, ListenerOptions options,
			@Nullable InterceptorsAndAdvice surroundings) {
		return new ManagedHandler(handler, options, surroundings, this);
	}

	private ManagedListener register(ManagedHandler handler) {
		add(List.of(handler));
		return handler;
	}

	/**
	 * Adds several handlers at once, all or none.
	 * @param added the handlers
	 * @throws InvalidGatewayListenerException when two have the same id
	 */
	synchronized void add(List<ManagedHandler> added) {
		List<ManagedHandler> all = new ArrayList<>(this.handlers);
		for (ManagedHandler handler : added) {
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
		added.stream().filter((handler) -> handler.state() != ListenerState.STOPPED).forEach(this::warn);
	}

	/**
	 * Removes a handler, which gets no event from now on.
	 * @param id the id of the handler
	 * @return whether there was one
	 */
	public synchronized boolean unregister(String id) {
		ManagedHandler found = find(id);
		return found != null && remove(found);
	}

	synchronized boolean remove(ManagedHandler handler) {
		if (!this.handlers.contains(handler)) {
			return false;
		}
		handler.enter(ListenerState.STOPPED);
		replace(this.handlers.stream().filter((other) -> other != handler).toList());
		return true;
	}

	private void replace(List<ManagedHandler> changed) {
		List<ManagedHandler> copy = List.copyOf(changed);
		tell(copy);
		this.handlers = copy;
	}

	private void tell(List<ManagedHandler> all) {
		List<EventHandler> active = active(all);
		this.observers.forEach((observer) -> observer.accept(active));
	}

	private static List<EventHandler> active(List<ManagedHandler> all) {
		return all.stream()
			.filter((handler) -> handler.state() != ListenerState.STOPPED)
			.<EventHandler>map((handler) -> handler)
			.toList();
	}

	/**
	 * All handlers in the order of their registration, those that are stopped included.
	 * @return the handlers of this moment
	 */
	public List<EventHandler> handlers() {
		return List.copyOf(this.handlers);
	}

	/**
	 * All listeners in the order of their registration.
	 * @return the listeners of this moment
	 */
	public List<ManagedListener> listeners() {
		return List.copyOf(this.handlers);
	}

	/**
	 * One listener.
	 * @param id its id
	 * @return the listener
	 * @throws IllegalArgumentException when there is none; the message says which there
	 * are
	 */
	public ManagedListener listener(String id) {
		ManagedListener found = find(id);
		if (found == null) {
			String ids = this.handlers.stream().map(EventHandler::id).sorted().collect(Collectors.joining(", "));
			throw new IllegalArgumentException("There is no listener '" + id + "'"
					+ (ids.isEmpty() ? ", and no other either" : "; there are " + ids));
		}
		return found;
	}

	private @Nullable ManagedHandler find(String id) {
		return this.handlers.stream().filter((handler) -> handler.id().equals(id)).findFirst().orElse(null);
	}

	boolean contains(ManagedHandler handler) {
		return this.handlers.contains(handler);
	}

	/**
	 * Starts a listener.
	 * @param id its id
	 * @throws IllegalArgumentException when there is none
	 * @see ManagedListener#start()
	 */
	public void start(String id) {
		listener(id).start();
	}

	/**
	 * Stops a listener.
	 * @param id its id
	 * @throws IllegalArgumentException when there is none
	 * @see ManagedListener#stop()
	 */
	public void stop(String id) {
		listener(id).stop();
	}

	/**
	 * Pauses a listener.
	 * @param id its id
	 * @throws IllegalArgumentException when there is none
	 * @throws IllegalStateException when it is stopped
	 * @see ManagedListener#pause()
	 */
	public void pause(String id) {
		listener(id).pause();
	}

	/**
	 * Resumes a listener.
	 * @param id its id
	 * @throws IllegalArgumentException when there is none
	 * @throws IllegalStateException when it is stopped
	 * @see ManagedListener#resume()
	 */
	public void resume(String id) {
		listener(id).resume();
	}

	synchronized void start(ManagedHandler handler) {
		if (handler.state() == ListenerState.STOPPED && contains(handler)) {
			handler.enter(ListenerState.RUNNING);
			try {
				tell(this.handlers);
			}
			catch (RuntimeException ex) {
				handler.enter(ListenerState.STOPPED);
				throw ex;
			}
			warn(handler);
		}
	}

	synchronized void stop(ManagedHandler handler) {
		if (handler.state() != ListenerState.STOPPED) {
			handler.enter(ListenerState.STOPPED);
			tell(this.handlers);
		}
	}

	synchronized void pause(ManagedHandler handler) {
		requireStarted(handler);
		handler.enter(ListenerState.PAUSED);
	}

	synchronized void resume(ManagedHandler handler) {
		requireStarted(handler);
		handler.enter(ListenerState.RUNNING);
	}

	private static void requireStarted(ManagedHandler handler) {
		if (handler.state() == ListenerState.STOPPED) {
			throw new IllegalStateException("Listener '" + handler.id() + "' is stopped: start it first");
		}
	}

	/**
	 * Tells someone the handlers that get events, now and whenever they change. When the
	 * observer throws, no handler is added or started.
	 * @param observer gets all handlers that are not stopped
	 */
	public synchronized void observe(Consumer<List<EventHandler>> observer) {
		observer.accept(active(this.handlers));
		this.observers.add(observer);
	}

	/**
	 * Sets the intents that the bot has declared. A listener that is added or started
	 * from now on and needs others is warned about.
	 * @param declared the intents
	 */
	public synchronized void setIntents(Set<Intent> declared) {
		this.intents = Set.copyOf(declared);
	}

	private void warn(EventHandler handler) {
		if (this.intents != null) {
			ListenerIntents.missing(handler, this.intents).forEach((finding) -> logger.warn(finding.message()));
		}
	}

	/**
	 * Sets what stands around listeners that have nothing of their own: those that are
	 * added in code.
	 * @param interceptorsAndAdvice interceptors and advice
	 */
	void use(InterceptorsAndAdvice interceptorsAndAdvice) {
		this.interceptorsAndAdvice = interceptorsAndAdvice;
	}

	InterceptorsAndAdvice interceptorsAndAdvice() {
		return this.interceptorsAndAdvice;
	}

	/** Where listeners go on; its threads may be blocked. */
	Scheduler scheduler() {
		return this.scheduler;
	}

}
