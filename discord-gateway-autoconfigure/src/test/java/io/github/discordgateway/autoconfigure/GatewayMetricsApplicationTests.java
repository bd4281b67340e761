package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.actuate.metrics.ShardMetrics;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The meters of an application that the simulator drives.
 */
class GatewayMetricsApplicationTests {

	/** Not there in an application that is alone. */
	private static final Set<GatewayMeters> OF_SEVERAL = EnumSet.of(GatewayMeters.NODES, GatewayMeters.SHARDS_UNOWNED,
			GatewayMeters.SHARDS_IN_DOUBT, GatewayMeters.RELAY_RELAYED, GatewayMeters.RELAY_SKIPPED,
			GatewayMeters.RELAY_FAILED, GatewayMeters.RELAY_WAITING, GatewayMeters.WORKER_RECEIVED,
			GatewayMeters.WORKER_DUPLICATES, GatewayMeters.WORKER_FOREIGN, GatewayMeters.WORKER_DEAD_LETTERS,
			GatewayMeters.WORKER_PASSED_OVER, GatewayMeters.WORKER_WAITING, GatewayMeters.WORKER_LAG);

	/** What Micrometer makes of the observation of listeners. */
	private static final Set<String> OF_OBSERVATION = Set.of("discord.gateway.listener",
			"discord.gateway.listener.active");

	private SimulatedBot bot;

	@AfterEach
	void close() {
		if (this.bot != null) {
			this.bot.close();
		}
	}

	private void run(GatewaySimulatorBuilder simulator, String... more) {
		this.bot = new SimulatedBot(simulator, WebApplicationType.NONE, Bot.class, more).ready();
	}

	private MeterRegistry registry() {
		return this.bot.context.getBean(MeterRegistry.class);
	}

	private double value(GatewayMeters meter, String... tags) {
		Meter found = registry().get(meter.getName()).tags(tags).meter();
		if (found instanceof FunctionTimer timer) {
			return timer.count();
		}
		return found.measure().iterator().next().getValue();
	}

