package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.function.Predicate;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * Says which events a listener method wants, beyond what its
 * {@link GatewayListener @GatewayListener} says: for example those that an annotation of
 * the application asks for. Beans of this type are asked once for each listener, when it
 * is registered; an event reaches the method when all that they return accept it, and is
 * otherwise no event for it.
 */
public interface GatewayListenerFilter {

	/**
	 * Returns what decides for a listener.
	 * @param id the unique name of the listener
	 * @param method its method, as it is written
	 * @param targetClass the class of its bean, not of a proxy
	 * @return tells whether the listener wants an event, on the thread of the listener;
	 * {@code null} when it is no listener for this filter
	 * @throws InvalidGatewayListenerException when the listener can never work
	 */
	@Nullable Predicate<EventEnvelope> filter(String id, Method method, Class<?> targetClass);

	/**
	 * What of the envelope is read to decide.
	 * @return the form; unless overridden, the decoded event
	 */
	default EventForm form() {
		return EventForm.TYPED;
	}

}
