package io.github.discordgateway.actuate.metrics;

import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.util.Assert;

/**
 * Counts the values of events that had another type than documented and were left out, as
 * {@code discord.gateway.events.mistyped}: a sign that Discord has changed something, or
 * that users' programs write what they like. There is one counter for each place where
 * that has happened, with the tags {@code event} and {@code path}, and at most about a
 * hundred of them: what is beyond counts as {@code elsewhere}.
 */
public final class MistypedValueMetrics implements MeterBinder {

	private final Source source;

	/**
	 * Makes a binder.
	 * @param source knows the counts
	 */
	public MistypedValueMetrics(Source source) {
		Assert.notNull(source, "'source' must not be null");
		this.source = source;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.source.onMistypedPlace((place) -> bind(registry, place));
	}

	private void bind(MeterRegistry registry, String place) {
		int dot = place.indexOf('.');
		GatewayMeters.EVENTS_MISTYPED.counter(registry,
				Tags.of(GatewayMeterTag.EVENT.of((dot >= 0) ? place.substring(0, dot) : place),
						GatewayMeterTag.PATH.of(place.substring(dot + 1))),
				this.source, (source) -> source.mistypedValues(place));
	}

	/**
	 * Knows the values that had another type than documented.
	 */
	public interface Source {

		/**
		 * Tells somebody of each place that has such values.
		 * @param observer given the place once: the event, a dot, and the path in it
		 */
		void onMistypedPlace(Consumer<String> observer);

		/**
		 * Returns how many such values a place had.
		 * @param place the place
		 * @return the count so far
		 */
		long mistypedValues(String place);

	}

}
