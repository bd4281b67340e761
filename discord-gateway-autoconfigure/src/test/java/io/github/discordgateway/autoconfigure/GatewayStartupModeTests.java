package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

/**
 * {@code discord.gateway.startup}: what the start of an application waits for.
 */
@ExtendWith(OutputCaptureExtension.class)
class GatewayStartupModeTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private ConfigurableApplicationContext run(String... more) {
		this.simulator.start();
		return new SpringApplicationBuilder(Bot.class).web(WebApplicationType.NONE)
			.run(Stream.concat(Stream.of("--discord.gateway.api-url=" + this.simulator.apiUrl(),
					"--discord.gateway.reconnect.initial-back-off=10ms",
					"--discord.gateway.reconnect.max-back-off=50ms"), Stream.of(more))
				.toArray(String[]::new));
	}

	private String token() {
		return "--discord.gateway.token=" + this.simulator.token();
	}

	@Test
	void failFastFailsWithTheReasonWhenNoShardIsReadyInTime(CapturedOutput output) {
		this.simulator.rest().failNext(10_000, 503);
		assertThatException().isThrownBy(
				() -> run(token(), "--discord.gateway.startup=fail-fast", "--discord.gateway.startup-timeout=2s")
					.close());
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("No shard was ready within 2000 ms: ")
			.contains("503")
			.contains("Check that Discord can be reached from here");
		assertThat(this.simulator.connections()).isEmpty();
	}

	@Test
	void failFastStartsWithTheFirstShard() {
		try (ConfigurableApplicationContext context = run(token(), "--discord.gateway.startup=fail-fast",
				"--discord.gateway.startup-timeout=60s")) {
			assertThat(context.getBean(Gateway.class).shard(0).snapshot().state()).isEqualTo(ShardState.READY);
		}
	}

	@Test
	@DisplayName("C53 A refused token leaves an application running that does not wait, and it says why")
	void asyncSurvivesARefusal(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run("--discord.gateway.token=some.other.token",
				"--discord.gateway.startup=async")) {
			await().until(() -> output.getOut().contains("The gateway cannot start: "));
			assertThat(context.isRunning()).isTrue();
			assertThat(context.getBean(GatewayCluster.class).problem()).contains("401");
		}
		assertThat(output).doesNotContain("some.other.token").doesNotContain("APPLICATION FAILED TO START");
	}

	@TestBot
	static class Bot {

	}

}
