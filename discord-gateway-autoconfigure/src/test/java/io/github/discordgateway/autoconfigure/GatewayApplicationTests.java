package io.github.discordgateway.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.actuate.metrics.SessionMetrics;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.LazyEvent;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.network.NewConnections;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Whole applications on a simulator, as a user would write them.
 */
@ExtendWith(OutputCaptureExtension.class)
class GatewayApplicationTests {

	private static final String WITH_CONTENT = "--discord.gateway.intents=guilds,guild-messages,message-content";

	private GatewaySimulator simulator;

	private ConfigurableApplicationContext context;

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
		this.simulator = builder.identifyWindow(Duration.ZERO).build();
		this.simulator.start();
	}

	private void run(WebApplicationType web, Class<?> bot, String... more) {
		Map<String, String> arguments = new LinkedHashMap<>();
		Stream.concat(Stream.of("--server.port=0", "--management.endpoint.health.show-details=always",
				"--discord.gateway.token=" + this.simulator.token(),
				"--discord.gateway.api-url=" + this.simulator.apiUrl(), "--discord.gateway.startup-timeout=20s",
				"--discord.gateway.reconnect.initial-back-off=20ms", "--discord.gateway.reconnect.max-back-off=100ms",
				"--discord.gateway.reconnect.invalid-session-back-off=50ms"), Stream.of(more))
			.forEach((argument) -> arguments.put(argument.substring(0, argument.indexOf('=')), argument));
		this.context = new SpringApplicationBuilder(bot).web(web)
			.initializers(new QuickIdentify())
			.run(arguments.values().toArray(String[]::new));
	}

	private Gateway gateway() {
		return this.context.getBean(Gateway.class);
	}

	private void awaitReady() {
		await().until(() -> !gateway().shards().isEmpty()
				&& gateway().shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
	}

	private JsonNode health(String path) {
		int port = Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port"));
		byte[] body = NewConnections.webClient()
			.get()
			.uri("http://localhost:" + port + "/actuator/health" + path)
			.exchangeToMono((response) -> response.bodyToMono(byte[].class))
			.block(Duration.ofSeconds(10));
		return JsonMapper.shared().readTree(body);
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	@DisplayName("C53 As many shards as recommended run, and health has a component for each")
	void runsInAnyWebApplication(WebApplicationType web) {
		simulate(GatewaySimulator.builder()
			.shards(4)
			.maxConcurrency(4)
			.heartbeatInterval(Duration.ofSeconds(1))
			.guildsPerShard(1));
		run(web, Bot.class);
		awaitReady();
		assertThat(gateway().shards()).extracting((shard) -> shard.id().toString())
			.containsExactly("0/4", "1/4", "2/4", "3/4");
		await().untilAsserted(
				() -> assertThat(health("/discordGateway/shard-3").path("details").path("heartbeatLatency").asString())
					.endsWith("ms"));
		JsonNode health = health("");
		assertThat(health.path("status").asString()).isEqualTo("UP");
		JsonNode component = health.path("components").path("discordGateway");
		assertThat(component.path("components").propertyNames()).containsExactly("identify", "listeners", "shard-0",
				"shard-1", "shard-2", "shard-3");
		assertThat(component.path("components").path("shard-0").path("details").propertyNames()).contains("state",
				"sessionAge", "heartbeatInterval", "sinceLastEvent", "reconnects");
	}

	@Test
	void runsWithoutAWebServerAndStaysAlive() {
		simulate(GatewaySimulator.builder());
		run(WebApplicationType.NONE, Bot.class);
		awaitReady();
		assertThat(Thread.getAllStackTraces().keySet())
			.anyMatch((thread) -> thread.getName().startsWith("discord-gateway-") && !thread.isDaemon());
	}

	@Test
	void eventsReachAnnotatedMethodsAndCommandsReachTheServer() {
		simulate(GatewaySimulator.builder().shards(2).maxConcurrency(2).guildsPerShard(1));
		run(WebApplicationType.NONE, Bot.class, WITH_CONTENT);
		awaitReady();
		Snowflake guild = this.simulator.world().guilds(new ShardId(1, 2)).get(0).id();
		this.simulator.dispatch("MESSAGE_CREATE", message(guild, "!ping"));
		Bot bot = this.context.getBean(Bot.class);
		await().until(() -> bot.messages.contains("!ping on 1/2"));
		gateway().updatePresence(UpdatePresence.of(UpdatePresence.Status.ONLINE, Activity.playing("ping-pong")))
			.block(Duration.ofSeconds(30));
		await().until(() -> this.simulator.connection(0).receivedFrames(Opcode.PRESENCE_UPDATE).size() == 1
				&& this.simulator.connection(1).receivedFrames(Opcode.PRESENCE_UPDATE).size() == 1);
	}

	private static String message(Snowflake guild, String content) {
		return """
				{"id":"1","channel_id":"2","guild_id":"%s","content":"%s","author":{"id":"4","username":"a","discriminator":"0"}}"""
			.formatted(guild, content);
	}

	@Test
	@DisplayName("C4 The configured presence is part of IDENTIFY")
	void presenceIsConfigured() {
		simulate(GatewaySimulator.builder());
		run(WebApplicationType.NONE, Bot.class, "--discord.gateway.presence.status=dnd",
				"--discord.gateway.presence.activity.type=custom", "--discord.gateway.presence.activity.state=working",
				"--discord.gateway.large-threshold=250");
		awaitReady();
		ReceivedFrame identify = this.simulator.connection(0).receivedFrames(Opcode.IDENTIFY).get(0);
		assertThat(identify.data().path("presence").toString()).isEqualTo("""
				{"since":null,"activities":[{"name":"Custom Status","type":4,"state":"working"}],\
				"status":"dnd","afk":false}""");
		assertThat(identify.data().path("large_threshold").asInt()).isEqualTo(250);
	}

	@Test
	void intentsFollowTheListenersAndAreExplained(CapturedOutput output) {
		simulate(GatewaySimulator.builder());
		run(WebApplicationType.NONE, Bot.class);
		awaitReady();
		assertThat(this.simulator.connection(0).receivedFrames(Opcode.IDENTIFY).get(0).data().path("intents").asInt())
			.isEqualTo(1 | 1 << 9 | 1 << 12);
		assertThat(output).containsOnlyOnce("Chose the intents GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES");
		assertThat(output).contains("MESSAGE_CONTENT");
	}

	@Test
	void aListenerThatCanNeverFireIsWarnedAbout(CapturedOutput output) {
		simulate(GatewaySimulator.builder());
		run(WebApplicationType.NONE, Bot.class, "--discord.gateway.intents=guilds");
		awaitReady();
		assertThat(output).contains("WARN")
			.contains("Bot.onMessage")
			.contains("discord.gateway.intents")
			.contains("GUILD_MESSAGES");
	}

	@Test
	@DisplayName("C53 Shard ids of a larger total; an explicit count and URL need no REST call")
	void explicitCountAndUrlNeedNoRestCall() {
		simulate(GatewaySimulator.builder());
		run(WebApplicationType.NONE, Bot.class, "--discord.gateway.url=" + this.simulator.url(),
				"--discord.gateway.sharding.total=16", "--discord.gateway.sharding.ids=3");
		awaitReady();
		assertThat(this.simulator.rest().requests()).isEmpty();
		assertThat(this.simulator.connections()).singleElement()
			.satisfies((connection) -> assertThat(connection.shard()).isEqualTo(new ShardId(3, 16)));
		assertThatIllegalArgumentException().isThrownBy(() -> gateway().shard(4)).withMessageContaining("[3/16]");
	}

	@Test
	@DisplayName("C53 A gateway/bot that fails at first is asked again, and health says so meanwhile")
	void failingRestCallShowsInHealth(CapturedOutput output) {
		simulate(GatewaySimulator.builder());
		this.simulator.rest().failNext(1, 503);
		run(WebApplicationType.REACTIVE, Bot.class, "--discord.gateway.startup-timeout=10ms",
				"--discord.gateway.reconnect.initial-back-off=2s", "--discord.gateway.reconnect.max-back-off=2s");
		JsonNode startup = await().until(() -> health("/discordGateway").path("components").path("startup"),
				(component) -> component.path("details").has("problem"));
		assertThat(startup.path("status").asString()).isEqualTo("DOWN");
		assertThat(startup.path("details").path("problem").asString()).contains("503");
		awaitReady();
		assertThat(output).contains("discord.gateway.startup-timeout");
	}

	@Test
	@DisplayName("C54 One fatally closed shard leaves the others running, and health names it")
	void oneFatalShard() {
		simulate(GatewaySimulator.builder().shards(3).maxConcurrency(3));
		run(WebApplicationType.REACTIVE, Bot.class);
		awaitReady();
		this.simulator.connection(1).close(4014, "");
		JsonNode shard = await().until(() -> health("/discordGateway/shard-1"),
				(component) -> component.path("status").asString().equals("DOWN"));
		assertThat(shard.path("details").path("closeCode").asInt()).isEqualTo(4014);
		assertThat(shard.path("details").path("remedy").asString()).contains("developer portal");
		assertThat(health("/discordGateway/shard-0").path("status").asString()).isEqualTo("UP");
		assertThat(health("/discordGateway/shard-2").path("status").asString()).isEqualTo("UP");
		assertThat(health("").path("status").asString()).isEqualTo("DOWN");
		assertThat(this.simulator.connections()).as("no reconnect loop").hasSize(3);
	}

	@Test
	@DisplayName("C55 A shard that says it is connected but hears nothing is not UP")
	void silentShardIsNotUp() {
		simulate(GatewaySimulator.builder().heartbeatInterval(Duration.ofSeconds(1)));
		run(WebApplicationType.REACTIVE, Bot.class);
		awaitReady();
		// Silence before the first heartbeat would end the connection before it is old.
		await().until(() -> health("/discordGateway/shard-0").path("details").has("sinceLastAck"));
		this.simulator.connection(0).silence();
		JsonNode shard = await().until(() -> health("/discordGateway/shard-0"),
				(component) -> component.path("status").asString().equals("DOWN"));
		assertThat(shard.path("details").path("state").asString()).isEqualTo("ready");
		assertThat(shard.path("details").path("problem").asString()).contains("heartbeat");
		await().until(() -> health("/discordGateway/shard-0").path("status").asString().equals("UP"));
		assertThat(health("/discordGateway/shard-0").path("details").path("reconnects").asInt()).isPositive();
	}

	@Test
	@DisplayName("C55 A shard without a connection is not UP")
	void disconnectedShardIsNotUp() {
		simulate(GatewaySimulator.builder());
		run(WebApplicationType.REACTIVE, Bot.class);
		awaitReady();
		this.simulator.behaviour(new GatewayBehaviour() {
			@Override
			public void onOpen(SimulatedConnection connection) {
			}
		});
		this.simulator.connection(0).drop();
		JsonNode shard = await().until(() -> health("/discordGateway/shard-0"),
				(component) -> component.path("status").asString().equals("OUT_OF_SERVICE"));
		assertThat(shard.path("details").path("lastDisconnect").asString()).isNotEmpty();
	}

	@Test
	@DisplayName("C56 A guild's shard is (guild_id >> 22) mod total")
	void guildsBelongToShards() {
		simulate(GatewaySimulator.builder().shards(3).maxConcurrency(3));
		run(WebApplicationType.NONE, Bot.class);
		awaitReady();
		for (long number : new long[] { 0, 1, 2, 3, 1L << 40, (1L << 42) - 1 }) {
			assertThat(gateway().shardFor(Snowflake.of(number << 22 | 12345)).id().number())
				.isEqualTo((int) Long.remainderUnsigned(number, 3));
		}
	}

	@Test
	void everyExamplePayloadIsDeliveredDecodedOrRaw() throws Exception {
		Path examples = examples();
		Assumptions.assumeTrue(examples != null, "the example payloads are not here");
		simulate(GatewaySimulator.builder().guildsPerShard(0));
		run(WebApplicationType.NONE, CatchAllBot.class);
		awaitReady();
		CatchAllBot bot = this.context.getBean(CatchAllBot.class);
		List<String> sent = new ArrayList<>();
		try (Stream<Path> files = Files.walk(examples)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".json")).sorted().toList()) {
				String name = file.getParent().getFileName().toString();
				if (!name.equals("READY") && !name.equals("RESUMED")) {
					String body = JsonMapper.shared().readTree(Files.readAllBytes(file)).toString();
					this.simulator.connection(0)
						.sendFrame("{\"t\":\"" + name + "\",\"s\":" + (100 + sent.size()) + ",\"op\":0,\"d\":" + body
								+ "}");
					sent.add(name);
				}
			}
		}
		await().until(() -> bot.received.size() >= sent.size());
		assertThat(sent).hasSizeGreaterThan(300);
		assertThat(bot.received.stream().map(EventEnvelope::name).toList()).containsExactlyInAnyOrderElementsOf(sent);
		assertThat(bot.received).allSatisfy((envelope) -> {
			assertThat(envelope.raw()).isNotNull();
			EventType type = EventType.of(envelope.name());
			if (type != null && type.eventClass() != null) {
				assertThat(envelope.event()).as(envelope.toString()).isInstanceOf(type.eventClass());
			}
		});
	}

	@Test
	@DisplayName("C46 A value of a wrong type is counted by its event and path, however the event is read")
	void countsMistypedValues() {
		simulate(GatewaySimulator.builder().guildsPerShard(0));
		run(WebApplicationType.NONE, LazyBot.class);
		awaitReady();
		for (int i = 0; i < 3; i++) {
			this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"id\":\"1\",\"embeds\":[{},{\"color\":\"blue\"}]}");
		}
		this.simulator.dispatch(0, "TYPING_START", "{\"user_id\":[],\"channel_id\":\"1\"}");
		MeterRegistry meters = this.context.getBean(MeterRegistry.class);
		await().untilAsserted(() -> {
			assertThat(mistyped(meters, "MESSAGE_CREATE", "embeds[].color")).isEqualTo(3);
			assertThat(mistyped(meters, "TYPING_START", "user_id")).isEqualTo(1);
		});
	}

	private static double mistyped(MeterRegistry meters, String event, String path) {
		FunctionCounter counter = meters.find("discord.gateway.events.mistyped")
			.tags("event", event, "path", path)
			.functionCounter();
		return (counter != null) ? counter.count() : 0;
	}

	private static Path examples() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path candidate = folder.resolve("shared/protocol/examples");
			if (Files.isDirectory(candidate)) {
				return candidate;
			}
		}
		return null;
	}

	@Test
	void aSlowListenerPausesReadingAndNothingIsLost() throws Exception {
		simulate(GatewaySimulator.builder().guildsPerShard(1).heartbeatInterval(Duration.ofSeconds(1)));
		run(WebApplicationType.REACTIVE, SlowBot.class, WITH_CONTENT, "--discord.gateway.dispatch.max-pending=50");
		awaitReady();
		SlowBot bot = this.context.getBean(SlowBot.class);
		for (int i = 0; i < 500; i++) {
			this.simulator.dispatch(0, "MESSAGE_CREATE",
					message(this.simulator.world().guilds(new ShardId(0, 1)).get(0).id(), "message " + i));
		}
		await().until(() -> gateway().shard(0).snapshot().readingPaused());
		int heartbeats = this.simulator.connection(0).receivedFrames(Opcode.HEARTBEAT).size();
		await().until(() -> this.simulator.connection(0).receivedFrames(Opcode.HEARTBEAT).size() > heartbeats + 2);
		assertThat(health("/discordGateway/shard-0").path("details").has("readingPaused")).isTrue();
		bot.blocked.countDown();
		await().until(() -> bot.messages.size() == 500);
		assertThat(bot.messages)
			.isEqualTo(Stream.iterate(0, (i) -> i + 1).limit(500).map((i) -> "message " + i).toList());
		assertThat(gateway().shard(0).snapshot().reconnects()).isZero();
		assertThat(this.context.getBean(GatewayCluster.class).shards()).hasSize(1);
	}

	@Test
	@DisplayName("C20 A session that is lost is told to the application and counted")
	void aLostSessionIsTold() {
		simulate(GatewaySimulator.builder());
		run(WebApplicationType.NONE, LosingBot.class);
		awaitReady();
		this.simulator.connection(0).invalidSession(false);
		LosingBot bot = this.context.getBean(LosingBot.class);
		await().until(() -> bot.lost.size() == 1);
		assertThat(bot.lost.get(0).shard()).isEqualTo(new ShardId(0, 1));
		assertThat(bot.lost.get(0).lastSequence()).isPositive();
		assertThat(bot.thread.get(0)).doesNotStartWith("gateway-");
		new SessionMetrics(this.context.getBean(Gateway.class)).bindTo(bot.registry);
		assertThat(bot.registry.get("discord.gateway.sessions.lost").functionCounter().count()).isEqualTo(1);
	}

	@TestBot
	static class LosingBot {

		private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

		private final List<SessionLost> lost = new CopyOnWriteArrayList<>();

		private final List<String> thread = new CopyOnWriteArrayList<>();

		@EventListener
		void on(SessionLost event) {
			this.thread.add(Thread.currentThread().getName());
			this.lost.add(event);
		}

	}

	@TestBot
	static class Bot {

		private final List<String> messages = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onMessage(MessageCreate event, ShardId shard) {
			this.messages.add(event.message().content() + " on " + shard);
		}

	}

	@TestBot
	static class LazyBot {

		@GatewayListener("TYPING_START")
		void onTyping(LazyEvent event) throws EventDecodeException {
			event.event();
		}

		@GatewayListener
		void onMessage(MessageCreate event) {
			assertThat(event.message().embeds()).hasSize(2);
		}

	}

	@TestBot
	static class CatchAllBot {

		private final List<EventEnvelope> received = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onAny(EventEnvelope envelope) {
			if (!envelope.name().equals("READY")) {
				this.received.add(envelope);
			}
		}

	}

	@TestBot
	static class SlowBot {

		private final CountDownLatch blocked = new CountDownLatch(1);

		private final List<String> messages = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onMessage(MessageCreate event) throws InterruptedException {
			this.blocked.await();
			this.messages.add(event.message().content());
		}

	}

}
