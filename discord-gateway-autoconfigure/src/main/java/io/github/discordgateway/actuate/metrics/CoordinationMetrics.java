package io.github.discordgateway.actuate.metrics;

import java.util.function.ToIntFunction;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The meters of shards that several processes share.
 */
public final class CoordinationMetrics implements MeterBinder {

	private final Gateway gateway;

	/**
	 * Measures the gateway.
	 * @param gateway knows how the shards are shared
	 */
	public CoordinationMetrics(Gateway gateway) {
		this.gateway = gateway;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, GatewayMeters.NODES, (snapshot) -> snapshot.nodes().size());
		gauge(registry, GatewayMeters.SHARDS_UNOWNED, (snapshot) -> snapshot.unowned().size());
		gauge(registry, GatewayMeters.SHARDS_IN_DOUBT, (snapshot) -> snapshot.inDoubt().size());
	}

	private void gauge(MeterRegistry registry, GatewayMeters meter, ToIntFunction<CoordinationSnapshot> figure) {
		meter.gauge(registry, Tags.empty(), this.gateway, (measured) -> {
			CoordinationSnapshot snapshot = measured.coordination();
			return (snapshot != null) ? figure.applyAsInt(snapshot) : Double.NaN;
		});
	}

}
