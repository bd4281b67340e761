package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayNode;
import io.github.discordgateway.RequestRateLimitedException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.actuate.DiscordGatewayEndpoint;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.SoundboardSounds;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.simulator.SimulatedGuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;

import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that share the shards of a bot through Redis, and stop in good order.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RedisCoordinationTests {

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private static final String INTENTS = "discord.gateway.intents=guilds,guild-messages,guild-members";

	private final SharedShards shared = new SharedShards(EmbeddedRedis.shared());

	@AfterEach
	void close() {
		this.shared.close();
	}

	@Test
	@DisplayName("D3 D4 a node that joins is handed over its share, one that stops hands over all: no IDENTIFY, nothing missing, nothing twice, in order")
	void joinsAndStops() throws Exception {
		ConfigurableApplicationContext first = this.shared.node("first");
		SharedShards.awaitShards(first, SharedShards.TOTAL);
		this.shared.startTraffic();
		this.shared.awaitTraffic(50);
		ConfigurableApplicationContext second = this.shared.node("second");
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		ConfigurableApplicationContext third = this.shared.node("third");
		SharedShards.eventually()
			.until(() -> SharedShards.runs(first, 2) && SharedShards.runs(second, 2) && SharedShards.runs(third, 2));
		this.shared.awaitTraffic(50);
		assertThat(numbers(first, second, third)).hasSize(SharedShards.TOTAL);
		first.close();
		SharedShards.eventually().until(() -> SharedShards.runs(second, 3) && SharedShards.runs(third, 3));
		second.close();
		SharedShards.awaitShards(third, SharedShards.TOTAL);
		this.shared.awaitTraffic(50);
		this.shared.stopTraffic();
		assertThat(this.shared.duplicates()).as("events that came twice").isZero();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
		assertThat(this.shared.closeCodes).as("codes that keep the session").containsOnly(4000);
	}

	private static Set<Integer> numbers(ConfigurableApplicationContext... nodes) {
		Set<Integer> numbers = new HashSet<>();
		for (ConfigurableApplicationContext node : nodes) {
			SharedShards.gateway(node)
				.shards()
				.forEach((shard) -> assertThat(numbers.add(shard.id().number())).as("%s runs once", shard.id())
					.isTrue());
		}
		return numbers;
	}

	@Test
	@DisplayName("D4 a bot that is stopped as a whole resumes with the next start, and spends no IDENTIFY")
	void startsAgain() throws Exception {
		ConfigurableApplicationContext first = this.shared.node("first");
		SharedShards.awaitShards(first, SharedShards.TOTAL);
		this.shared.startTraffic();
		this.shared.awaitTraffic(50);
		first.close();
		ConfigurableApplicationContext next = this.shared.node("next");
		SharedShards.awaitShards(next, SharedShards.TOTAL);
		this.shared.stopTraffic();
		assertThat(this.shared.duplicates()).isZero();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
	}

	@Test
	@DisplayName("D10 D15 each node knows all nodes, and who runs what")
	void knowsTheOthers() {
		ConfigurableApplicationContext first = this.shared.node("first");
		ConfigurableApplicationContext second = this.shared.node("second");
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		for (ConfigurableApplicationContext node : List.of(first, second)) {
			Gateway gateway = SharedShards.gateway(node);
			SharedShards.eventually()
				.untilAsserted(() -> assertThat(gateway.coordination().nodes()).hasSize(2)
					.allSatisfy((known) -> assertThat(known.shards()).hasSize(3)));
			CoordinationSnapshot known = gateway.coordination();
			assertThat(known.problem()).isNull();
			assertThat(known.unowned()).isEmpty();
			assertThat(known.inDoubt()).isEmpty();
			assertThat(known.self().shards())
				.containsExactlyElementsOf(gateway.shards().stream().map((shard) -> shard.id().number()).toList());
			assertThat(known.nodes()).extracting(GatewayNode::host).doesNotContain("");
			for (int shard = 0; shard < SharedShards.TOTAL; shard++) {
				assertThat(known.nodeOf(new ShardId(shard, SharedShards.TOTAL))).isNotNull();
			}
		}
	}

	@Test
	@DisplayName("D10 health and meters tell of the nodes, and health of those with another total")
	void healthAndMeters() {
		ConfigurableApplicationContext first = this.shared.node("first");
		SharedShards.awaitShards(first, SharedShards.TOTAL);
		SharedShards.eventually()
			.untilAsserted(() -> assertThat(SharedShards.coordinationHealth(first).getStatus()).isEqualTo(Status.UP));
		assertThat(SharedShards.coordinationHealth(first).getDetails()).containsEntry("nodes", 1);
		assertThat(SharedShards.gauge(first, GatewayMeters.NODES)).isEqualTo(1);
		assertThat(SharedShards.gauge(first, GatewayMeters.SHARDS_UNOWNED)).isZero();
		assertThat(SharedShards.gauge(first, GatewayMeters.SHARDS_IN_DOUBT)).isZero();
		assertThat(first.getBean(DiscordGatewayEndpoint.class).gateway().coordination().nodes()).hasSize(1);
		ConfigurableApplicationContext another = this.shared.node("another", "discord.gateway.sharding.total=2");
		SharedShards.awaitShards(another, 2);
		SharedShards.eventually()
			.untilAsserted(() -> assertThat(SharedShards.coordinationHealth(first).getDetails().get("problem"))
				.isEqualTo("this node divides the bot's guilds by 6 shards, and others by [2]: set the same "
						+ "discord.gateway.sharding.total on all of them"));
		assertThat(SharedShards.coordinationHealth(first).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(SharedShards.runs(first, SharedShards.TOTAL)).as("D9 other totals share nothing").isTrue();
	}

	@Test
	@DisplayName("D8 in Redis each key bears the prefix and the bot's id, lives for a limited time, and none holds the token")
	void keys() {
		ConfigurableApplicationContext node = this.shared.node("first");
		SharedShards.awaitShards(node, SharedShards.TOTAL);
		this.shared.startTraffic();
		this.shared.awaitTraffic(50);
		StringRedisTemplate redis = node.getBean(StringRedisTemplate.class);
		SharedShards.eventually().until(() -> redis.hasKey(key(redis, ":sessions")));
		Set<String> keys = redis.keys(this.shared.prefix + "*");
		assertThat(keys).hasSizeGreaterThan(5)
			.allSatisfy((key) -> assertThat(key).matches(".*:\\{\\d+}:.*"))
			.allSatisfy((key) -> assertThat(redis.getExpire(key, TimeUnit.MILLISECONDS)).as(key).isNotEqualTo(-1));
		String token = this.shared.simulator.token();
		assertThat(keys).noneMatch((key) -> key.contains(token));
		for (String key : keys) {
			String content = switch (redis.type(key)) {
				case STRING -> redis.opsForValue().get(key);
				case HASH -> redis.opsForHash().entries(key).toString();
				case SET -> String.valueOf(redis.opsForSet().members(key));
				case ZSET -> String.valueOf(redis.opsForZSet().range(key, 0, -1));
				default -> "";
			};
			assertThat(String.valueOf(content)).as(key).doesNotContain(token).doesNotContain(token.split("\\.")[2]);
		}
	}

	private String key(StringRedisTemplate redis, String suffix) {
		return redis.keys(this.shared.prefix + "*" + suffix).iterator().next();
	}

	@Test
	@DisplayName("D13 a command goes to the node that runs the guild's shard, also from a node that runs none")
	void commandsGoToTheOwner() {
		ConfigurableApplicationContext first = this.shared.node("first", "discord.gateway.sharding.total=1");
		SharedShards.awaitShards(first, 1);
		ConfigurableApplicationContext spare = this.shared.node("spare", "discord.gateway.sharding.total=1");
		Gateway gateway = SharedShards.gateway(spare);
		SharedShards.eventually().until(() -> gateway.coordination().isSpare());
		Snowflake guild = this.shared.guild(new ShardId(0, 1));
		gateway.updateVoiceState(UpdateVoiceState.leave(guild)).block(LIMIT);
		UpdateVoiceState sent = this.shared.simulator.expectCommand(UpdateVoiceState.class);
		assertThat(sent.guildId()).isEqualTo(guild);
		gateway.send(new RequestSoundboardSounds(List.of(guild))).block(LIMIT);
		assertThat(this.shared.simulator.expectCommand(RequestSoundboardSounds.class).guildIds())
			.containsExactly(guild);
	}

	@Test
	@DisplayName("D13 a command waits while nobody runs its shard, and is refused when its owner refuses it")
	void commandsWaitAndAreRefused() {
		ConfigurableApplicationContext first = this.shared.node("first", "discord.gateway.sharding.total=1");
		SharedShards.awaitShards(first, 1);
		ConfigurableApplicationContext spare = this.shared.node("spare", "discord.gateway.sharding.total=1");
		Gateway gateway = SharedShards.gateway(spare);
		SharedShards.eventually().until(() -> gateway.coordination().isSpare());
		Snowflake guild = this.shared.guild(new ShardId(0, 1));
		SharedShards.gateway(first).stopShard(0).block(LIMIT);
		StepVerifier.create(gateway.updateVoiceState(UpdateVoiceState.leave(guild)))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(CommandRejectedException.class).hasMessageContaining("0/1"))
			.verify(LIMIT);
		first.close();
		gateway.updateVoiceState(UpdateVoiceState.leave(guild)).block(LIMIT);
		assertThat(this.shared.simulator.expectCommand(UpdateVoiceState.class).guildId()).isEqualTo(guild);
	}

	@Test
	@DisplayName("D14 requests about guilds of other nodes are answered as streams, also on a node that runs no shard")
	void requestsGoToTheOwner() {
		this.shared.simulator.commands().chunkSize(1);
		ConfigurableApplicationContext first = this.shared.node("first", INTENTS);
		ConfigurableApplicationContext second = this.shared.node("second", INTENTS);
		SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
		for (ConfigurableApplicationContext node : List.of(first, second)) {
			answersAboutAllGuilds(SharedShards.gateway(node), SharedShards.TOTAL);
		}
	}

	@Test
	@DisplayName("D14 a node that runs no shard gets answers, and one that was asked too often waits as it would there")
	void requestsOfASpareNode() {
		ConfigurableApplicationContext first = this.shared.node("first", INTENTS, "discord.gateway.sharding.total=1");
		SharedShards.awaitShards(first, 1);
		ConfigurableApplicationContext spare = this.shared.node("spare", INTENTS, "discord.gateway.sharding.total=1");
		Gateway gateway = SharedShards.gateway(spare);
		SharedShards.eventually().until(() -> gateway.coordination().isSpare());
		answersAboutAllGuilds(gateway, 1);
		RequestGuildMembers request = members(this.shared.simulator.world().guilds(new ShardId(0, 1)).get(0));
		this.shared.simulator.commands().rateLimitNext(2, Duration.ofMillis(100));
		StepVerifier.create(gateway.requestGuildMembers(request))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(RequestRateLimitedException.class,
					(limited) -> assertThat(limited.retryAfter()).hasMillis(100)))
			.verify(LIMIT);
		StepVerifier.create(gateway.guildMembers(request).count())
			.assertNext((count) -> assertThat(count).isPositive())
			.expectComplete()
			.verify(LIMIT);
	}

	private void answersAboutAllGuilds(Gateway gateway, int total) {
		List<Snowflake> guilds = new ArrayList<>();
		for (int shard = 0; shard < total; shard++) {
			SimulatedGuild guild = this.shared.simulator.world().guilds(new ShardId(shard, total)).get(0);
			guilds.add(guild.id());
			StepVerifier.create(gateway.guildMembers(members(guild)).map((member) -> member.user().id()).collectList())
				.assertNext((members) -> assertThat(members)
					.containsExactlyElementsOf(guild.members().stream().map(SimulatedGuild.Member::userId).toList()))
				.expectComplete()
				.verify(LIMIT);
			StepVerifier
				.create(gateway
					.requestChannelInfo(RequestChannelInfo.of(guild.id(), RequestChannelInfo.Field.VOICE_START_TIME)))
				.assertNext((info) -> assertThat(info.guildId()).isEqualTo(guild.id()))
				.expectComplete()
				.verify(LIMIT);
		}
		StepVerifier
			.create(gateway.requestSoundboardSounds(new RequestSoundboardSounds(guilds))
				.map(SoundboardSounds::guildId)
				.collectList())
			.assertNext((answered) -> assertThat(answered).containsExactlyInAnyOrderElementsOf(guilds))
			.expectComplete()
			.verify(LIMIT);
	}

	/** By their ids, since for all of them a bot may ask once in 30 s. */
	private static RequestGuildMembers members(SimulatedGuild guild) {
		return RequestGuildMembers.byIds(guild.id(),
				guild.members().stream().map(SimulatedGuild.Member::userId).toList());
	}

	@Test
	@DisplayName("D9 the number of shards is not changed at run time, and the refusal says what to do instead")
	void refusesToReshard() {
		ConfigurableApplicationContext node = this.shared.node("first");
		SharedShards.awaitShards(node, SharedShards.TOTAL);
		StepVerifier.create(SharedShards.gateway(node).reshard(12))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("discord.gateway.sharding.total=12"))
			.verify(LIMIT);
		assertThat(SharedShards.runs(node, SharedShards.TOTAL)).isTrue();
	}

}
