package io.github.discordgateway.actuate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of one shard, judged from evidence: it is up when it is ready and something
 * came from the server lately, be it an event or the answer to a heartbeat.
 */
final class ShardHealthIndicator implements HealthIndicator {

	/**
	 * Evidence may be older than the heartbeat interval by this part of it, since the
	 * answer to a heartbeat always comes a little later than a whole interval after the
	 * last one.
	 */
	private static final int TOLERATED_PART = 8;

	private final GatewayShard shard;

	ShardHealthIndicator(GatewayShard shard) {
		this.shard = shard;
	}

	@Override
	public Health health() {
		return health(this.shard.snapshot());
	}

	static Health health(ShardSnapshot snapshot) {
		Health.Builder health = new Health.Builder();
		judge(snapshot, health);
		health.withDetail("state", snapshot.state().name().toLowerCase(Locale.ROOT));
		detail(health, "sessionAge", snapshot.sessionAge(), ChronoUnit.SECONDS);
		ShardSnapshot.Connection connection = snapshot.connection();
		if (connection != null) {
			detail(health, "heartbeatInterval", connection.heartbeatInterval(), ChronoUnit.MILLIS);
			Duration latency = connection.latency();
			if (latency != null) {
				health.withDetail("heartbeatLatency", String.format(Locale.ROOT, "%.1fms", latency.toNanos() / 1e6));
			}
			detail(health, "sinceLastAck", connection.lastAck(), ChronoUnit.MILLIS);
			detail(health, "sinceLastEvent", connection.lastEvent(), ChronoUnit.MILLIS);
		}
		health.withDetail("reconnects", snapshot.reconnects());
		if (snapshot.problem() != null) {
			health.withDetail("problem", snapshot.problem());
		}
		if (snapshot.readingPaused()) {
			health.withDetail("readingPaused", "listeners are behind: the shard reads on when they have caught up");
		}
		if (snapshot.lastDisconnect() != null) {
			health.withDetail("lastDisconnect", snapshot.lastDisconnect().description());
		}
		return health.build();
	}

	private static void judge(ShardSnapshot snapshot, Health.Builder health) {
		Integer fatal = snapshot.fatalCloseCode();
		if (fatal != null) {
			health.down().withDetail("closeCode", fatal);
			CloseCode code = CloseCode.of(fatal);
			if (code != null && code.remedy() != null) {
				health.withDetail("problem", code.description()).withDetail("remedy", code.remedy());
			}
			return;
		}
		IdentifyRefusal refusal = snapshot.identifyRefusal();
		if (refusal != null) {
			health.down().withDetail("problem", refusal.problem()).withDetail("remedy", refusal.remedy());
			return;
		}
		ShardSnapshot.Connection connection = snapshot.connection();
		if (snapshot.state() != ShardState.READY || connection == null) {
			health.outOfService();
			return;
		}
		if (!snapshot.readingPaused() && connection.lastEvidence().compareTo(evidenceLimit(connection)) > 0) {
			health.down()
				.withDetail("problem", "neither an event nor an answer to a heartbeat within the heartbeat interval");
		}
		else {
			health.up();
		}
	}

	/** How old the last evidence may be. */
	static Duration evidenceLimit(ShardSnapshot.Connection connection) {
		Duration interval = connection.heartbeatInterval();
		return interval.plus(interval.dividedBy(TOLERATED_PART));
	}

	private static void detail(Health.Builder health, String name, @Nullable Duration value, ChronoUnit unit) {
		if (value != null) {
			health.withDetail(name, DurationStyle.SIMPLE.print(value, unit));
		}
	}

}
