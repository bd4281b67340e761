package io.github.discordgateway.actuate;

import java.util.List;
import java.util.stream.Stream;

import io.github.discordgateway.cluster.GatewayCluster;
import io.github.discordgateway.shard.GatewayShard;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of the gateway: a component for each shard, and one for the start as long as
 * there are no shards.
 */
public final class DiscordGatewayHealthContributor implements CompositeHealthContributor {

	private static final String STARTUP = "startup";

	private static final String SHARD_PREFIX = "shard-";

	private final GatewayCluster cluster;

	/**
	 * Watches a cluster.
	 * @param cluster knows the shards
	 */
	public DiscordGatewayHealthContributor(GatewayCluster cluster) {
		this.cluster = cluster;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return stream().filter((entry) -> entry.name().equals(name))
			.map(HealthContributors.Entry::contributor)
			.findFirst()
			.orElse(null);
	}

	@Override
	public Stream<HealthContributors.Entry> stream() {
		List<GatewayShard> shards = this.cluster.shards();
		if (shards.isEmpty()) {
			return Stream.of(new HealthContributors.Entry(STARTUP, new StartupHealthIndicator()));
		}
		return shards.stream()
			.map((shard) -> new HealthContributors.Entry(SHARD_PREFIX + shard.id().id(),
					new ShardHealthIndicator(shard)));
	}

	/** There are no shards yet: Discord has not said how many. */
	private final class StartupHealthIndicator implements HealthIndicator {

		@Override
		public Health health() {
			String problem = DiscordGatewayHealthContributor.this.cluster.problem();
			return (problem != null) ? Health.down().withDetail("problem", problem).build()
					: Health.outOfService().withDetail("state", "asking Discord where to connect").build();
		}

	}

}
