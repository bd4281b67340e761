package io.github.discordgateway.actuate.observation;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventHandler;
import io.micrometer.observation.Observation;

/**
 * What an observation of a listener knows.
 */
public final class GatewayListenerObservationContext extends Observation.Context {

	private final EventEnvelope envelope;

	private final EventHandler handler;

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

}
