package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A change of the number of shards while listeners are behind, connections fail, callers
 * lose patience, and the application stops.
 */
class ReshardingUnderTroubleTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int GUILDS = 12;

	private final AtomicBoolean refusing = new AtomicBoolean();

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(2)
		.maxConcurrency(16)
		.identifyWindow(Duration.ZERO)
		.guildsPerShard(1)
		.behaviour(new GatewayBehaviour() {

			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				if (ReshardingUnderTroubleTests.this.refusing.get()) {
					connection.close(4000, "");
				}
				else {
					GatewayBehaviour.super.onIdentify(connection, frame);
				}
			}

			@Override
			public void onResume(SimulatedConnection connection, ReceivedFrame frame) {
				if (ReshardingUnderTroubleTests.this.refusing.get()) {
					connection.close(4000, "");
				}
				else {
					GatewayBehaviour.super.onResume(connection, frame);
				}
			}

		})
		.build();

	private ConfigurableApplicationContext context;

	private Bot bot;

	private Gateway gateway;

	private long sent;

	private void run(String... more) {
		this.simulator.start();
		this.context = BotRunner.start(Bot.class, Stream.concat(
				Stream.of("token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl(), "startup=wait",
						"startup-timeout=30s", "sharding.hand-over-window=200ms", "dispatch.max-pending=50"),
				Stream.of(more))
			.toArray(String[]::new));
		this.bot = this.context.getBean(Bot.class);
		this.gateway = this.context.getBean(Gateway.class);
		awaitAllReady();
	}

	@AfterEach
	void close() {
		this.bot.permits.release(1_000_000);
		this.context.close();
		this.simulator.close();
	}

	private void awaitAllReady() {
		BotRunner.await()
			.until(() -> !this.gateway.shards().isEmpty() && this.gateway.shards()
				.stream()
				.allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
	}

	private void send(int count) {
		for (int i = 0; i < count; i++) {
			long id = ++this.sent;
			this.simulator.dispatch("MESSAGE_CREATE", "{\"id\":\"" + id + "\",\"channel_id\":\"1\",\"guild_id\":\""
					+ ((id % GUILDS + 1) << 22) + "\",\"content\":\"\",\"author\":{\"id\":\"3\",\"username\":\"a\"}}");
		}
	}

	private void awaitPaused(int... shards) {
		for (int shard : shards) {
			BotRunner.await().until(() -> this.gateway.shard(shard).snapshot().readingPaused());
		}
	}

	private void awaitNewShards(int total) {
		BotRunner.await()
			.until(() -> this.simulator.connections()
				.stream()
				.filter((connection) -> connection.isIdentified() && connection.isOpen())
				.map(SimulatedConnection::shard)
				.filter((shard) -> shard != null && shard.total() == total)
				.count() == total);
	}

	/** The server learns a moment later that a connection is closed. */
	private void awaitOpen(int count) {
		BotRunner.await()
			.untilAsserted(() -> assertThat(this.simulator.connections()).filteredOn(SimulatedConnection::isOpen)
				.hasSize(count));
	}

	private CompletableFuture<Void> reshard(int total) {
		return this.gateway.reshard(total).toFuture();
	}

	private void assertAllHandledOnceAndInOrder() {
		BotRunner.await().until(() -> this.bot.handled().size() >= this.sent);
		assertThat(this.bot.handled()).extracting((event) -> event.message().id()).doesNotHaveDuplicates();
		assertThat(this.bot.handled()).hasSize(Math.toIntExact(this.sent));
		Map<Snowflake, Snowflake> latest = new HashMap<>();
		for (MessageCreate event : this.bot.handled()) {
			Snowflake before = latest.put(event.guildId(), event.message().id());
			assertThat(event.message().id()).isGreaterThan((before != null) ? before : Snowflake.of(0));
		}
	}

	@Test
	@DisplayName("C69 3,000 events that wait behind slow listeners are all handled, once and in order")
	void nothingIsLostBehindSlowListeners() throws Exception {
		run();
		send(3_000);
		awaitPaused(0, 1);
		CompletableFuture<Void> change = reshard(3);
		awaitNewShards(3);
		send(100);
		assertThat(this.gateway.shards()).hasSize(2);
		ScheduledExecutorService listeners = Executors.newSingleThreadScheduledExecutor();
		try {
			listeners.scheduleAtFixedRate(() -> this.bot.permits.release(3), 0, 2, TimeUnit.MILLISECONDS);
			change.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			assertThat(this.gateway.shards()).hasSize(3);
			send(100);
			assertAllHandledOnceAndInOrder();
		}
		finally {
			listeners.shutdownNow();
		}
		awaitOpen(3);
	}

	@Test
	@DisplayName("C69 While an old shard is paused the hand-over waits, and goes on when it reads")
	void aPausedShardIsWaitedFor() throws Exception {
		run();
		send(200);
		awaitPaused(0, 1);
		CompletableFuture<Void> change = reshard(3);
		awaitNewShards(3);
		// More than the new shards may keep: they have to stop reading, too.
		send(12_000);
		assertThat(change).isNotDone();
		assertThat(this.gateway.shards()).hasSize(2);
		this.bot.permits.release(1_000_000);
		change.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		assertAllHandledOnceAndInOrder();
	}

	@Test
	@DisplayName("C69 While an old shard resumes the hand-over waits, and what it missed is handled")
	void aResumingShardIsWaitedFor() throws Exception {
		run();
		this.bot.permits.release(1_000_000);
		this.refusing.set(true);
		CompletableFuture<Void> change = reshard(3);
		this.simulator.connection(0).drop();
		BotRunner.await().until(() -> this.gateway.shard(0).snapshot().state() != ShardState.READY);
		send(500);
		assertThat(change).isNotDone();
		this.refusing.set(false);
		change.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		send(100);
		assertAllHandledOnceAndInOrder();
	}

	@Test
	@DisplayName("C69 An old shard that never gets level gives the change up, and the old ones go on")
	void aShardThatStaysBehind() {
		run("sharding.hand-over-timeout=1s");
		send(200);
		awaitPaused(0, 1);
		assertThatIllegalStateException().isThrownBy(() -> this.gateway.reshard(3).block(LIMIT))
			.withMessageContaining("could not take over within 1 s (discord.gateway.sharding.hand-over-timeout)")
			.withMessageContaining("does not read, because its listeners are behind");
		assertThat(this.gateway.shards()).hasSize(2);
		assertThat(this.context.getBean(GatewayCluster.class).isResharding()).isFalse();
		awaitOpen(2);
		this.bot.permits.release(1_000_000);
		send(100);
		assertAllHandledOnceAndInOrder();
	}

	@Test
	@DisplayName("C69 The same total, and one that cannot be, is refused before anything is made of it")
	void impossibleTotals() {
		run();
		assertThat(IntStream.of(0, -1, 2, 100_001, 1_000_000_000, Integer.MAX_VALUE))
			.allSatisfy((total) -> assertThatIllegalArgumentException()
				.isThrownBy(() -> this.gateway.reshard(total).block(LIMIT)));
		assertThat(this.simulator.connections()).hasSize(2);
		assertThat(this.context.getBean(GatewayCluster.class).isResharding()).isFalse();
	}

	@Test
	@DisplayName("C69 A total that the budget cannot pay is refused, and a later one is not")
	void aTotalThatCannotBePaid() {
		run("spring.unpaced=false");
		this.bot.permits.release(1_000_000);
		assertThatIllegalStateException().isThrownBy(() -> this.gateway.reshard(100_000).block(LIMIT))
			.withMessageContaining("takes 100000 identifies");
		this.gateway.reshard(1).block(LIMIT);
		assertThat(this.gateway.shards()).hasSize(1);
	}

	@Test
	@DisplayName("C69 Cancelling before the exchange gives up and closes the new shards")
	void cancelledBeforeTheExchange() {
		run();
		send(200);
		awaitPaused(0, 1);
		Disposable change = this.gateway.reshard(3).subscribe();
		awaitNewShards(3);
		change.dispose();
		BotRunner.await().until(() -> !this.context.getBean(GatewayCluster.class).isResharding());
		awaitOpen(2);
		this.bot.permits.release(1_000_000);
		send(100);
		assertAllHandledOnceAndInOrder();
		this.gateway.reshard(3).block(LIMIT);
		send(100);
		assertAllHandledOnceAndInOrder();
	}

	@Test
	@DisplayName("C69 Cancelling after the exchange changes nothing: the rest runs to its end by itself")
	void cancelledAfterTheExchange() {
		run();
		Disposable change = this.gateway.reshard(3).subscribe();
		// A few that are being handled keep the old shards from being closed.
		awaitNewShards(3);
		send(20);
		BotRunner.await().until(() -> this.gateway.shards().size() == 3);
		change.dispose();
		assertThat(this.context.getBean(GatewayCluster.class).isResharding()).isTrue();
		send(100);
		this.bot.permits.release(1_000_000);
		assertAllHandledOnceAndInOrder();
		BotRunner.await().until(() -> !this.context.getBean(GatewayCluster.class).isResharding());
		awaitOpen(3);
		send(100);
		assertAllHandledOnceAndInOrder();
	}

	@Test
	@DisplayName("C69 Stopping meanwhile ends the change with an error, and a later start and change work")
	void stoppedMeanwhile() throws Exception {
		run();
		send(200);
		awaitPaused(0, 1);
		CompletableFuture<Void> change = reshard(3);
		awaitNewShards(3);
		CompletableFuture<Void> stop = CompletableFuture.runAsync(this.context::stop);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> change.get(LIMIT.toSeconds(), TimeUnit.SECONDS))
			.withMessageContaining("The gateway was stopped while its shards were changed");
		this.bot.permits.release(1_000_000);
		stop.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		awaitOpen(0);
		this.context.start();
		awaitAllReady();
		this.gateway.reshard(3).block(LIMIT);
		send(100);
		assertAllHandledOnceAndInOrder();
	}

	@Test
	@DisplayName("C69 Stopping between exchange and end loses nothing: the next start brings it")
	void stoppedAfterTheExchange() throws Exception {
		run("spring.lifecycle.timeout-per-shutdown-phase=2s", "dispatch.max-pending=1000");
		CompletableFuture<Void> change = reshard(3);
		awaitNewShards(3);
		send(20);
		BotRunner.await().until(() -> this.gateway.shards().size() == 3);
		send(100);
		this.context.stop();
		assertThat(change).isCompletedExceptionally();
		this.bot.permits.release(1_000_000);
		this.context.start();
		awaitAllReady();
		BotRunner.await()
			.until(() -> this.bot.handled()
				.stream()
				.map((event) -> event.message().id())
				.distinct()
				.count() == this.sent);
	}

	@Test
	@DisplayName("C69 The new shards keep their sessions under their own total; those of the old one are removed")
	void sessionsOfTheOldTotal() {
		run();
		this.bot.permits.release(1_000_000);
		this.gateway.stopShard(1).block(LIMIT);
		SessionStore store = this.context.getBean(SessionStore.class);
		assertThat(store.load(new ShardId(1, 2)).blockOptional(LIMIT)).isPresent();
		this.gateway.reshard(3).block(LIMIT);
		for (int id = 0; id < 2; id++) {
			assertThat(store.load(new ShardId(id, 2)).blockOptional(LIMIT)).isEmpty();
		}
		for (int id = 0; id < 3; id++) {
			assertThat(store.load(new ShardId(id, 3)).blockOptional(LIMIT)).isPresent();
		}
	}

	@Test
	@DisplayName("C69 Single shards are neither stopped nor started while their number is being changed")
	void singleShardsMeanwhile() {
		run();
		send(200);
		awaitPaused(0, 1);
		Disposable change = this.gateway.reshard(3).subscribe();
		assertThatIllegalStateException().isThrownBy(() -> this.gateway.restartShard(0).block(LIMIT))
			.withMessageContaining("The number of shards is being changed");
		change.dispose();
	}

	@TestBot
	static class Bot {

		final Semaphore permits = new Semaphore(0);

		/** Without the five seconds between two identifies. */
		@Bean
		@ConditionalOnBooleanProperty(name = "spring.unpaced", matchIfMissing = true)
		IdentifyQueue identifyQueue() {
			return new IdentifyQueue() {

				@Override
				public Mono<IdentifyPermit> acquire(ShardId shard) {
					return Mono.just(new IdentifyPermit() {

						@Override
						public void spent() {
						}

						@Override
						public void giveBack() {
						}

					});
				}

				@Override
				public void update(SessionStartLimit limit) {
				}

			};
		}

		private final List<MessageCreate> handled = Collections.synchronizedList(new ArrayList<>());

		@GatewayListener
		void onMessage(MessageCreate event) throws InterruptedException {
			this.permits.acquire();
			this.handled.add(event);
		}

		List<MessageCreate> handled() {
			synchronized (this.handled) {
				return List.copyOf(this.handled);
			}
		}

	}

}
