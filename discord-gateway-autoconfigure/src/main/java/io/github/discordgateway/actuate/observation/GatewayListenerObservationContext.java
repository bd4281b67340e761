package io.github.discordgateway.actuate.observation;

import java.util.function.Function;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventHandler;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What an observation of a listener knows.
 */
public final class GatewayListenerObservationContext extends Observation.Context {

	private final EventEnvelope envelope;

	private final EventHandler handler;

	/** What is the same from the start of the observation to its end. */
	private @Nullable KeyValues highCardinality;

	/**
	 * Makes a context.
	 * @param envelope the event
	 * @param handler the listener that handles it
	 */
	public GatewayListenerObservationContext(EventEnvelope envelope, EventHandler handler) {
		this.envelope = envelope;
		this.handler = handler;
	}

	/**
	 * The event.
	 * @return the event, and how it came
	 */
	public EventEnvelope envelope() {
		return this.envelope;
	}

	/**
	 * The listener that handles the event.
	 * @return the listener
	 */
	public EventHandler handler() {
		return this.handler;
	}

	/** The keys that {@link DefaultGatewayObservationConvention} makes once. */
	KeyValues highCardinality(Function<EventEnvelope, KeyValues> keys) {
		KeyValues made = this.highCardinality;
		if (made == null) {
			made = keys.apply(this.envelope);
			this.highCardinality = made;
		}
		return made;
	}

}
