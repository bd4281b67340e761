package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayNode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.simulator.SimulatedGuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;

import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Processes with shards that share them through Redis, and workers that are fed through
 * Kafka: all of it together.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RedisRelayTests {

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private final KafkaBroker kafka = KafkaBroker.get();

	private final String topic = KafkaBroker.name("events");

	private final String group = KafkaBroker.name("workers");

	private final SharedShards shared = new SharedShards(EmbeddedRedis.shared());

	@AfterEach
	void close() {
		this.shared.close();
	}

	private ConfigurableApplicationContext node(String name, String role, String... more) {
		List<String> properties = new ArrayList<>(List.of("discord.gateway.role=" + role, "discord.gateway.relay=kafka",
				"discord.gateway.relay.topic=" + this.topic, "discord.gateway.relay.group=" + this.group,
				"discord.gateway.relay.partitions=4", "spring.kafka.bootstrap-servers=" + this.kafka.address(),
				"discord.gateway.intents=guilds,guild-messages,guild-members"));
		properties.addAll(List.of(more));
		return this.shared.node(name, properties.toArray(String[]::new));
	}

	@Test
	@DisplayName("D13 D14 D24 two gateways share the shards, two workers the events; commands and requests of a worker go to the shard's owner")
	void allTogether() throws Exception {
		ConfigurableApplicationContext first = node("first", "gateway");
		SharedShards.awaitShards(first, SharedShards.TOTAL);
		ConfigurableApplicationContext worker = node("worker", "worker");
		ConfigurableApplicationContext another = node("another", "worker");
		this.shared.startTraffic();
		this.shared.awaitTraffic(50);
		ConfigurableApplicationContext second = node("second", "gateway");
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		this.shared.awaitTraffic(50);
		Gateway gateway = SharedShards.gateway(worker);
		assertThat(gateway.shards()).isEmpty();
		for (int shard = 0; shard < SharedShards.TOTAL; shard++) {
			SimulatedGuild guild = this.shared.simulator.world().guilds(new ShardId(shard, SharedShards.TOTAL)).get(0);
			gateway.updateVoiceState(UpdateVoiceState.leave(guild.id())).block(LIMIT);
			assertThat(this.shared.simulator.expectCommand(UpdateVoiceState.class).guildId()).isEqualTo(guild.id());
			StepVerifier.create(gateway.guildMembers(RequestGuildMembers.all(guild.id())).count())
				.assertNext((count) -> assertThat(count).isEqualTo(guild.members().size()))
				.expectComplete()
				.verify(LIMIT);
		}
		first.close();
		SharedShards.awaitShards(second, SharedShards.TOTAL);
		Snowflake moved = this.shared.guild(new ShardId(0, SharedShards.TOTAL));
		gateway.updateVoiceState(UpdateVoiceState.leave(moved)).block(LIMIT);
		assertThat(this.shared.simulator.expectCommand(UpdateVoiceState.class).guildId()).isEqualTo(moved);
		another.close();
		this.shared.awaitTraffic(50);
		this.shared.stopTraffic();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
	}

	@Test
	@DisplayName("D10 D15 a worker knows who runs what, and is no node itself; a presence is not its to show")
	void knowsTheNodes() {
		ConfigurableApplicationContext first = node("first", "gateway");
		SharedShards.awaitShards(first, SharedShards.TOTAL);
		ConfigurableApplicationContext worker = node("worker", "worker");
		Gateway gateway = SharedShards.gateway(worker);
		SharedShards.eventually().until(() -> gateway.coordination().problem() == null);
		SharedShards.eventually().until(() -> gateway.coordination().unowned().isEmpty());
		CoordinationSnapshot known = gateway.coordination();
		assertThat(known.self()).isNull();
		assertThat(known.nodes()).singleElement()
			.satisfies((node) -> assertThat(node.shards()).hasSize(SharedShards.TOTAL))
			.extracting(GatewayNode::id)
			.isEqualTo(SharedShards.gateway(first).coordination().node());
		assertThat(SharedShards.coordinationHealth(worker).getStatus()).isEqualTo(Status.UP);
		StepVerifier.create(gateway.updatePresence(UpdatePresence.of(UpdatePresence.Status.IDLE)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(CommandRejectedException.class)
				.hasMessageContaining("presence"))
			.verify(LIMIT);
		first.close();
		SharedShards.eventually().until(() -> gateway.coordination().nodes().isEmpty());
		StepVerifier
			.create(gateway
				.updateVoiceState(UpdateVoiceState.leave(this.shared.guild(new ShardId(0, SharedShards.TOTAL)))))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(CommandRejectedException.class)
				.hasMessageContaining("no process that runs shards"))
			.verify(LIMIT);
	}

	@Test
	@DisplayName("D8 a worker that shares commands needs the token, and its start says so")
	void needsTheToken() {
		assertThatThrownBy(() -> node("worker", "worker", "discord.gateway.token="))
			.hasRootCauseInstanceOf(InvalidTokenException.class);
	}

}
