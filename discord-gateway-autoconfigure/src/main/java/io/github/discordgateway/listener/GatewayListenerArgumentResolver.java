package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Provides an argument of listener methods. Beans of this type are asked in their order,
 * before the built-in arguments, once for each parameter when the listener is registered;
 * the first that supports the parameter is then called for each event.
 */
public interface GatewayListenerArgumentResolver {

	/**
	 * Whether this resolver provides the argument.
	 * @param parameter the parameter, with its annotations and its type
	 * @return whether it is this resolver's
	 */
	boolean supportsParameter(MethodParameter parameter);

	/**
	 * What of the envelope is read for the argument, so that an event is decoded or
	 * copied only where someone needs it.
	 * @param parameter a supported parameter
	 * @return the form; unless overridden, neither the decoded nor the raw event
	 */
	default EventForm form(MethodParameter parameter) {
		return EventForm.HEADER;
	}

	/**
	 * The argument for one event.
	 * @param parameter a supported parameter
	 * @param envelope the event, in the form asked for
	 * @return the argument
	 * @throws Exception whatever goes wrong, which is a failure of the listener
	 */
	@Nullable Object resolveArgument(MethodParameter parameter, EventEnvelope envelope) throws Exception;

}