	private void eventually(GatewayMeters meter, double expected, String... tags) {
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(value(meter, tags)).as(meter + " " + Arrays.toString(tags))
				.isEqualTo(Double.valueOf(expected)));
	}

	private void eventuallyPositive(GatewayMeters meter, String... tags) {
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(value(meter, tags)).as(meter + " " + Arrays.toString(tags)).isPositive());
	}

	@Test
	void eventsAreCountedByTheirNames() {
		run(GatewaySimulator.builder().guildsPerShard(1));
		this.bot.say(0, 1, "one");
		this.bot.say(0, 1, "two");
		this.bot.say(0, 1, "fail");
		this.bot.simulator.dispatch(0, "MESSAGE_CREATE", "[]");
		this.bot.simulator.dispatch(0, "MESSAGE_CREATE",
				"{\"id\":\"1\",\"guild_id\":\"1\",\"content\":\"\",\"embeds\":[{\"color\":\"blue\"}]}");
		this.bot.simulator.dispatch(0, "TYPING_START", "{\"user_id\":\"1\",\"guild_id\":\"1\"}");
		this.bot.simulator.dispatch(0, "LATEST_FASHION", "{}");
		this.bot.simulator.dispatch(0, "OTHER_FASHION", "{}");
		eventually(GatewayMeters.EVENTS_RECEIVED, 5, "event", "MESSAGE_CREATE");
		eventually(GatewayMeters.EVENTS_RECEIVED, 2, "event", "UNKNOWN");
		eventually(GatewayMeters.EVENTS_UNKNOWN, 2);
		eventually(GatewayMeters.EVENTS_SKIPPED, 1, "event", "TYPING_START");
		eventually(GatewayMeters.EVENTS_SKIPPED, 2, "event", "UNKNOWN");
		eventually(GatewayMeters.EVENTS_SKIPPED, 0, "event", "MESSAGE_CREATE");
		eventually(GatewayMeters.EVENTS_UNDECODABLE, 1, "event", "MESSAGE_CREATE");
		eventually(GatewayMeters.EVENTS_HANDLED, 4, "event", "MESSAGE_CREATE");
		eventually(GatewayMeters.EVENTS_FAILED, 1, "event", "MESSAGE_CREATE");
		eventually(GatewayMeters.EVENTS_MISTYPED, 1, "event", "MESSAGE_CREATE", "path", "embeds[].color");
		assertThat(registry().find(GatewayMeters.EVENTS_RECEIVED.getName()).tag("event", "PRESENCE_UPDATE").meter())
			.as("events that never came have no meters")
			.isNull();
		List<Timer> timers = List.copyOf(registry().get(GatewayMeters.LISTENER_TIME.getName()).timers());
		assertThat(timers).hasSize(2).allSatisfy((timer) -> {
			assertThat(timer.getId().getTag("listener")).contains("onMessage");
			assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
			assertThat(timer.count()).isEqualTo("failure".equals(timer.getId().getTag("outcome")) ? 1 : 3);
		});
	}

	@Test
	void trafficAndHeartbeatsAreMeasuredByShard() {
		run(GatewaySimulator.builder()
			.shards(2)
			.maxConcurrency(2)
			.guildsPerShard(3)
			.heartbeatInterval(Duration.ofSeconds(1)), "--discord.gateway.compression=zlib-stream");
		for (String shard : List.of("0", "1")) {
			eventuallyPositive(GatewayMeters.WIRE, "shard", shard);
			eventuallyPositive(GatewayMeters.INFLATED, "shard", shard);
			SimulatedBot.eventually()
				.untilAsserted(() -> assertThat(value(GatewayMeters.COMPRESSION_RATIO, "shard", shard)).isBetween(1.01,
						100.0));
			eventuallyPositive(GatewayMeters.INFLATER_BUFFER, "shard", shard);
			eventuallyPositive(GatewayMeters.HEARTBEAT_LATENCY, "shard", shard);
			eventuallyPositive(GatewayMeters.ACK_AGE, "shard", shard);
			eventuallyPositive(GatewayMeters.EVENT_AGE, "shard", shard);
			eventually(GatewayMeters.GUILDS, 3, "shard", shard);
			eventually(GatewayMeters.SHARD_STATE, ShardState.READY.ordinal(), "shard", shard);
			eventually(GatewayMeters.CONNECTS, 1, "shard", shard);
			eventually(GatewayMeters.IDENTIFIES, 1, "shard", shard);
			eventually(GatewayMeters.IDENTIFY_WAIT, 1, "shard", shard);
		}
		eventually(GatewayMeters.SHARDS, 2, "state", "ready");
		eventually(GatewayMeters.SHARDS, 0, "state", "failed");
		this.bot.simulator.connection(0).sendText("{\"op\":");
		eventually(GatewayMeters.FRAMES_MALFORMED, 1, "shard", "0");
		eventually(GatewayMeters.FRAMES_MALFORMED, 0, "shard", "1");
		assertThat(value(GatewayMeters.IDENTIFY_REMAINING)).isBetween(900.0, 1000.0);
		assertThat(value(GatewayMeters.IDENTIFY_WAITING)).isZero();
		assertThat(value(GatewayMeters.IDENTIFY_RESET)).isPositive();
	}

	@Test
	void whatIsNotKnownIsNotANumber() {
		run(GatewaySimulator.builder().heartbeatInterval(Duration.ofSeconds(1)));
		eventuallyPositive(GatewayMeters.HEARTBEAT_LATENCY, "shard", "0");
		this.bot.simulator.behaviour(new GatewayBehaviour() {

			@Override
			public void onOpen(SimulatedConnection connection) {
			}

		});
		this.bot.simulator.connection(0).drop();
		eventually(GatewayMeters.SHARDS, 1, "state", "awaiting-hello");
		eventually(GatewayMeters.HEARTBEAT_LATENCY, Double.NaN, "shard", "0");
		eventually(GatewayMeters.ACK_AGE, Double.NaN, "shard", "0");
		eventually(GatewayMeters.EVENT_AGE, Double.NaN, "shard", "0");
		this.bot.gateway().shard(0).updatePresence(UpdatePresence.of(UpdatePresence.Status.IDLE)).subscribe();
		eventually(GatewayMeters.COMMANDS_QUEUED, 1, "shard", "0");
		eventually(GatewayMeters.COMMANDS_LIMITED, 0, "shard", "0");
	}

	@Test
	void endsOfConnectionsAndSessionsAreCounted() {
		run(GatewaySimulator.builder().shards(2).maxConcurrency(2).guildsPerShard(1));
		this.bot.simulator.connection(0).close(4000, "");
		eventually(GatewayMeters.CLOSES, 1, "code", "4000", "initiator", "server", "cause", "closed");
		eventually(GatewayMeters.RESUMES, 1, "shard", "0", "outcome", "resumed");
		eventually(GatewayMeters.RECONNECT_DELAY, 1, "shard", "0");
		this.bot.simulator.connection(1).invalidSession(false);
		eventually(GatewayMeters.CLOSES, 1, "code", "4000", "initiator", "client", "cause", "session-invalidated");
		eventually(GatewayMeters.SESSIONS_LOST, 1);
		eventually(GatewayMeters.IDENTIFIES, 2, "shard", "1");
		eventually(GatewayMeters.IDENTIFIES, 1, "shard", "0");
		eventually(GatewayMeters.RESUMES, 0, "shard", "1", "outcome", "lost");
		eventually(GatewayMeters.CONNECTS, 2, "shard", "1");
		this.bot.ready();
		this.bot.gateway().shard(0).reconnect().block(SimulatedBot.LIMIT);
		eventually(GatewayMeters.CLOSES, 1, "code", "4000", "initiator", "client", "cause", "renewed");
		eventually(GatewayMeters.RESUMES, 2, "shard", "0", "outcome", "resumed");
		eventuallyPositive(GatewayMeters.SESSION_SAVES);
		eventually(GatewayMeters.SESSION_FAILURES, 0);
	}

	@Test
	void replayedEventsAreCounted() {
		run(GatewaySimulator.builder().guildsPerShard(1));
		this.bot.simulator.behaviour(new GatewayBehaviour() {

			@Override
			public void onOpen(SimulatedConnection connection) {
			}

		});
		this.bot.simulator.connection(0).drop();
		eventually(GatewayMeters.SHARDS, 1, "state", "awaiting-hello");
		this.bot.say(0, 1, "missed");
		this.bot.say(0, 1, "missed, too");
		this.bot.simulator.behaviour(new GatewayBehaviour() {
		});
		List<SimulatedConnection> connections = this.bot.simulator.connections();
		connections.get(connections.size() - 1).drop();
		eventually(GatewayMeters.EVENTS_REPLAYED, 2, "shard", "0");
	}

	@Test
	void commandsAreCounted() {
		run(GatewaySimulator.builder());
		for (int i = 0; i < 5; i++) {
			this.bot.gateway()
				.updatePresence(UpdatePresence.of(UpdatePresence.Status.ONLINE))
				.block(SimulatedBot.LIMIT);
		}
		eventually(GatewayMeters.COMMANDS_SENT, 5, "shard", "0");
		this.bot.gateway().updatePresence(UpdatePresence.of(UpdatePresence.Status.IDLE)).subscribe((nothing) -> {
		}, (rejected) -> {
		});
		eventually(GatewayMeters.COMMANDS_QUEUED, 1, "shard", "0");
		eventually(GatewayMeters.COMMANDS_LIMITED, 1, "shard", "0");
		this.bot.gateway().stopShard(0).block(SimulatedBot.LIMIT);
		eventually(GatewayMeters.COMMANDS_REJECTED, 1, "shard", "0");
		eventually(GatewayMeters.COMMANDS_QUEUED, 0, "shard", "0");
		this.bot.gateway().startShard(0).block(SimulatedBot.LIMIT);
		this.bot.ready();
		assertThat(value(GatewayMeters.COMMANDS_SENT, "shard", "0")).as("goes on after a restart").isEqualTo(5);
	}

	@Test
	void slowListenersShow() {
		run(GatewaySimulator.builder().guildsPerShard(1), "--discord.gateway.dispatch.max-pending=20");
		Bot listener = this.bot.context.getBean(Bot.class);
		for (int i = 0; i < 100; i++) {
			this.bot.say(0, 1, "wait");
		}
		eventually(GatewayMeters.READING_PAUSED, 1, "shard", "0");
		eventually(GatewayMeters.READING_PAUSES, 1, "shard", "0");
		assertThat(value(GatewayMeters.EVENTS_PENDING, "shard", "0")).isGreaterThanOrEqualTo(20);
		assertThat(value(GatewayMeters.LANES_PENDING)).isPositive();
		listener.released.countDown();
		eventually(GatewayMeters.EVENTS_HANDLED, 100, "event", "MESSAGE_CREATE");
		eventually(GatewayMeters.READING_PAUSED, 0, "shard", "0");
		eventually(GatewayMeters.EVENTS_PENDING, 0, "shard", "0");
		eventually(GatewayMeters.LANES_PENDING, 0);
	}

	@Test
	void metersFollowTheShardsAndAreOneAboveALimit() {
		run(GatewaySimulator.builder().shards(2).maxConcurrency(16), "--discord.gateway.metrics.max-shard-tags=3");
		assertThat(tagValues("shard")).containsExactly("0", "1");
		this.bot.gateway().reshard(3).block(SimulatedBot.LIMIT);
		assertThat(tagValues("shard")).containsExactly("0", "1", "2");
		eventually(GatewayMeters.CONNECTS, 1, "shard", "2");
		this.bot.gateway().reshard(1).block(SimulatedBot.LIMIT);
		assertThat(tagValues("shard")).containsExactly("0");
		this.bot.gateway().reshard(4).block(SimulatedBot.LIMIT);
		assertThat(tagValues("shard")).isEmpty();
		eventually(GatewayMeters.CONNECTS, 4);
		eventually(GatewayMeters.SHARDS, 4, "state", "ready");
		assertThat(registry().find(GatewayMeters.SHARD_STATE.getName()).meters()).isEmpty();
	}

	private Set<String> tagValues(String key) {
		return registry().getMeters()
			.stream()
			.map((meter) -> meter.getId().getTag(key))
			.filter((value) -> value != null)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void eachMeterIsAsDocumented() {
		run(GatewaySimulator.builder().guildsPerShard(1));
		this.bot.simulator.dispatch(0, "MESSAGE_CREATE",
				"{\"id\":\"1\",\"guild_id\":\"1\",\"content\":\"\",\"embeds\":[{\"color\":\"blue\"}]}");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(
					gatewayMeters().map((meter) -> meter.getId().getName()).collect(Collectors.toSet()))
				.containsExactlyInAnyOrderElementsOf(Stream.of(GatewayMeters.values())
					.filter((meter) -> !OF_SEVERAL.contains(meter))
					.map(GatewayMeters::getName)
					.toList()));
		gatewayMeters().forEach((meter) -> {
			GatewayMeters documented = Stream.of(GatewayMeters.values())
				.filter((candidate) -> candidate.getName().equals(meter.getId().getName()))
				.findFirst()
				.orElseThrow();
			assertThat(meter.getId().getType()).as(documented.name()).isEqualTo(documented.getType());
			assertThat(meter.getId().getDescription()).isEqualTo(documented.description());
			assertThat(meter.getId().getBaseUnit()).isEqualTo(documented.getBaseUnit());
			assertThat(meter.getId().getTags().stream().map(Tag::getKey)).containsExactlyInAnyOrder(
					Stream.of(documented.getKeyNames()).map(KeyName::asString).toArray(String[]::new));
		});
	}

	private Stream<Meter> gatewayMeters() {
		return registry().getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith(GatewayMeters.SHARDS.getPrefix()))
			.filter((meter) -> !OF_OBSERVATION.contains(meter.getId().getName()));
	}

	@Test
	void countersNeverGoBackWhenShardsAreReplaced() {
		run(GatewaySimulator.builder().maxConcurrency(16));
		this.bot.simulator.connection(0).drop();
		eventually(GatewayMeters.CONNECTS, 2, "shard", "0");
		this.bot.ready();
		this.bot.gateway().reshard(2).block(SimulatedBot.LIMIT);
		eventually(GatewayMeters.CONNECTS, 3, "shard", "0");
		eventually(GatewayMeters.CONNECTS, 1, "shard", "1");
	}

	@Test
	void severalRegistriesMayBeBound() {
		run(GatewaySimulator.builder());
		SimpleMeterRegistry another = new SimpleMeterRegistry();
		new ShardMetrics(this.bot.context.getBean(Gateway.class),
				this.bot.context.getBean(EventDispatcher.class).statistics(), 64)
			.bindTo(another);
		assertThat(another.get(GatewayMeters.CONNECTS.getName()).tag("shard", "0").functionCounter().count())
			.isEqualTo(1);
	}

	@Test
	void statesAreNumberedAsDocumented() {
		String documented = Stream.of(ShardState.values())
			.map((state) -> state.ordinal() + " " + state.description())
			.collect(Collectors.joining(", "));
		assertThat(GatewayMeters.SHARD_STATE.description()).endsWith(": " + documented);
	}

	@TestBot
	static class Bot {

		private final CountDownLatch released = new CountDownLatch(1);

		@GatewayListener
		void onMessage(MessageCreate event) throws InterruptedException {
			switch (event.message().content()) {
				case "fail" -> throw new IllegalStateException("as told");
				case "wait" -> this.released.await();
				default -> {
				}
			}
		}

	}

}
