package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Method;
import java.util.function.Predicate;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.listener.GatewayListenerFilter;
import io.github.discordgateway.model.interaction.Interaction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lets a method have the interactions that it takes.
 */
public final class InteractionFilter implements GatewayListenerFilter {

	private static final Log logger = LogFactory.getLog(InteractionFilter.class);

	private final InteractionMethods methods;

	private final InteractionRoutes routes;

	private final InteractionExchanges exchanges;

	/**
	 * Makes a filter.
	 * @param methods reads annotations
	 * @param routes gets to know all methods
	 * @param exchanges tells what is too late
	 */
	public InteractionFilter(InteractionMethods methods, InteractionRoutes routes, InteractionExchanges exchanges) {
		this.methods = methods;
		this.routes = routes;
		this.exchanges = exchanges;
	}

	@Override
	public @Nullable Predicate<EventEnvelope> filter(String id, Method method, Class<?> targetClass) {
		InteractionMethod found = this.methods.find(method, targetClass);
		if (found == null) {
			return null;
		}
		this.routes.remember(id, found);
		return (envelope) -> envelope.event() instanceof InteractionCreate created
				&& accepts(id, found, created.interaction(), envelope.replayed());
	}

	private boolean accepts(String id, InteractionMethod method, Interaction interaction, boolean replayed) {
		if (!id.equals(this.routes.find(interaction))) {
			return false;
		}
		boolean late = this.exchanges.isLate(interaction, replayed);
		if (late) {
			logger.debug(interaction + " came too late for an answer");
			this.exchanges.tell((observer) -> observer.late(interaction));
		}
		return !late || method.evenWhenLate();
	}

}
