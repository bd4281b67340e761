package io.github.discordgateway.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardSnapshot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The health of many shards on one page: how many are in each state, and which are not
 * up. It is as bad as the worst of them.
 */
final class ShardsHealthIndicator implements HealthIndicator {

	/** How many shards that are not up are named. */
	static final int MAX_NAMED = 20;

	private final Gateway gateway;

	ShardsHealthIndicator(Gateway gateway) {
		this.gateway = gateway;
	}

	@Override
	public Health health() {
		return health(this.gateway.shards().stream().map(GatewayShard::snapshot).toList());
	}

	static Health health(List<ShardSnapshot> shards) {
		Map<String, Integer> states = new TreeMap<>();
		Map<String, Object> notUp = new LinkedHashMap<>();
		int unnamed = 0;
		boolean down = false;
		boolean outOfService = false;
		for (ShardSnapshot shard : shards) {
			states.merge(shard.state().label(), 1, Integer::sum);
			Health health = ShardHealthIndicator.health(shard);
			if (health.getStatus().equals(Status.UP)) {
				continue;
			}
			down |= health.getStatus().equals(Status.DOWN);
			outOfService |= health.getStatus().equals(Status.OUT_OF_SERVICE);
			if (notUp.size() < MAX_NAMED) {
				notUp.put(DiscordGatewayHealthContributor.SHARD_PREFIX + shard.id().number(), named(health));
			}
			else {
				unnamed++;
			}
		}
		Health.Builder health = down ? Health.down() : (outOfService ? Health.outOfService() : Health.up());
		health.withDetail("shards", shards.size()).withDetail("states", states);
		if (!notUp.isEmpty()) {
			health.withDetail("notUp", notUp);
		}
		if (unnamed > 0) {
			health.withDetail("furtherNotUp", unnamed);
		}
		return health.build();
	}

	private static Map<String, Object> named(Health health) {
		Map<String, Object> named = new LinkedHashMap<>();
		named.put("status", health.getStatus().getCode());
		named.putAll(health.getDetails());
		return named;
	}

}
