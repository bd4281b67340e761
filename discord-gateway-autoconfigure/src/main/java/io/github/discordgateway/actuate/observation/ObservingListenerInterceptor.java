package io.github.discordgateway.actuate.observation;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayListenerInterceptor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;

/**
 * Observes each call of each listener, from the outside of all other interceptors. The
 * observation is current while the method runs, and in the Reactor context of what it
 * returns.
 */
public final class ObservingListenerInterceptor implements GatewayListenerInterceptor, Ordered {

	private final ObservationRegistry registry;

	private final @Nullable GatewayObservationConvention convention;

	/**
	 * Makes an interceptor.
	 * @param registry gets the observations
	 * @param convention names them; {@code null} for
	 * {@link DefaultGatewayObservationConvention}
	 */
	public ObservingListenerInterceptor(ObservationRegistry registry,
			@Nullable GatewayObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public @Nullable Mono<Void> around(EventEnvelope envelope, EventHandler handler, Call call) throws Exception {
		if (this.registry.isNoop()) {
			return call.proceed();
		}
		Observation observation = GatewayObservation.LISTENER.observation(this.convention,
				DefaultGatewayObservationConvention.INSTANCE,
				() -> new GatewayListenerObservationContext(envelope, handler), this.registry);
		observation.start();
		Mono<Void> rest;
		try {
			rest = inScope(observation, call);
		}
		catch (Throwable ex) {
			observation.error(ex);
			observation.stop();
			throw ex;
		}
		if (rest == null) {
			observation.stop();
			return null;
		}
		return rest.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, observation))
			.doOnError(observation::error)
			.doFinally((signal) -> observation.stop());
	}

	private static @Nullable Mono<Void> inScope(Observation observation, Call call) throws Exception {
		Observation.Scope scope = observation.openScope();
		try {
			return call.proceed();
		}
		finally {
			scope.close();
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
