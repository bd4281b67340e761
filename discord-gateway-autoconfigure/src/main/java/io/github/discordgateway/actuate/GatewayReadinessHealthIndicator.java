package io.github.discordgateway.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.WorkerStatistics;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the application may be called ready: when all its shards have been ready and
 * none has been without a connection for too long. It is more patient than the health of
 * the shards, since Discord asks each of them to reconnect now and then, which is no
 * reason to take an application out of service.
 */
public final class GatewayReadinessHealthIndicator implements HealthIndicator {

	private static final int MAX_NAMED = 20;

	private final Supplier<@Nullable Gateway> gateway;

	private final @Nullable RelayStatistics relay;

	private final @Nullable WorkerStatistics worker;

	private final Duration tolerance;

	private final Clock clock;

	/**
	 * Watches the gateway.
	 * @param gateway knows the shards; {@code null} when the application runs none, which
	 * says nothing about whether it is ready
	 * @param relay knows whether a broker takes the events; {@code null} when none has to
	 * @param worker knows whether events come from a broker; {@code null} when none do
	 * @param tolerance for how long a shard that was ready may be without a connection
	 * @param clock the wall clock
	 */
	public GatewayReadinessHealthIndicator(Supplier<@Nullable Gateway> gateway, @Nullable RelayStatistics relay,
			@Nullable WorkerStatistics worker, Duration tolerance, Clock clock) {
		this.gateway = gateway;
		this.relay = relay;
		this.worker = worker;
		this.tolerance = tolerance;
		this.clock = clock;
	}

	@Override
	public Health health() {
		Gateway watched = this.gateway.get();
		if (watched == null) {
			return Health.unknown().build();
		}
		String problem = (this.relay != null) ? this.relay.problem() : null;
		if (problem == null && this.worker != null) {
			problem = this.worker.problem();
		}
		if (problem != null) {
			return Health.outOfService().withDetail("problem", problem).build();
		}
		List<GatewayShard> shards = watched.shards();
		if (shards.isEmpty() && this.worker != null && this.relay == null) {
			return Health.up().build();
		}
		CoordinationSnapshot coordination = watched.coordination();
		if (shards.isEmpty() && coordination != null && coordination.isSpare()) {
			return Health.up().build();
		}
		if (shards.isEmpty()) {
			return Health.outOfService().withDetail("problem", "there are no shards yet").build();
		}
		Instant now = this.clock.instant();
		List<Integer> missing = shards.stream()
			.filter((shard) -> !isReady(shard, now))
			.map((shard) -> shard.id().number())
			.toList();
		if (missing.isEmpty()) {
			return Health.up().build();
		}
		return Health.outOfService()
			.withDetail("notReady", missing.size())
			.withDetail("shards", missing.stream().limit(MAX_NAMED).toList())
			.build();
	}

	private boolean isReady(GatewayShard shard, Instant now) {
		ShardSnapshot snapshot = shard.snapshot();
		if (ShardHealthIndicator.health(snapshot).getStatus().equals(Status.UP)) {
			return true;
		}
		if (snapshot.fatalCloseCode() != null || snapshot.identifyRefusal() != null) {
			return false;
		}
		ShardSnapshot.Connection connection = snapshot.connection();
		Instant lost = shard.statistics().connections().lostAt();
		if (lost != null) {
			return Duration.between(lost, now).compareTo(this.tolerance) < 0;
		}
		// Ready by its own account, but it hears nothing.
		return snapshot.state() == ShardState.READY && connection != null && connection.lastEvidence()
			.compareTo(ShardHealthIndicator.evidenceLimit(connection).plus(this.tolerance)) < 0;
	}

}
