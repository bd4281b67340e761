package io.github.discordgateway.actuate.metrics;

import io.github.discordgateway.RelayStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the events that go to a broker.
 */
public final class RelayMetrics implements MeterBinder {

	private final RelayStatistics relay;

	/**
	 * Measures a relay.
	 * @param relay the relay
	 */
	public RelayMetrics(RelayStatistics relay) {
		this.relay = relay;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		GatewayMeters.RELAY_RELAYED.counter(registry, Tags.empty(), this.relay, RelayStatistics::relayed);
		GatewayMeters.RELAY_SKIPPED.counter(registry, Tags.empty(), this.relay, RelayStatistics::skipped);
		GatewayMeters.RELAY_FAILED.counter(registry, Tags.empty(), this.relay, RelayStatistics::failed);
		GatewayMeters.RELAY_WAITING.gauge(registry, Tags.empty(), this.relay, RelayStatistics::waiting);
	}

}
