package io.github.discordgateway.actuate;

import io.github.discordgateway.cluster.GatewayCluster;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the sessions.
 * <ul>
 * <li>{@code discord.gateway.sessions.lost}: sessions that could not be resumed, so that
 * events may be missing</li>
 * </ul>
 */
public final class SessionMetrics implements MeterBinder {

	private final GatewayCluster cluster;

	/**
	 * Measures a cluster.
	 * @param cluster the cluster
	 */
	public SessionMetrics(GatewayCluster cluster) {
		this.cluster = cluster;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		FunctionCounter.builder("discord.gateway.sessions.lost", this.cluster, GatewayCluster::sessionsLost)
			.description("Sessions that could not be resumed, so that events may be missing")
			.baseUnit("sessions")
			.register(registry);
	}

}
