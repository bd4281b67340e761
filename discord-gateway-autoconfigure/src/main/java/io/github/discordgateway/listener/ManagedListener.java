package io.github.discordgateway.listener;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * A listener in the {@link GatewayListenerRegistry}, to look at and to switch.
 */
public interface ManagedListener extends Disposable {

	/**
	 * Its name among all listeners.
	 * @return a unique name
	 */
	String id();

	/**
	 * What a log calls it, for example its class and method.
	 * @return a text that leads a reader to the code
	 */
	String description();

	/**
	 * The events that it wants, and their form.
	 * @return what it wants, which never changes
	 */
	EventInterest interest();

	/**
	 * Which of its events come one after the other.
	 * @return what it says itself; {@code null} for the common order
	 */
	@Nullable DispatchOrdering ordering();

	/**
	 * Whether it gets events now.
	 * @return the state of this moment
	 */
	ListenerState state();

	/**
	 * Lets a stopped listener get events that come from now on. Nothing happens to one
	 * that is not stopped.
	 */
	void start();

	/**
	 * Keeps all further events from it, those included that wait for it already; an event
	 * that it is handling is left alone.
	 */
	void stop();

	/**
	 * Lets its events wait until {@link #resume()}, in their order; listeners that come
	 * after it by {@link org.springframework.core.annotation.Order @Order} wait with it,
	 * no others. Waiting events are pending: a shard with too many of them stops reading,
	 * and a stop of the application waits for them as long as it may and then leaves them
	 * for the next start. One that has waited for {@code dispatch.handler-timeout} is
	 * given up: it counts as failed, and the error handler gets it with a
	 * {@link io.github.discordgateway.listener.HandlerTimeoutException
	 * HandlerTimeoutException}.
	 * @throws IllegalStateException when it is stopped
	 */
	void pause();

	/**
	 * Hands over what waits, and what comes.
	 * @throws IllegalStateException when it is stopped
	 */
	void resume();

	/**
	 * Stops it and removes it from the registry. Nothing happens the second time.
	 */
	@Override
	void dispose();

}
