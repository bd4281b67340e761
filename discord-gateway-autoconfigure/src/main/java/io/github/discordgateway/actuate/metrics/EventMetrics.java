package io.github.discordgateway.actuate.metrics;

import io.github.discordgateway.listener.DispatchStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The meters of the events, by name. Those of one name are there from its first event on.
 */
public final class EventMetrics implements MeterBinder {

	private final DispatchStatistics statistics;

	/**
	 * Measures the events.
	 * @param statistics knows the counts
	 */
	public EventMetrics(DispatchStatistics statistics) {
		this.statistics = statistics;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		GatewayMeters.EVENTS_UNKNOWN.counter(registry, Tags.empty(), this.statistics,
				(statistics) -> statistics.counts(DispatchStatistics.UNKNOWN).received());
		GatewayMeters.LANES_PENDING.gauge(registry, Tags.empty(), this.statistics, DispatchStatistics::lanes);
		GatewayMeters.LISTENERS_SLOW.gauge(registry, Tags.empty(), this.statistics,
				(statistics) -> statistics.slow().size());
		this.statistics.onFirst((name) -> bind(registry, name));
	}

	private void bind(MeterRegistry registry, String name) {
		Tags tags = Tags.of(GatewayMeterTag.EVENT.of(name));
		GatewayMeters.EVENTS_RECEIVED.counter(registry, tags, this.statistics,
				(statistics) -> statistics.counts(name).received());
		GatewayMeters.EVENTS_SKIPPED.counter(registry, tags, this.statistics,
				(statistics) -> statistics.counts(name).skipped());
		GatewayMeters.EVENTS_UNDECODABLE.counter(registry, tags, this.statistics,
				(statistics) -> statistics.counts(name).undecodable());
		GatewayMeters.EVENTS_HANDLED.counter(registry, tags, this.statistics,
				(statistics) -> statistics.counts(name).handled());
		GatewayMeters.EVENTS_FAILED.counter(registry, tags, this.statistics,
				(statistics) -> statistics.counts(name).failed());
		GatewayMeters.EVENTS_SHED.counter(registry, tags, this.statistics,
				(statistics) -> statistics.counts(name).shed());
	}

}
