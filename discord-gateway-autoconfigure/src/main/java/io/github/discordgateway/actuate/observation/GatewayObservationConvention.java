package io.github.discordgateway.actuate.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observations of listeners and their keys. A bean of this type replaces
 * {@link DefaultGatewayObservationConvention}, which it may extend.
 */
public interface GatewayObservationConvention extends ObservationConvention<GatewayListenerObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof GatewayListenerObservationContext;
	}

}
