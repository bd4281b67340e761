package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Method;
import java.util.function.Predicate;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.GatewayListenerFilter;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses methods that take interactions where nothing could answer them.
 */
public final class WithoutRest implements GatewayListenerFilter {

	private final InteractionMethods methods;

	/**
	 * Makes a filter.
	 * @param methods reads annotations
	 */
	public WithoutRest(InteractionMethods methods) {
		this.methods = methods;
	}

	@Override
	public @Nullable Predicate<EventEnvelope> filter(String id, Method method, Class<?> targetClass) {
		InteractionMethod found = this.methods.find(method, targetClass);
		if (found != null) {
			throw new InvalidGatewayListenerException(found.listener(),
					"answers interactions by requests, which are switched off",
					"Remove discord.gateway.rest.enabled=false.");
		}
		return null;
	}

}
