package io.github.discordgateway.actuate.observation;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventHandler;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What an observation of a listener knows.
 */
public final class GatewayListenerObservationContext extends Observation.Context {

	private final EventEnvelope envelope;

	private final EventHandler handler;

	/** What the convention says is the same from the start to the end. */
	private @Nullable KeyValues conventional;

	private KeyValues lowCardinality = KeyValues.empty();

	private KeyValues highCardinality = KeyValues.empty();

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
		KeyValues made = this.conventional;
		if (made == null) {
			made = keys.apply(this.envelope);
			this.conventional = made;
		}
		return made;
	}

	// Keys come as they are kept, and mostly the same ones twice: two maps for each call
	// of a listener would cost more than the observation itself.

	@Override
	public Observation.Context addLowCardinalityKeyValue(KeyValue keyValue) {
		this.lowCardinality = this.lowCardinality.and(keyValue);
		return this;
	}

	@Override
	public Observation.Context addHighCardinalityKeyValue(KeyValue keyValue) {
		this.highCardinality = this.highCardinality.and(keyValue);
		return this;
	}

	@Override
	public Observation.Context addLowCardinalityKeyValues(KeyValues keyValues) {
		this.lowCardinality = with(this.lowCardinality, keyValues);
		return this;
	}

	@Override
	public Observation.Context addHighCardinalityKeyValues(KeyValues keyValues) {
		this.highCardinality = with(this.highCardinality, keyValues);
		return this;
	}

	private static KeyValues with(KeyValues present, KeyValues added) {
		return (present == added) ? present : present.and(added);
	}

	@Override
	public Observation.Context removeLowCardinalityKeyValue(String keyName) {
		return removeLowCardinalityKeyValues(keyName);
	}

	@Override
	public Observation.Context removeHighCardinalityKeyValue(String keyName) {
		return removeHighCardinalityKeyValues(keyName);
	}

	@Override
	public Observation.Context removeLowCardinalityKeyValues(String... keyNames) {
		this.lowCardinality = without(this.lowCardinality, keyNames);
		return this;
	}

	@Override
	public Observation.Context removeHighCardinalityKeyValues(String... keyNames) {
		this.highCardinality = without(this.highCardinality, keyNames);
		return this;
	}

	private static KeyValues without(KeyValues present, String... keyNames) {
		Collection<String> names = Arrays.asList(keyNames);
		return KeyValues.of(present.stream().filter((keyValue) -> !names.contains(keyValue.getKey())).toList());
	}

	@Override
	public KeyValues getLowCardinalityKeyValues() {
		return this.lowCardinality;
	}

	@Override
	public KeyValues getHighCardinalityKeyValues() {
		return this.highCardinality;
	}

	@Override
	public @Nullable KeyValue getLowCardinalityKeyValue(String keyName) {
		return find(this.lowCardinality, keyName);
	}

	@Override
	public @Nullable KeyValue getHighCardinalityKeyValue(String keyName) {
		return find(this.highCardinality, keyName);
	}

	private static @Nullable KeyValue find(KeyValues present, String keyName) {
		return present.stream().filter((keyValue) -> keyValue.getKey().equals(keyName)).findFirst().orElse(null);
	}

}
