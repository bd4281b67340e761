package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.lifecycle.AllShardsReady;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.GatewayLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ReadingPaused;
import io.github.discordgateway.event.lifecycle.ReadingResumed;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardDraining;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardReconnecting;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an application learns of its shards through {@link EventListener @EventListener}.
 */
class GatewayLifecycleEventTests {

	private static final ShardId FIRST = new ShardId(0, 2);

	private static final ShardId SECOND = new ShardId(1, 2);

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(2)
		.maxConcurrency(2)
		.identifyWindow(Duration.ZERO)
		.build();

	private ConfigurableApplicationContext context;

	@AfterEach
	void close() {
		if (this.context != null && this.context.isActive()) {
			this.context.getBean(Bot.class).mayHandle.countDown();
			this.context.close();
		}
		this.simulator.close();
	}

	private Bot run(String... more) {
		this.simulator.start();
		this.context = new SpringApplicationBuilder(Bot.class).web(WebApplicationType.NONE)
			.initializers(new QuickIdentify())
			.run(Stream
				.concat(Stream.of("--discord.gateway.token=" + this.simulator.token(),
						"--discord.gateway.api-url=" + this.simulator.apiUrl(), "--discord.gateway.startup-timeout=30s",
						"--discord.gateway.reconnect.initial-back-off=10ms",
						"--discord.gateway.reconnect.max-back-off=50ms",
						"--discord.gateway.reconnect.invalid-session-back-off=20ms"), Stream.of(more))
				.toArray(String[]::new));
		Bot bot = this.context.getBean(Bot.class);
		await().until(() -> bot.events.contains(new AllShardsReady(List.of(FIRST, SECOND))));
		return bot;
	}

	@Test
	void allShardsAreReadyWhenEachOfThemIs() {
		Bot bot = run();
		assertThat(bot.events).hasSize(3);
		assertThat(bot.events.subList(0, 2)).containsExactlyInAnyOrder(new ShardReady(FIRST), new ShardReady(SECOND));
		assertThat(bot.events.get(2)).isEqualTo(new AllShardsReady(List.of(FIRST, SECOND)));
	}

	@Test
	void aDroppedConnectionIsResumed() {
		Bot bot = run();
		bot.events.clear();
		this.simulator.connection(1).drop();
		await().until(() -> bot.events.contains(new ShardResumed(SECOND, 0)));
		assertThat(bot.events).<Class<?>>extracting(Object::getClass)
			.containsExactly(ShardDisconnected.class, ShardReconnecting.class, ShardResumed.class);
		assertThat(bot.events)
			.allSatisfy((event) -> assertThat(((ShardLifecycleEvent) event).shard()).isEqualTo(SECOND));
	}

	@Test
	void anInvalidSessionIsLostAndAnotherBegins() {
		Bot bot = run();
		bot.events.clear();
		this.simulator.connection(0).invalidSession(false);
		await().until(() -> bot.events.contains(new ShardReady(FIRST)));
		assertThat(bot.events).<Class<?>>extracting(Object::getClass)
			.containsExactly(ShardDisconnected.class, SessionLost.class, ShardReconnecting.class, ShardReady.class);
		assertThat(bot.events).startsWith(new ShardDisconnected(FIRST, new DisconnectCause.SessionInvalidated(false)));
	}

	@Test
	void aFatalCloseFailsTheShard() {
		Bot bot = run();
		bot.events.clear();
		this.simulator.connection(0).close(4014, "");
		await().until(() -> bot.events.contains(new ShardFailed(FIRST, 4014)));
		assertThat(bot.events).contains(new ShardDisconnected(FIRST, new DisconnectCause.Closed(4014, "")));
	}

	@Test
	void aSlowListenerPausesTheReadingOfItsShard() {
		Bot bot = run("--discord.gateway.dispatch.max-pending=2");
		bot.events.clear();
		for (int i = 0; i < 4; i++) {
			this.simulator.dispatch(0, "TYPING_START", "{\"channel_id\":\"5\",\"user_id\":\"6\",\"timestamp\":1}");
		}
		await().until(() -> bot.events.contains(new ReadingPaused(FIRST)));
		assertThat(bot.events).doesNotContain(new ReadingResumed(FIRST));
		bot.mayHandle.countDown();
		await().until(() -> bot.events.contains(new ReadingResumed(FIRST)));
		assertThat(bot.events).startsWith(new ReadingPaused(FIRST), new ReadingResumed(FIRST));
	}

	@Test
	void anotherNumberOfShardsIsReadyAsAWhole() {
		Bot bot = run("--discord.gateway.sharding.hand-over-window=10ms");
		bot.events.clear();
		this.context.getBean(Gateway.class).reshard(3).block(Duration.ofSeconds(30));
		List<ShardId> shards = List.of(new ShardId(0, 3), new ShardId(1, 3), new ShardId(2, 3));
		assertThat(bot.events).contains(new AllShardsReady(shards));
		shards.forEach((shard) -> assertThat(bot.events).containsOnlyOnce(new ShardReady(shard)));
	}

	@Test
	void theEndOfTheConnectionsIsToldBeforeTheContextIsClosed() {
		Bot bot = run();
		bot.events.clear();
		this.context.close();
		for (ShardId shard : List.of(FIRST, SECOND)) {
			assertThat(bot.events).containsSubsequence(new ShardDraining(shard),
					new ShardDisconnected(shard, new DisconnectCause.Stopped()), new ShardStopped(shard));
		}
		assertThat(bot.events).hasSize(6);
	}

	@Test
	void aListenerThatFailsKeepsNoEventFromTheOthers() {
		Bot bot = run("--failing=true");
		bot.events.clear();
		this.simulator.connection(0).drop();
		await().until(() -> bot.events.contains(new ShardResumed(FIRST, 0)));
	}

	@TestBot
	static class Bot {

		private final List<GatewayLifecycleEvent> events = new CopyOnWriteArrayList<>();

		private final CountDownLatch mayHandle = new CountDownLatch(1);

		@EventListener
		void on(GatewayLifecycleEvent event) {
			this.events.add(event);
		}

		@EventListener(condition = "@environment.getProperty('failing') == 'true'")
		void failing(ShardDisconnected event) {
			throw new IllegalStateException("failed on purpose");
		}

		@GatewayListener("TYPING_START")
		void onTyping(String body) throws InterruptedException {
			this.mayHandle.await();
		}

	}

}
