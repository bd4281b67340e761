package io.github.discordgateway.actuate.metrics;

import io.github.discordgateway.internal.codec.EventDecoder;
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

	private final EventDecoder decoder;

	/**
	 * Makes a binder.
	 * @param decoder knows the counts
	 */
	public MistypedValueMetrics(EventDecoder decoder) {
		Assert.notNull(decoder, "'decoder' must not be null");
		this.decoder = decoder;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.decoder.onMistypedPlace((place) -> bind(registry, place));
	}

	private void bind(MeterRegistry registry, String place) {
		int dot = place.indexOf('.');
		GatewayMeters.EVENTS_MISTYPED.counter(registry,
				Tags.of(GatewayMeterTag.EVENT.of((dot >= 0) ? place.substring(0, dot) : place),
						GatewayMeterTag.PATH.of(place.substring(dot + 1))),
				this.decoder, (decoder) -> decoder.mistypedValues(place));
	}

}
