package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.github.discordgateway.FatalCloseException;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A bot that has grown: Discord closes its shards with 4011 and recommends more of them.
 */
@ExtendWith(OutputCaptureExtension.class)
class OutgrownShardsTests {

	private final AtomicInteger recommended = new AtomicInteger(1);

	private final AtomicInteger asked = new AtomicInteger();

	private final AtomicInteger identifies = new AtomicInteger();

	/** Fewer are refused from now on. */
	private volatile int needed = 1;

	/** What is recommended once a shard was refused; 0 for what is recommended anyway. */
	private volatile int recommendedThen;

	/** Of this one only; null for all. */
	private volatile Integer refusedShard;

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(1)
		.maxConcurrency(16)
		.identifyWindow(Duration.ZERO)
		.behaviour(new GatewayBehaviour() {

			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				OutgrownShardsTests.this.identifies.incrementAndGet();
				int total = frame.data().path("shard").path(1).asInt();
				int id = frame.data().path("shard").path(0).asInt();
				Integer only = OutgrownShardsTests.this.refusedShard;
				if (total < OutgrownShardsTests.this.needed && (only == null || only == id)) {
					if (OutgrownShardsTests.this.recommendedThen > 0) {
						OutgrownShardsTests.this.recommended.set(OutgrownShardsTests.this.recommendedThen);
					}
					connection.close(4011, "Sharding required.");
				}
				else {
					GatewayBehaviour.super.onIdentify(connection, frame);
				}
			}

		})
		.build();

	private HttpServer rest;

	private BotRunner bot;

	@BeforeEach
	void start() throws IOException {
		this.simulator.start();
		this.rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.rest.createContext("/", (exchange) -> {
			this.asked.incrementAndGet();
			byte[] answer = ("{\"url\":\"" + this.simulator.url() + "\",\"shards\":" + this.recommended.get()
					+ ",\"session_start_limit\":{\"total\":1000,\"remaining\":1000,\"reset_after\":86400000,"
					+ "\"max_concurrency\":16}}")
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.getResponseHeaders().add("Connection", "close");
			exchange.sendResponseHeaders(200, answer.length);
			try (OutputStream body = exchange.getResponseBody()) {
				body.write(answer);
			}
		});
		this.rest.start();
	}

	@AfterEach
	void stop() {
		if (this.bot != null) {
			this.bot.close();
		}
		this.rest.stop(0);
		this.simulator.close();
	}

	private String[] properties(String... more) {
		return Stream
			.concat(Stream.of("token=" + this.simulator.token(), "sharding.hand-over-window=50ms",
					"api-url=http://127.0.0.1:" + this.rest.getAddress().getPort() + "/api/v10"), Stream.of(more))
			.toArray(String[]::new);
	}

	private Gateway run(String... more) {
		this.bot = BotRunner.run(properties(more));
		return this.bot.context().getBean(Gateway.class);
	}

	private void awaitReady(int total) {
		Gateway gateway = this.bot.context().getBean(Gateway.class);
		BotRunner.await()
			.until(() -> gateway.shards().size() == total && gateway.shards()
				.stream()
				.map(GatewayShard::snapshot)
				.allMatch((shard) -> shard.state() == ShardState.READY));
	}

	@Test
	@DisplayName("C66 A bot that has outgrown its only shard starts anew with the number that Discord recommends now")
	void theOnlyShard() {
		run();
		awaitReady(1);
		this.needed = 2;
		this.recommended.set(2);
		this.simulator.connection(0).invalidSession(false);
		awaitReady(2);
		assertThat(this.identifies).hasValue(4);
		assertThat(this.asked).hasValueLessThanOrEqualTo(4);
		assertThat(this.bot.context().getBean(GatewayCluster.class).problem()).isNull();
	}

	@Test
	@DisplayName("C66 At the start, too: the start waits for the new number and does not fail")
	void atTheStart() {
		this.needed = 3;
		this.recommendedThen = 3;
		run("startup=wait", "startup-timeout=30s");
		awaitReady(3);
	}

	@Test
	@DisplayName("C66 The other shards go on until the new ones have taken over")
	void oneOfSeveral() {
		this.recommended.set(2);
		this.refusedShard = 1;
		Gateway gateway = run();
		awaitReady(2);
		SimulatedConnection other = this.simulator.connection(0);
		this.needed = 4;
		this.recommended.set(4);
		this.simulator.connection(1).invalidSession(false);
		BotRunner.await()
			.until(() -> gateway.shards().size() == 2 && gateway.shard(1).snapshot().state() == ShardState.FAILED);
		assertThat(other.isOpen()).isTrue();
		awaitReady(4);
		BotRunner.await().until(() -> !other.isOpen());
	}

	@Test
	@DisplayName("C66 The same number again is no tight loop: Discord is asked at growing intervals, and that is told")
	void theSameNumberAgain(CapturedOutput output) {
		run("reconnect.max-back-off=200ms");
		awaitReady(1);
		this.needed = 2;
		int before = this.asked.get();
		this.simulator.connection(0).invalidSession(false);
		BotRunner.await().until(() -> this.asked.get() >= before + 4);
		assertThat(this.identifies).hasValueLessThanOrEqualTo(this.asked.get() + 1);
		assertThat(output).contains("recommends no more than 1. Asking Discord again in");
		assertThat(this.bot.context().getBean(GatewayCluster.class).problem()).contains("recommends no more than 1");
		this.recommended.set(2);
		awaitReady(2);
	}

	@Test
	@DisplayName("C66 A shard that Discord refused by mistake comes back by itself")
	void refusedByMistake() {
		run();
		awaitReady(1);
		this.needed = 2;
		this.simulator.connection(0).invalidSession(false);
		Gateway gateway = this.bot.context().getBean(Gateway.class);
		BotRunner.await().until(() -> gateway.shard(0).snapshot().state() == ShardState.FAILED);
		this.needed = 1;
		awaitReady(1);
	}

	@Test
	@DisplayName("C66 A number that is configured: the remedy names the property and the number to set")
	void aConfiguredNumber(CapturedOutput output) {
		this.needed = 5;
		this.recommended.set(5);
		Throwable failure = catchThrowable(() -> run("sharding.total=2", "startup=wait", "startup-timeout=30s"));
		assertThat(failure).isInstanceOfSatisfying(FatalCloseException.class,
				(fatal) -> assertThat(fatal.recommendedTotal()).isEqualTo(5));
		assertThat(output).contains(
				"discord.gateway.sharding.total is 2, but Discord recommends 5 shards now: set it to 5, or leave it out");
		FailureAnalysis analysis = new FatalCloseFailureAnalyzer(null).analyze(failure);
		assertThat(analysis.getAction()).contains("Set discord.gateway.sharding.total to 5");
	}

}
