package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Shards that are stopped, started and exchanged while the application runs, under
 * traffic.
 */
class ReshardingTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int GUILDS = 60;

	private final ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();

	private final AtomicLong sent = new AtomicLong();

	private final AtomicInteger identifies = new AtomicInteger();

	private final AtomicInteger refusedWith = new AtomicInteger();

	private GatewaySimulator simulator;

	private ConfigurableApplicationContext context;

	private Gateway gateway;

	@BeforeEach
	void start() {
		this.simulator = GatewaySimulator.builder()
			.shards(2)
			.maxConcurrency(16)
			.identifyWindow(Duration.ZERO)
			.guildsPerShard(2)
			.behaviour(new GatewayBehaviour() {

				@Override
				public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
					ReshardingTests.this.identifies.incrementAndGet();
					int refusal = ReshardingTests.this.refusedWith.get();
					if (refusal != 0) {
						connection.close(refusal, "");
					}
					else {
						GatewayBehaviour.super.onIdentify(connection, frame);
					}
				}

			})
			.build();
		this.simulator.start();
		this.context = new SpringApplicationBuilder(Bot.class).web(WebApplicationType.NONE)
			.initializers(new QuickIdentify())
			.run("--discord.gateway.token=" + this.simulator.token(),
					"--discord.gateway.api-url=" + this.simulator.apiUrl(),
					"--discord.gateway.sharding.hand-over-window=1s",
					"--discord.gateway.reconnect.initial-back-off=20ms");
		this.gateway = this.context.getBean(Gateway.class);
		awaitAllReady();
		// Not at a fixed rate: a busy machine would have to catch up.
		this.traffic.scheduleWithFixedDelay(this::send, 0, 500, TimeUnit.MICROSECONDS);
	}

	@AfterEach
	void stop() {
		this.traffic.shutdownNow();
		this.context.close();
		this.simulator.close();
	}

	/** Guilds of every shard, whatever the total. */
	private void send() {
		long id = this.sent.incrementAndGet();
		long guild = (id % GUILDS + 1) << 22;
		this.simulator.dispatch("MESSAGE_CREATE", "{\"id\":\"" + id + "\",\"channel_id\":\"1\",\"guild_id\":\"" + guild
				+ "\",\"content\":\"\",\"author\":{\"id\":\"3\",\"username\":\"a\"}}");
	}

	private void awaitAllReady() {
		await().until(() -> !this.gateway.shards().isEmpty()
				&& this.gateway.shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
	}

	private List<MessageCreate> handled() {
		List<MessageCreate> handled = this.context.getBean(Bot.class).handled;
		synchronized (handled) {
			return List.copyOf(handled);
		}
	}

	private void awaitMoreTraffic() {
		int before = handled().size();
		await().until(() -> handled().size() > before + 200);
	}

	/** Each message once, and in order for its guild. */
	private void checkTraffic() throws InterruptedException {
		this.traffic.shutdown();
		assertThat(this.traffic.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		long expected = this.sent.get();
		await().until(() -> handled().size() >= expected);
		assertThat(handled()).extracting((event) -> event.message().id()).doesNotHaveDuplicates();
		assertThat(handled()).hasSize(Math.toIntExact(expected));
		Map<Snowflake, Snowflake> latest = new HashMap<>();
		for (MessageCreate event : handled()) {
			Snowflake before = latest.put(event.guildId(), event.message().id());
			assertThat(event.message().id()).isGreaterThan((before != null) ? before : Snowflake.of(0));
		}
	}

	@Test
	void theTotalChangesWithoutALostADoubledOrADisorderedEvent() throws InterruptedException {
		awaitMoreTraffic();
		this.gateway.reshard(3).block(LIMIT);
		assertThat(this.gateway.shards()).extracting((shard) -> shard.id().toString())
			.containsExactly("0/3", "1/3", "2/3");
		assertThat(this.gateway.shardFor(Snowflake.of(5L << 22)).id().number()).isEqualTo(2);
		awaitMoreTraffic();
		this.gateway.reshard(1).block(LIMIT);
		awaitMoreTraffic();
		checkTraffic();
		assertThat(this.identifies).hasValue(2 + 3 + 1);
		// The server learns a moment later that a connection is closed.
		BotRunner.await()
			.untilAsserted(
					() -> assertThat(this.simulator.connections()).filteredOn(SimulatedConnection::isOpen).hasSize(1));
	}

	@Test
	void aTotalThatDiscordRefusesLeavesTheOldShardsAtWork() throws InterruptedException {
		this.refusedWith.set(4010);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.gateway.reshard(3).block(LIMIT))
			.withMessageContaining("4010");
		assertThat(this.gateway.shards()).hasSize(2);
		awaitMoreTraffic();
		checkTraffic();
	}

	@Test
	void onlyOneChangeGoesOnAtATimeAndItCanBeGivenUp() throws InterruptedException {
		this.refusedWith.set(4000);
		Disposable change = this.gateway.reshard(4).subscribe();
		assertThatIllegalStateException().isThrownBy(() -> this.gateway.reshard(5).block(LIMIT))
			.withMessageContaining("being changed already");
		change.dispose();
		this.refusedWith.set(0);
		awaitMoreTraffic();
		this.gateway.reshard(3).block(LIMIT);
		checkTraffic();
	}

	@Test
	@DisplayName("C22 A shard that is stopped and started resumes: no event is missing, no IDENTIFY spent")
	void oneShardIsRestarted() throws InterruptedException {
		awaitMoreTraffic();
		this.gateway.stopShard(1).block(LIMIT);
		assertThat(this.gateway.shard(1).snapshot().state()).isEqualTo(ShardState.STOPPED);
		assertThat(this.gateway.shard(0).snapshot().state()).isEqualTo(ShardState.READY);
		awaitMoreTraffic();
		this.gateway.startShard(1).block(LIMIT);
		awaitAllReady();
		this.gateway.startShard(1).block(LIMIT);
		this.gateway.restartShard(0).block(LIMIT);
		awaitAllReady();
		awaitMoreTraffic();
		checkTraffic();
		assertThat(this.identifies).hasValue(2);
	}

	@Test
	@DisplayName("C52 A total that takes more identifies than are left is refused before anything is begun")
	void aTotalBeyondTheBudget() {
		assertThatIllegalStateException().isThrownBy(() -> this.gateway.reshard(949).block(LIMIT))
			.withMessageContaining("takes 949 identifies")
			.withMessageContaining("50 of them in reserve");
		assertThat(this.identifies).hasValue(2);
	}

	@Test
	void aShardThatDoesNotRunHereIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.gateway.restartShard(7).block(LIMIT))
			.withMessageContaining("Shard 7 does not run here. These do: [0/2, 1/2]");
	}

	@TestBot
	static class Bot {

		final List<MessageCreate> handled = Collections.synchronizedList(new ArrayList<>());

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.handled.add(event);
		}

	}

}
