package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.lifecycle.AllShardsReady;
import io.github.discordgateway.event.lifecycle.GatewayLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.listener.ListenerState;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A context that is stopped and started again, as for a checkpoint or by a test that is
 * paused: everything comes back, once each.
 */
class ContextRestartTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int MAX_PENDING = 50;

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(2)
		.maxConcurrency(16)
		.identifyWindow(Duration.ZERO)
		.build();

	private final ScheduledExecutorService slowness = Executors.newSingleThreadScheduledExecutor();

	private ConfigurableApplicationContext context;

	private Bot bot;

	private int sent;

	private void run(String... more) {
		this.simulator.start();
		this.context = BotRunner.start(Bot.class, Stream
			.concat(Stream.of("token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl(), "startup=wait",
					"startup-timeout=30s", "dispatch.max-pending=" + MAX_PENDING), Stream.of(more))
			.toArray(String[]::new));
		this.bot = this.context.getBean(Bot.class);
		awaitReady();
	}

	@AfterEach
	void close() {
		this.slowness.shutdownNow();
		this.bot.permits.release(1_000_000);
		this.context.close();
		this.simulator.close();
	}

	private Gateway gateway() {
		return this.context.getBean(Gateway.class);
	}

	private void awaitReady() {
		BotRunner.await()
			.until(() -> !gateway().shards().isEmpty()
					&& gateway().shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
	}

	private void send(int count) {
		for (int i = 0; i < count; i++) {
			int id = ++this.sent;
			this.simulator.dispatch("MESSAGE_CREATE", "{\"id\":\"" + id + "\",\"channel_id\":\"1\",\"guild_id\":\""
					+ ((id % 12L + 1) << 22) + "\",\"content\":\"\",\"author\":{\"id\":\"3\",\"username\":\"a\"}}");
		}
	}

	private int pending() {
		EventDispatcher dispatcher = this.context.getBean(EventDispatcher.class);
		return Stream.of(new ShardId(0, 2), new ShardId(1, 2))
			.mapToInt((shard) -> dispatcher.statistics().pending(shard))
			.max()
			.orElseThrow();
	}

	private static List<Meter.Id> shardMeters(MeterRegistry registry) {
		return registry.getMeters().stream().map(Meter::getId).filter((id) -> id.getTag("shard") != null).toList();
	}

	@Test
	@DisplayName("C68 Stopped and started twice behind a slow listener: what is pending stays bounded, all is handled")
	void backPressure() {
		run("spring.lifecycle.timeout-per-shutdown-phase=1s");
		AtomicInteger most = new AtomicInteger();
		AtomicBoolean standing = new AtomicBoolean();
		this.slowness.scheduleAtFixedRate(() -> {
			most.accumulateAndGet(pending(), Math::max);
			this.bot.permits.release(standing.get() ? 0 : 4);
		}, 0, 2, TimeUnit.MILLISECONDS);
		for (int i = 0; i < 2; i++) {
			standing.set(true);
			send(1_500);
			BotRunner.await().until(() -> gateway().shards().stream().anyMatch((s) -> s.snapshot().readingPaused()));
			standing.set(false);
			this.context.stop();
			this.context.start();
			send(1_500);
		}
		BotRunner.await().until(() -> this.bot.handled.size() == this.sent);
		// What was read at once with the last event is not given back.
		assertThat(most.get()).isBetween(MAX_PENDING, 2 * MAX_PENDING);
		awaitReady();
	}

	@Test
	@DisplayName("C68 Streams, the states of listeners, the presence, life-cycle events and meters come back, once each")
	void everythingElse() {
		run();
		this.bot.permits.release(1_000_000);
		MeterRegistry registry = this.context.getBean(MeterRegistry.class);
		List<String> streamed = new CopyOnWriteArrayList<>();
		Disposable stream = gateway().events(MessageCreate.class)
			.subscribe((event) -> streamed.add(event.message().id().toString()));
		GatewayListenerRegistry listeners = this.context.getBean(GatewayListenerRegistry.class);
		listeners.stop("other");
		gateway().updatePresence(UpdatePresence.of(UpdatePresence.Status.IDLE)).block(LIMIT);
		send(10);
		BotRunner.await().until(() -> this.bot.handled.size() == this.sent);
		List<Meter.Id> meters = shardMeters(registry);
		for (int i = 0; i < 2; i++) {
			this.context.stop();
			assertThat(this.context.getBean(GatewayCluster.class).isRunning()).isFalse();
			this.bot.events.clear();
			this.context.start();
			this.context.getBean(GatewayCluster.class).startup().block(LIMIT);
			awaitReady();
			send(10);
			BotRunner.await().until(() -> this.bot.handled.size() == this.sent);
			BotRunner.await().until(() -> this.bot.events.size() >= 3);
			assertThat(this.bot.events).filteredOn(AllShardsReady.class::isInstance).hasSize(1);
			assertThat(this.bot.events)
				.filteredOn((event) -> event instanceof ShardReady || event instanceof ShardResumed)
				.hasSize(2);
		}
		assertThat(meters).isNotEmpty();
		assertThat(shardMeters(registry)).containsExactlyInAnyOrderElementsOf(meters);
		assertThat(registry.get("discord.gateway.identifies").tag("shard", "0").functionCounter().count()).isOne();
		assertThat(streamed).hasSize(this.sent).doesNotHaveDuplicates();
		assertThat(listeners.listener("other").state()).isEqualTo(ListenerState.STOPPED);
		assertThat(this.bot.handled.values()).containsOnly(1);
		BotRunner.await()
			.until(() -> this.simulator.connections().stream().filter(SimulatedConnection::isOpen).count() == 2);
		stream.dispose();
	}

	@TestBot
	static class Bot {

		final Semaphore permits = new Semaphore(0);

		final Map<String, Integer> handled = new ConcurrentHashMap<>();

		final List<GatewayLifecycleEvent> events = new CopyOnWriteArrayList<>();

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

		@GatewayListener
		void onMessage(MessageCreate event) throws InterruptedException {
			this.permits.acquire();
			this.handled.merge(event.message().id().toString(), 1, Integer::sum);
		}

		@GatewayListener(id = "other")
		void other(MessageCreate event) {
		}

		@EventListener
		void on(GatewayLifecycleEvent event) {
			this.events.add(event);
		}

	}

}
