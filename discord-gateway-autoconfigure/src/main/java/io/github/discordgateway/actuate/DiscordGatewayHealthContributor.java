package io.github.discordgateway.actuate;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.GatewaySnapshot;
import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.listener.DispatchStatistics;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of the gateway: a component for each shard, or one for all when there are
 * many; one for the start as long as there are no shards; one for the listeners; one for
 * the permits to identify when their queue tells of them; one for the coordination with
 * other processes when there is any; and one for what goes to a broker, or comes from
 * there. A worker has no shards and needs no permits.
 */
public final class DiscordGatewayHealthContributor implements CompositeHealthContributor {

	private static final String STARTUP = "startup";

	static final String SHARD_PREFIX = "shard-";

	private static final Pattern SHARD = Pattern.compile(SHARD_PREFIX + "\\d{1,9}");

	private static final String SHARDS = "shards";

	private static final String LISTENERS = "listeners";

	private static final String IDENTIFY = "identify";

	private static final String RELAY = "relay";

	private static final String WORKER = "worker";

	private static final String COORDINATION = "coordination";

	private final Gateway gateway;

	private final IdentifyQueue identifyQueue;

	private final DispatchStatistics dispatch;

	private final @Nullable RelayStatistics relay;

	private final @Nullable WorkerStatistics worker;

	private final int maxShards;

	/**
	 * Watches the gateway.
	 * @param gateway knows the shards
	 * @param identifyQueue knows what is left of the day's identifies
	 * @param dispatch knows the listeners
	 * @param relay knows what goes to a broker; {@code null} when nothing does
	 * @param worker knows what comes from a broker; {@code null} when nothing does
	 * @param maxShards how many shards may have a component each; more of them share one
	 */
	public DiscordGatewayHealthContributor(Gateway gateway, IdentifyQueue identifyQueue, DispatchStatistics dispatch,
			@Nullable RelayStatistics relay, @Nullable WorkerStatistics worker, int maxShards) {
		this.gateway = gateway;
		this.identifyQueue = identifyQueue;
		this.dispatch = dispatch;
		this.relay = relay;
		this.worker = worker;
		this.maxShards = maxShards;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return stream().filter((entry) -> entry.name().equals(name))
			.map(HealthContributors.Entry::contributor)
			.findFirst()
			.orElseGet(() -> expected(name));
	}

	/** A health group may name a shard before there are any. */
	private @Nullable HealthContributor expected(String name) {
		boolean early = SHARD.matcher(name).matches() && this.gateway.shards().isEmpty();
		return early ? new StartupHealthIndicator() : null;
	}

	@Override
	public Stream<HealthContributors.Entry> stream() {
		HealthContributors.Entry listeners = new HealthContributors.Entry(LISTENERS,
				new ListenersHealthIndicator(this.dispatch, Clock.systemUTC()));
		return Stream.of(coordinationEntry(), identifyEntry(), Stream.of(listeners), relayEntries(), shardEntries())
			.flatMap((entries) -> entries);
	}

	private boolean runsShards() {
		return this.worker == null || this.relay != null;
	}

	private Stream<HealthContributors.Entry> relayEntries() {
		Stream.Builder<HealthContributors.Entry> entries = Stream.builder();
		if (this.relay != null) {
			entries.add(new HealthContributors.Entry(RELAY, new RelayHealthIndicator(this.relay)));
		}
		if (this.worker != null) {
			entries.add(new HealthContributors.Entry(WORKER, new WorkerHealthIndicator(this.worker)));
		}
		return entries.build();
	}

	private Stream<HealthContributors.Entry> coordinationEntry() {
		return (this.gateway.coordination() != null)
				? Stream.of(new HealthContributors.Entry(COORDINATION, new CoordinationHealthIndicator(this.gateway)))
				: Stream.empty();
	}

	private Stream<HealthContributors.Entry> identifyEntry() {
		IdentifyBudget budget = this.identifyQueue.budget();
		return (budget != null && runsShards())
				? Stream.of(new HealthContributors.Entry(IDENTIFY, new IdentifyHealthIndicator(this.identifyQueue)))
				: Stream.empty();
	}

	private Stream<HealthContributors.Entry> shardEntries() {
		if (!runsShards()) {
			return Stream.empty();
		}
		List<GatewayShard> shards = this.gateway.shards();
		if (shards.isEmpty()) {
			return Stream.of(new HealthContributors.Entry(STARTUP, new StartupHealthIndicator()));
		}
		if (shards.size() > this.maxShards) {
			return Stream.of(new HealthContributors.Entry(SHARDS, new ShardsHealthIndicator(this.gateway)));
		}
		return shards.stream()
			.map((shard) -> new HealthContributors.Entry(SHARD_PREFIX + shard.id().number(),
					new ShardHealthIndicator(shard)));
	}

	/** There are no shards yet: it is not started, or Discord has not said how many. */
	private final class StartupHealthIndicator implements HealthIndicator {

		@Override
		public Health health() {
			GatewaySnapshot snapshot = DiscordGatewayHealthContributor.this.gateway.snapshot();
			if (!snapshot.running()) {
				return Health.unknown().withDetail("state", "not started").build();
			}
			String problem = snapshot.problem();
			CoordinationSnapshot coordination = DiscordGatewayHealthContributor.this.gateway.coordination();
			if (coordination != null && coordination.isSpare()) {
				return Health.up().withDetail("state", "no shard is to run here: other nodes run all of them").build();
			}
			return (problem != null) ? Health.down().withDetail("problem", problem).build()
					: Health.outOfService().withDetail("state", "asking Discord where to connect").build();
		}

	}

}
