package io.github.discordgateway.actuate.metrics;

import io.github.discordgateway.event.MistypedValueCounts;
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

	private final MistypedValueCounts counts;

	/**
	 * Makes a binder.
	 * @param counts knows the counts
	 */
	public MistypedValueMetrics(MistypedValueCounts counts) {
		Assert.notNull(counts, "'counts' must not be null");
		this.counts = counts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counts.onMistypedPlace((place) -> bind(registry, place));
	}

	private void bind(MeterRegistry registry, String place) {
		int dot = place.indexOf('.');
		GatewayMeters.EVENTS_MISTYPED.counter(registry,
				Tags.of(GatewayMeterTag.EVENT.of((dot >= 0) ? place.substring(0, dot) : place),
						GatewayMeterTag.PATH.of(place.substring(dot + 1))),
				this.counts, (counts) -> counts.mistypedValues(place));
	}

}
