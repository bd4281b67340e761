package io.github.discordgateway.actuate;

import io.github.discordgateway.RelayStatistics;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the broker takes the events of the shards.
 */
final class RelayHealthIndicator implements HealthIndicator {

	private final RelayStatistics relay;

	RelayHealthIndicator(RelayStatistics relay) {
		this.relay = relay;
	}

	@Override
	public Health health() {
		String problem = this.relay.problem();
		Health.Builder health = (problem != null) ? Health.down().withDetail("problem", problem) : Health.up();
		return health.withDetail("relayed", this.relay.relayed())
			.withDetail("waiting", this.relay.waiting())
			.withDetail("failed", this.relay.failed())
			.build();
	}

}
