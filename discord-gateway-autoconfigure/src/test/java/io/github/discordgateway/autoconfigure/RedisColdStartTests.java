package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.internal.redis.RedisAccess;
import io.github.discordgateway.internal.redis.RedisIdentifyPacer;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that begin one after the other, so that they hand shards over which have
 * no session yet.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RedisColdStartTests {

	private static final Duration WINDOW = Duration.ofMillis(200);

	/** Prolonged in time, however busy this machine is. */
	private static final Duration HELD = Duration.ofSeconds(10);

	/** Paced by Redis, with a shorter window than Discord's. */
	private static ConfigurableApplicationContext node(SharedShards shared, String name) {
		return shared.node(name, (starting) -> starting.registerBean(IdentifyPacer.class, () -> pacer(starting)),
				"discord.gateway.identify.slack=500ms");
	}

	private static RedisIdentifyPacer pacer(GenericApplicationContext context) {
		return pacer(context.getBean(RedisAccess.class), WINDOW);
	}

	private static RedisIdentifyPacer pacer(RedisAccess redis, Duration window) {
		return new RedisIdentifyPacer(redis, Schedulers.parallel(), window, IdentifyReserve.NONE);
	}

	private static List<ShardState> states(ConfigurableApplicationContext node) {
		return SharedShards.gateway(node)
			.shards()
			.stream()
			.map(GatewayShard::snapshot)
			.map((shard) -> shard.state())
			.toList();
	}

	private static void awaitHeld(SharedShards shared, int each, ConfigurableApplicationContext... nodes) {
		SharedShards.eventually().until(() -> {
			for (ConfigurableApplicationContext node : nodes) {
				if (states(node).size() != each) {
					return false;
				}
			}
			return true;
		});
		assertThat(shared.identifies).as("before anybody may").hasValue(0);
	}

	@Test
	@DisplayName("D3 D4 D11 a shard is handed over in the middle of its IDENTIFY when READY has come: it is resumed, and spends no second one")
	void whileItIdentifies(CapturedOutput output) {
		Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
		try (SharedShards shared = new SharedShards(EmbeddedRedis.shared(), SharedShards.TOTAL, SharedShards.TOTAL,
				(connection, answer) -> answers.add(answer))) {
			ConfigurableApplicationContext first = node(shared, "first");
			SharedShards.eventually().until(() -> answers.size() == SharedShards.TOTAL);
			ConfigurableApplicationContext second = node(shared, "second");
			SharedShards.eventually().until(() -> output.getOut().contains("Handing shard"));
			SharedShards.eventually().until(() -> SharedShards.gateway(second).coordination().nodes().size() == 2);
			assertThat(states(first)).as("until READY")
				.hasSize(SharedShards.TOTAL)
				.containsOnly(ShardState.IDENTIFYING);
			answers.forEach(Runnable::run);
			SharedShards.eventually().until(() -> SharedShards.runs(first, 3) && SharedShards.runs(second, 3));
			assertThat(answers).as("IDENTIFYs").hasSize(SharedShards.TOTAL);
			assertOneConnectionEach(shared);
		}
	}

	@Test
	@DisplayName("D3 D11 shards that wait for their permits are handed over at once, and wait elsewhere: each identifies once, and no permit is lost")
	void whileTheyWait() {
		try (SharedShards shared = new SharedShards(EmbeddedRedis.shared(), SharedShards.TOTAL, 1,
				(connection, answer) -> answer.run());
				RedisIdentifyPacer other = pacer(shared.redis.access(shared.prefix, shared.simulator.token()), HELD)) {
			IdentifyPermit taken = other.acquire(new ShardId(0, SharedShards.TOTAL)).block(Duration.ofSeconds(30));
			ConfigurableApplicationContext first = node(shared, "first");
			awaitHeld(shared, SharedShards.TOTAL, first);
			ConfigurableApplicationContext second = node(shared, "second");
			awaitHeld(shared, 3, first, second);
			ConfigurableApplicationContext third = node(shared, "third");
			awaitHeld(shared, 2, first, second, third);
			taken.giveBack();
			SharedShards.eventually()
				.until(() -> SharedShards.runs(first, 2) && SharedShards.runs(second, 2)
						&& SharedShards.runs(third, 2));
			assertThat(shared.identifies).hasValue(SharedShards.TOTAL);
			assertOneConnectionEach(shared);
		}
	}

	@Test
	@DisplayName("D3 D4 D11 three processes begin while a shard identifies every moment, with answers that take their time: each shard identifies once and is ready in one of them")
	void whileAllOfItHappens() {
		int total = 12;
		try (SharedShards shared = new SharedShards(EmbeddedRedis.shared(), total, 1, (connection, answer) -> {
			connection.latency(Duration.ofMillis(50), Duration.ofMillis(600));
			answer.run();
		})) {
			ConfigurableApplicationContext first = node(shared, "first");
			SharedShards.eventually().until(() -> shared.identifies.get() > 0);
			ConfigurableApplicationContext second = node(shared, "second");
			ConfigurableApplicationContext third = node(shared, "third");
			SharedShards.eventually()
				.until(() -> SharedShards.runs(first, 4) && SharedShards.runs(second, 4)
						&& SharedShards.runs(third, 4));
			assertThat(shared.identifies).hasValue(total);
			assertOneConnectionEach(shared);
		}
	}

	private static void assertOneConnectionEach(SharedShards shared) {
		List<SimulatedConnection> open = shared.simulator.connections()
			.stream()
			.filter(SimulatedConnection::isOpen)
			.toList();
		assertThat(open).extracting((connection) -> connection.shard().number())
			.doesNotHaveDuplicates()
			.hasSize(shared.total);
	}

}
