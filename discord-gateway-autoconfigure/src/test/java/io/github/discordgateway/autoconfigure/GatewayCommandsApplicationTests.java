package io.github.discordgateway.autoconfigure;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.RequestOverflowException;
import io.github.discordgateway.RequestRateLimitedException;
import io.github.discordgateway.RequestTimeoutException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.UnansweredRequestException;
import io.github.discordgateway.WhenRateLimited;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GuildMembersChunk;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.MessageEvent;
import io.github.discordgateway.event.SoundboardSounds;
import io.github.discordgateway.event.VoiceServerUpdate;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.github.discordgateway.simulator.SimulatedGuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * What an application sends and asks, and the events that it streams, on a simulator.
 */
class GatewayCommandsApplicationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private GatewaySimulator simulator;

	private ConfigurableApplicationContext context;

	private Gateway gateway;

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
		if (this.simulator != null) {
			this.simulator.close();
		}
	}

	private void simulate(GatewaySimulatorBuilder builder) {
		this.simulator = builder.identifyWindow(Duration.ZERO).maxConcurrency(2).build();
		this.simulator.start();
	}

	private void run(Class<?> bot, String... more) {
		Map<String, String> arguments = new LinkedHashMap<>();
		Stream
			.concat(Stream.of("--discord.gateway.token=" + this.simulator.token(),
					"--discord.gateway.api-url=" + this.simulator.apiUrl(), "--discord.gateway.startup-timeout=20s",
					"--discord.gateway.intents=guilds,guild-messages,message-content,guild-members,guild-presences",
					"--discord.gateway.reconnect.initial-back-off=20ms",
					"--discord.gateway.reconnect.invalid-session-back-off=50ms"), Stream.of(more))
			.forEach((argument) -> arguments.put(argument.substring(0, argument.indexOf('=')), argument));
		this.context = new SpringApplicationBuilder(bot).web(WebApplicationType.NONE)
			.initializers(new QuickIdentify())
			.run(arguments.values().toArray(String[]::new));
		this.gateway = this.context.getBean(Gateway.class);
		await().until(() -> !this.gateway.shards().isEmpty()
				&& this.gateway.shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
	}

	private SimulatedGuild guild(int shard, int total) {
		return this.simulator.world().guilds(new ShardId(shard, total)).get(0);
	}

	private static String message(Snowflake guild, String content) {
		return """
				{"id":"1","channel_id":"2","guild_id":"%s","content":"%s","author":{"id":"4","username":"a"}}"""
			.formatted(guild, content);
	}

	private List<ReceivedFrame> received(int shard, Opcode opcode) {
		return this.simulator.connection(shard).receivedFrames(opcode);
	}

	@Test
	@DisplayName("C34 A listener that waits for the answer in its own lane, on the only thread, gets it")
	void aListenerWaitsForTheAnswer() {
		simulate(GatewaySimulator.builder().guildsPerShard(1).membersPerGuild(24));
		this.simulator.commands().chunkSize(10);
		run(AskingBot.class, "--discord.gateway.dispatch.concurrency=1");
		AskingBot bot = this.context.getBean(AskingBot.class);
		Snowflake guild = guild(0, 1).id();
		this.simulator.dispatch("MESSAGE_CREATE", message(guild, "who is here?"));
		await().until(() -> bot.answers.size() == 1);
		assertThat(bot.answers.get(0)).isEqualTo(25);
		await()
			.untilAsserted(() -> assertThat(bot.chunks).as("listeners get the chunks, too").containsExactly(0, 1, 2));
	}

	@Test
	@DisplayName("C34 Members come without a listener for them, and count as handled; C15")
	void membersWithoutAListener() {
		simulate(GatewaySimulator.builder().guildsPerShard(1).membersPerGuild(2500));
		run(Silent.class);
		SimulatedGuild guild = guild(0, 1);
		StepVerifier
			.create(this.gateway
				.requestGuildMembers(RequestGuildMembers.builder(guild.id()).query("").limit(0).presences(true).build())
				.map((chunk) -> chunk.members().size() + " members, chunk " + chunk.chunkIndex()))
			.expectNext("1000 members, chunk 0", "1000 members, chunk 1", "501 members, chunk 2")
			.expectComplete()
			.verify(LIMIT);
		Snowflake wanted = guild.members().get(7).userId();
		StepVerifier
			.create(this.gateway.guildMembers(RequestGuildMembers.byIds(guild.id(), List.of(wanted, Snowflake.of(12)))))
			.assertNext((member) -> assertThat(member.user()).isNotNull()
				.satisfies((user) -> assertThat(user.id()).isEqualTo(wanted)))
			.expectComplete()
			.verify(LIMIT);
		long received = this.gateway.shard(0).snapshot().receivedSequence();
		this.simulator.connection(0).requestHeartbeat();
		await().until(() -> received(0, Opcode.HEARTBEAT),
				(frames) -> frames.stream().anyMatch((frame) -> frame.data().asLong() == received));
	}

	@Test
	@DisplayName("C34 Members come from a server that does not echo the nonce")
	void membersWithoutNonce() {
		simulate(GatewaySimulator.builder().guildsPerShard(2).membersPerGuild(24));
		this.simulator.commands().chunkSize(10);
		this.simulator.commands().echoNonce(false);
		run(Silent.class);
		List<SimulatedGuild> guilds = this.simulator.world().guilds(new ShardId(0, 1));
		StepVerifier
			.create(Mono.zip(this.gateway.guildMembers(RequestGuildMembers.all(guilds.get(0).id())).count(),
					this.gateway.guildMembers(RequestGuildMembers.all(guilds.get(1).id())).count()))
			.assertNext((counts) -> assertThat(counts.toList()).containsExactly(25L, 25L))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	@DisplayName("C34 A large guild for a slow subscriber is given up before it fills the memory; its shard goes on")
	void membersForASlowSubscriber() {
		simulate(GatewaySimulator.builder().guildsPerShard(1).membersPerGuild(2500));
		this.simulator.commands().chunkSize(10);
		run(AskingBot.class, "--discord.gateway.commands.max-pending-answers=20KB");
		AskingBot bot = this.context.getBean(AskingBot.class);
		SimulatedGuild guild = guild(0, 1);
		// The one that is asked for may be overtaken by the error.
		StepVerifier.create(this.gateway.guildMembers(RequestGuildMembers.all(guild.id())), 1)
			.thenConsumeWhile((member) -> true)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestOverflowException.class)
				.hasMessageContaining("of 251 chunks")
				.hasMessageContaining("20480 bytes"))
			.verify(LIMIT);
		await().untilAsserted(() -> assertThat(bot.chunks).as("listeners get all of them").hasSize(251));
	}

	@Test
	@DisplayName("C34 A missing chunk ends in a time-out, and the next request is not disturbed")
	void missingChunk() {
		simulate(GatewaySimulator.builder().guildsPerShard(1).membersPerGuild(24));
		this.simulator.commands().chunkSize(10);
		this.simulator.commands().omitChunk(1);
		run(Silent.class, "--discord.gateway.commands.answer-timeout=5s");
		RequestGuildMembers request = RequestGuildMembers.byIds(guild(0, 1).id(),
				guild(0, 1).members().stream().map(SimulatedGuild.Member::userId).toList());
		List<GuildMembersChunk> chunks = new ArrayList<>();
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> this.gateway.requestGuildMembers(request).doOnNext(chunks::add).blockLast(LIMIT))
			.withMessageContaining("2 of 3 chunks");
		assertThat(chunks).hasSize(2);
		StepVerifier.create(this.gateway.requestGuildMembers(request))
			.expectNextCount(3)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	@DisplayName("C34 RATE_LIMITED fails a request with the wait, or lets it wait and ask again")
	void rateLimited() {
		simulate(GatewaySimulator.builder().guildsPerShard(1));
		this.simulator.commands().rateLimitNext(3, Duration.ofMillis(100));
		run(Silent.class);
		RequestGuildMembers request = RequestGuildMembers.all(guild(0, 1).id());
		StepVerifier.create(this.gateway.requestGuildMembers(request))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(RequestRateLimitedException.class,
					(limited) -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofMillis(100))))
			.verify(LIMIT);
		StepVerifier.create(this.gateway.requestGuildMembers(request, WhenRateLimited.RETRY))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		List<ReceivedFrame> asked = received(0, Opcode.REQUEST_GUILD_MEMBERS);
		assertThat(asked).hasSize(4);
		assertThat(asked.get(3).nanoTime() - asked.get(1).nanoTime()).as("two waits")
			.isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
	}

	@Test
	@DisplayName("C34 Chunks that were missed while the connection was down come after the resume")
	void membersOverAReconnect() {
		simulate(GatewaySimulator.builder().guildsPerShard(1).membersPerGuild(24));
		this.simulator.commands().chunkSize(10);
		run(Silent.class);
		this.simulator.behaviour(new GatewayBehaviour() {
			@Override
			public void onCommand(SimulatedConnection connection, ReceivedFrame frame) {
				connection.drop();
				GatewayBehaviour.super.onCommand(connection, frame);
			}
		});
		this.simulator.connection(0).drop();
		await().ignoreExceptions().until(() -> this.simulator.connection(0).isResumed());
		StepVerifier.create(this.gateway.requestGuildMembers(RequestGuildMembers.all(guild(0, 1).id())))
			.expectNextCount(3)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void requestsForSeveralShards() {
		simulate(GatewaySimulator.builder().shards(2).guildsPerShard(1));
		run(Silent.class);
		Snowflake first = guild(0, 2).id();
		Snowflake second = guild(1, 2).id();
		StepVerifier
			.create(this.gateway.requestSoundboardSounds(RequestSoundboardSounds.of(first, second, first))
				.map(SoundboardSounds::guildId)
				.collectList())
			.assertNext((guilds) -> assertThat(guilds).containsExactlyInAnyOrder(first, second))
			.expectComplete()
			.verify(LIMIT);
		StepVerifier
			.create(this.gateway
				.requestChannelInfo(RequestChannelInfo.of(second, RequestChannelInfo.Field.VOICE_START_TIME)))
			.assertNext((info) -> assertThat(info.channels()).isNotEmpty())
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void commandsGoToTheShardOfTheirGuildAndPresencesToAll() {
		simulate(GatewaySimulator.builder().shards(2).guildsPerShard(1));
		run(Silent.class);
		Snowflake first = guild(0, 2).id();
		Snowflake second = guild(1, 2).id();
		UpdateVoiceState leave = UpdateVoiceState.leave(second);
		Mono.when(this.gateway.updateVoiceState(leave), this.gateway.send(leave),
				this.gateway.send(RequestGuildMembers.all(second)),
				this.gateway.send(RequestChannelInfo.of(second, RequestChannelInfo.Field.STATUS)),
				this.gateway.send(RequestSoundboardSounds.of(first, second)),
				this.gateway.send(UpdatePresence.of(UpdatePresence.Status.DND)))
			.block(LIMIT);
		await().until(() -> received(1, Opcode.VOICE_STATE_UPDATE).size() == 2
				&& received(1, Opcode.REQUEST_GUILD_MEMBERS).size() == 1
				&& received(1, Opcode.REQUEST_CHANNEL_INFO).size() == 1
				&& received(1, Opcode.REQUEST_SOUNDBOARD_SOUNDS).size() == 1
				&& received(0, Opcode.REQUEST_SOUNDBOARD_SOUNDS).size() == 1
				&& received(0, Opcode.PRESENCE_UPDATE).size() == 1 && received(1, Opcode.PRESENCE_UPDATE).size() == 1);
		assertThat(received(0, Opcode.VOICE_STATE_UPDATE)).isEmpty();
		assertThat(received(0, Opcode.REQUEST_SOUNDBOARD_SOUNDS).get(0).data().path("guild_ids").toString())
			.isEqualTo("[\"" + first + "\"]");
	}

	@Test
	void onePresenceReachesTheOthersThoughAShardHasFailed() {
		simulate(GatewaySimulator.builder().shards(2).guildsPerShard(1));
		run(Silent.class);
		this.simulator.connection(0).close(4014, "");
		await().until(() -> this.gateway.shard(0).snapshot().state() == ShardState.FAILED);
		StepVerifier.create(this.gateway.updatePresence(UpdatePresence.of(UpdatePresence.Status.DND)))
			.expectErrorMatches((ex) -> ex instanceof CommandRejectedException && ex.getMessage().contains("4014"))
			.verify(LIMIT);
		await().until(() -> received(1, Opcode.PRESENCE_UPDATE).size() == 1);
	}

	@Test
	void withoutAShardOfTheGuildOrWithoutShardsAtAllTheErrorSaysSo() {
		simulate(GatewaySimulator.builder().guildsPerShard(1));
		run(Silent.class, "--discord.gateway.sharding.total=2", "--discord.gateway.sharding.ids=0");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.gateway.send(UpdateVoiceState.leave(guild(1, 2).id())))
			.withMessageContaining("Shard 1 does not run here");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.gateway
				.requestGuildMembers(RequestGuildMembers.byName(guild(0, 2).id(), "x".repeat(5000), 1)))
			.withMessageContaining("4096");
		this.context.close();
		this.simulator.rest().failNext(1000, 503);
		this.context = new SpringApplicationBuilder(Silent.class).web(WebApplicationType.NONE)
			.initializers(new QuickIdentify())
			.run("--discord.gateway.token=" + this.simulator.token(),
					"--discord.gateway.api-url=" + this.simulator.apiUrl(), "--discord.gateway.startup=async");
		Gateway early = this.context.getBean(Gateway.class);
		List<Mono<?>> tries = List.of(early.updatePresence(UpdatePresence.of(UpdatePresence.Status.DND)),
				early.updateVoiceState(UpdateVoiceState.leave(Snowflake.of(1))),
				early.requestGuildMembers(RequestGuildMembers.all(Snowflake.of(1))).then(),
				early.requestSoundboardSounds(RequestSoundboardSounds.of(Snowflake.of(1))).then(),
				early.send(RequestSoundboardSounds.of(Snowflake.of(1))),
				early.requestChannelInfo(RequestChannelInfo.of(Snowflake.of(1), RequestChannelInfo.Field.STATUS)));
		tries.forEach((attempt) -> StepVerifier.create(attempt)
			.expectErrorMatches((ex) -> ex instanceof CommandRejectedException && ex.getMessage().contains("no shard"))
			.verify(LIMIT));
	}

	@Test
	@DisplayName("C35 A bean decides with which presence each shard identifies at first")
	void presenceOfEachShard() {
		simulate(GatewaySimulator.builder().shards(2).guildsPerShard(0));
		run(PresenceBot.class);
		assertThat(identifiedWith(0).path("status").asString()).isEqualTo("dnd");
		assertThat(identifiedWith(1).isMissingNode()).isTrue();
	}

	private JsonNode identifiedWith(int shard) {
		return received(shard, Opcode.IDENTIFY).get(0).data().path("presence");
	}

	@Test
	void theEventsOfAllShardsAreOneStream() {
		simulate(GatewaySimulator.builder().shards(2).guildsPerShard(1));
		run(Silent.class);
		List<String> threads = new CopyOnWriteArrayList<>();
		StepVerifier
			.create(this.gateway.events()
				.filter((envelope) -> envelope.event() == null || envelope.event() instanceof MessageEvent)
				.doOnNext((envelope) -> threads.add(Thread.currentThread().getName()))
				.map((envelope) -> envelope.name() + " of " + envelope.shard()
						+ ((envelope.raw() != null) ? ", raw" : "")))
			.then(() -> this.simulator.dispatch("MESSAGE_CREATE", message(guild(0, 2).id(), "a")))
			.expectNext("MESSAGE_CREATE of 0/2, raw")
			.then(() -> this.simulator.dispatch(1, "BRAND_NEW", "{}"))
			.expectNext("BRAND_NEW of 1/2, raw")
			.thenCancel()
			.verify(LIMIT);
		assertThat(threads).allMatch((name) -> name.startsWith("discord-listener-"));
	}

	@Test
	void eventsOfOneKindOrGroupAreTyped() {
		simulate(GatewaySimulator.builder().guildsPerShard(1));
		run(Silent.class);
		List<MessageEvent> messages = new CopyOnWriteArrayList<>();
		this.gateway.events(MessageEvent.class).subscribe(messages::add);
		StepVerifier.create(this.gateway.events(VoiceServerUpdate.class))
			.then(() -> this.gateway
				.updateVoiceState(UpdateVoiceState.join(guild(0, 1).id(), guild(0, 1).voiceChannel()))
				.block(LIMIT))
			.expectNextCount(1)
			.then(() -> this.simulator.dispatch("MESSAGE_CREATE", message(guild(0, 1).id(), "a")))
			.then(() -> await().until(() -> messages.size() == 1))
			.then(this.context::close)
			.expectComplete()
			.verify(LIMIT);
		assertThat(messages.get(0)).isInstanceOf(MessageCreate.class);
	}

	@Test
	void aStreamThatIsNotReadPausesTheShardAndNothingIsLost() {
		simulate(GatewaySimulator.builder().guildsPerShard(1));
		run(Silent.class, "--discord.gateway.dispatch.max-pending=50");
		List<String> contents = new CopyOnWriteArrayList<>();
		BaseSubscriber<MessageCreate> subscriber = new BaseSubscriber<>() {
			@Override
			protected void hookOnSubscribe(Subscription subscription) {
			}

			@Override
			protected void hookOnNext(MessageCreate event) {
				contents.add(event.message().content());
			}
		};
		this.gateway.events(MessageCreate.class).subscribe(subscriber);
		List<String> sent = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			this.simulator.dispatch("MESSAGE_CREATE", message(guild(0, 1).id(), "message " + i));
			sent.add("message " + i);
		}
		await().until(() -> this.gateway.shard(0).snapshot().readingPaused());
		assertThat(contents).isEmpty();
		subscriber.request(200);
		await().until(() -> contents.size() == 200);
		await().until(() -> this.gateway.shard(0).snapshot().readingPaused());
		subscriber.request(Long.MAX_VALUE);
		await().until(() -> contents.size() == 300);
		assertThat(contents).isEqualTo(sent);
		assertThat(this.gateway.shard(0).snapshot().reconnects()).isZero();
	}

	@Test
	void aCancelledStreamLetsTheShardReadOn() {
		simulate(GatewaySimulator.builder().guildsPerShard(1));
		run(Silent.class, "--discord.gateway.dispatch.max-pending=10");
		Sinks.Empty<Void> end = Sinks.empty();
		StepVerifier.create(this.gateway.events().takeUntilOther(end.asMono()), 0).then(() -> {
			for (int i = 0; i < 100; i++) {
				this.simulator.dispatch("MESSAGE_CREATE", message(guild(0, 1).id(), "a"));
			}
			await().until(() -> this.gateway.shard(0).snapshot().readingPaused());
			end.tryEmitEmpty();
		}).expectComplete().verify(LIMIT);
		await().until(() -> !this.gateway.shard(0).snapshot().readingPaused());
		StepVerifier.create(this.gateway.guildMembers(RequestGuildMembers.all(guild(0, 1).id())))
			.expectNextCount(26)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aStopDoesNotWaitForAnswersThatWillNotCome() throws Exception {
		simulate(GatewaySimulator.builder().guildsPerShard(1).behaviour(new GatewayBehaviour() {
			@Override
			public void onCommand(SimulatedConnection connection, ReceivedFrame frame) {
			}
		}));
		run(WaitingBot.class, "--discord.gateway.commands.answer-timeout=10m");
		WaitingBot bot = this.context.getBean(WaitingBot.class);
		this.simulator.dispatch("MESSAGE_CREATE", message(guild(0, 1).id(), "who is here?"));
		await().until(() -> received(0, Opcode.REQUEST_GUILD_MEMBERS).size() == 1);
		this.context.close();
		assertThat(bot.failed.await(0, TimeUnit.SECONDS)).as("the listener was done before the stop").isTrue();
		assertThat(bot.failures).singleElement()
			.isInstanceOfSatisfying(UnansweredRequestException.class,
					(ex) -> assertThat(ex).hasMessageContaining("takes no more events"));
	}

	@Test
	void aGatewayOfTheApplicationsOwnRunsNoShards() {
		simulate(GatewaySimulator.builder());
		this.context = new SpringApplicationBuilder(OwnGateway.class).web(WebApplicationType.NONE)
			.initializers(new QuickIdentify())
			.run("--discord.gateway.token=" + this.simulator.token(),
					"--discord.gateway.api-url=" + this.simulator.apiUrl());
		assertThat(this.context.getBeansOfType(GatewayCluster.class)).isEmpty();
		assertThat(this.context.getBean(Gateway.class)).isSameAs(OwnGateway.GATEWAY);
	}

	@TestBot
	static class Silent {

	}

	@TestBot
	static class AskingBot {

		private final List<Integer> answers = new CopyOnWriteArrayList<>();

		private final List<Integer> chunks = new CopyOnWriteArrayList<>();

		private final Gateway gateway;

		AskingBot(Gateway gateway) {
			this.gateway = gateway;
		}

		@GatewayListener
		void onMessage(MessageCreate event) {
			Snowflake guild = event.guildId();
			assertThat(guild).isNotNull();
			this.answers
				.add(this.gateway.guildMembers(RequestGuildMembers.all(guild)).collectList().block(LIMIT).size());
		}

		@GatewayListener
		void onChunk(GuildMembersChunk event) {
			this.chunks.add(event.chunkIndex());
		}

	}

	@TestBot
	static class WaitingBot {

		private final List<Throwable> failures = new CopyOnWriteArrayList<>();

		private final CountDownLatch failed = new CountDownLatch(1);

		private final Gateway gateway;

		WaitingBot(Gateway gateway) {
			this.gateway = gateway;
		}

		@GatewayListener
		Mono<Void> onMessage(EventEnvelope envelope, MessageCreate event) {
			Snowflake guild = event.guildId();
			assertThat(guild).isNotNull();
			return this.gateway.requestGuildMembers(RequestGuildMembers.all(guild)).then().onErrorComplete((ex) -> {
				this.failures.add(ex);
				this.failed.countDown();
				return true;
			});
		}

	}

	@TestBot
	static class PresenceBot {

		@Bean
		GatewayIdentifyCustomizer presence() {
			return (shard, identity) -> identity
				.withPresence((shard.number() == 0) ? UpdatePresence.of(UpdatePresence.Status.DND) : null);
		}

	}

	@TestBot
	static class OwnGateway {

		private static final Gateway GATEWAY = (Gateway) Proxy.newProxyInstance(OwnGateway.class.getClassLoader(),
				new Class<?>[] { Gateway.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("hashCode")) {
						return System.identityHashCode(proxy);
					}
					return method.getName().equals("toString") ? "own gateway" : proxy == arguments[0];
				});

		@Bean
		Gateway gateway() {
			return GATEWAY;
		}

	}

}
