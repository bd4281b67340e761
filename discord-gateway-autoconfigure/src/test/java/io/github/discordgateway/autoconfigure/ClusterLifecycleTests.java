package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Starts and stops that come in the way of each other, of all shards and of single ones.
 */
class ClusterLifecycleTests {

	private static final Duration LIMIT = Duration.ofSeconds(45);

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(2)
		.maxConcurrency(16)
		.identifyWindow(Duration.ZERO)
		.build();

	private ConfigurableApplicationContext context;

	private GatewayCluster cluster;

	private void run(String... more) {
		this.simulator.start();
		this.context = BotRunner.start(Bot.class,
				Stream
					.concat(Stream.of("token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl()),
							Stream.of(more))
					.toArray(String[]::new));
		this.cluster = this.context.getBean(GatewayCluster.class);
	}

	@AfterEach
	void close() {
		this.context.getBean(Bot.class).release.countDown();
		this.context.close();
		this.simulator.close();
	}

	private void assertTwoShardsRun() {
		BotRunner.await()
			.until(() -> this.cluster.shards().size() == 2 && this.cluster.shards()
				.stream()
				.allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
		BotRunner.await()
			.until(() -> this.simulator.connections().stream().filter(SimulatedConnection::isOpen).count() == 2);
	}

	private CompletableFuture<Void> stop() {
		CompletableFuture<Void> stopped = new CompletableFuture<>();
		this.cluster.stop(() -> stopped.complete(null));
		return stopped;
	}

	private static void await(CompletableFuture<?> future) {
		future.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	/** The server learns of the end of a connection a moment after the client. */
	private void awaitAllClosed() {
		BotRunner.await().until(() -> this.simulator.connections().stream().noneMatch(SimulatedConnection::isOpen));
	}

	@Test
	@DisplayName("C38 C68 A second start changes nothing, a second stop waits for the first one")
	void twice() {
		run();
		assertTwoShardsRun();
		this.cluster.start();
		assertTwoShardsRun();
		assertThat(this.simulator.connections()).hasSize(2);
		CompletableFuture<Void> first = stop();
		CompletableFuture<Void> second = stop();
		await(first);
		await(second);
		awaitAllClosed();
		this.cluster.stop();
	}

	@Test
	@DisplayName("C36 C68 A stop during the start ends it, and another start begins anew")
	void stopDuringStart() {
		this.simulator.rest().failNext(1, 503);
		run("reconnect.initial-back-off=1h", "reconnect.max-back-off=1h");
		Mono<Void> startup = this.cluster.startup();
		BotRunner.await().until(() -> this.cluster.problem() != null);
		await(stop());
		StepVerifier.create(startup).verifyError(CancellationException.class);
		assertThat(this.cluster.isRunning()).isFalse();
		this.cluster.start();
		assertTwoShardsRun();
	}

	@Test
	@DisplayName("C68 A start during the stop begins when the stop has ended")
	void startDuringStop() {
		run();
		assertTwoShardsRun();
		this.simulator.dispatch(0, "MESSAGE_CREATE",
				"{\"id\":\"1\",\"channel_id\":\"1\",\"guild_id\":\"0\",\"content\":\"\",\"author\":{\"id\":\"3\",\"username\":\"a\"}}");
		Bot bot = this.context.getBean(Bot.class);
		BotRunner.await().until(() -> bot.called.getCount() == 0);
		CompletableFuture<Void> stopped = stop();
		this.cluster.start();
		assertThat(this.cluster.isRunning()).isTrue();
		assertThat(stopped).isNotDone();
		assertThat(this.simulator.connections()).hasSize(2);
		bot.release.countDown();
		await(stopped);
		assertTwoShardsRun();
		assertThat(this.simulator.connections()).hasSize(4);
	}

	@Test
	@DisplayName("C68 A stop while a start waits for the stop before it ends both")
	void stopWhileAStartWaits() {
		run();
		assertTwoShardsRun();
		CompletableFuture<Void> first = stop();
		this.cluster.start();
		CompletableFuture<Void> second = stop();
		await(first);
		await(second);
		awaitAllClosed();
		this.cluster.start();
		assertTwoShardsRun();
	}

	@Test
	@DisplayName("C68 Starts and stops of many threads leave one set of shards, or none")
	void manyThreads() {
		run();
		assertTwoShardsRun();
		List<CompletableFuture<?>> all = new ArrayList<>();
		IntStream.range(0, 4).forEach((thread) -> all.add(CompletableFuture.runAsync(() -> {
			for (int i = 0; i < 10; i++) {
				if ((i + thread) % 2 == 0) {
					this.cluster.start();
				}
				else {
					await(stop());
				}
			}
		})));
		all.forEach(ClusterLifecycleTests::await);
		await(stop());
		awaitAllClosed();
		this.cluster.start();
		assertTwoShardsRun();
	}

	@Test
	@DisplayName("C38 Stops and starts of one shard that race leave one connection of it, or none")
	void oneShard() {
		run();
		assertTwoShardsRun();
		Gateway gateway = this.context.getBean(Gateway.class);
		List<CompletableFuture<?>> all = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			all.add(gateway.restartShard(0).toFuture());
			all.add(gateway.stopShard(0).toFuture());
			all.add(gateway.startShard(0).toFuture());
		}
		all.forEach(ClusterLifecycleTests::await);
		gateway.stopShard(0).block(LIMIT);
		BotRunner.await()
			.until(() -> this.simulator.connections().stream().filter(SimulatedConnection::isOpen).count() == 1);
		gateway.startShard(0).block(LIMIT);
		assertTwoShardsRun();
	}

	@Test
	@DisplayName("C36 A shard that is being restarted when all are stopped stays stopped")
	void oneShardAndTheStop() {
		run();
		assertTwoShardsRun();
		Gateway gateway = this.context.getBean(Gateway.class);
		CompletableFuture<Void> restarted = gateway.restartShard(0).onErrorComplete().toFuture();
		await(stop());
		await(restarted);
		assertThatIllegalStateException().isThrownBy(() -> gateway.startShard(0).block(LIMIT))
			.withMessageContaining("The gateway is stopped");
		assertThatIllegalStateException().isThrownBy(() -> gateway.reshard(3).block(LIMIT))
			.withMessageContaining("There are no shards yet");
		awaitAllClosed();
	}

	@TestBot
	static class Bot {

		final CountDownLatch called = new CountDownLatch(1);

		final CountDownLatch release = new CountDownLatch(1);

		@GatewayListener
		void on(MessageCreate event) throws InterruptedException {
			this.called.countDown();
			this.release.await();
		}

	}

}
