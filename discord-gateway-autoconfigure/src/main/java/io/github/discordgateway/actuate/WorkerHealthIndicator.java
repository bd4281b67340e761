package io.github.discordgateway.actuate;

import io.github.discordgateway.WorkerStatistics;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether events come from the broker.
 */
final class WorkerHealthIndicator implements HealthIndicator {

	private final WorkerStatistics worker;

	WorkerHealthIndicator(WorkerStatistics worker) {
		this.worker = worker;
	}

	@Override
	public Health health() {
		String problem = this.worker.problem();
		Health.Builder health = (problem != null) ? Health.down().withDetail("problem", problem) : Health.up();
		return health.withDetail("partitions", this.worker.lag().keySet())
			.withDetail("lag", this.worker.lag().values().stream().mapToLong(Long::longValue).sum())
			.withDetail("received", this.worker.received())
			.withDetail("waiting", this.worker.waiting())
			.build();
	}

}
