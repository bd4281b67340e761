package io.github.discordgateway.actuate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayNode;
import io.github.discordgateway.ShardId;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How the shards are shared among processes. It is out of service while it is not known
 * who runs what, while nobody runs some of the shards, and while other processes divide
 * the bot's guilds by another number of shards.
 */
final class CoordinationHealthIndicator implements HealthIndicator {

	private static final int MAX_NAMED = 20;

	private final Gateway gateway;

	CoordinationHealthIndicator(Gateway gateway) {
		this.gateway = gateway;
	}

	@Override
	public Health health() {
		CoordinationSnapshot coordination = this.gateway.coordination();
		return (coordination != null) ? health(coordination) : Health.unknown().build();
	}

	static Health health(CoordinationSnapshot coordination) {
		Health.Builder health = Health.up();
		GatewayNode self = coordination.self();
		Set<Integer> others = new TreeSet<>();
		if (self != null) {
			coordination.nodes()
				.stream()
				.map(GatewayNode::total)
				.filter((total) -> total != self.total())
				.forEach(others::add);
		}
		String problem = coordination.problem();
		if (problem != null) {
			health.outOfService().withDetail("problem", problem);
		}
		else if (self != null && !others.isEmpty()) {
			health.outOfService()
				.withDetail("problem",
						"this node divides the bot's guilds by " + self.total() + " shards, and others by " + others
								+ ": set the same discord.gateway.sharding.total on all of them");
		}
		else if (!coordination.unowned().isEmpty()) {
			health.outOfService().withDetail("problem", "nobody runs some of the shards");
		}
		health.withDetail("node", coordination.node()).withDetail("nodes", coordination.nodes().size());
		name(health, "unowned", coordination.unowned());
		name(health, "inDoubt", coordination.inDoubt());
		return health.build();
	}

	private static void name(Health.Builder health, String key, List<ShardId> shards) {
		if (!shards.isEmpty()) {
			health.withDetail(key, shards.size())
				.withDetail(key + "Shards", shards.stream().limit(MAX_NAMED).map(ShardId::number).toList());
		}
	}

}
