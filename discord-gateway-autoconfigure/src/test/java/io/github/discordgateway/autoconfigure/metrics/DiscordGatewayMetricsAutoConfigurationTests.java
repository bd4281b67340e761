package io.github.discordgateway.autoconfigure.metrics;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.actuate.metrics.ShardMetrics;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiscordGatewayMetricsAutoConfiguration}.
 */
class DiscordGatewayMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class,
				DiscordGatewayMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
		.withPropertyValues("discord.gateway.simulator.enabled=true");

	@Test
	void measuresWithoutActuator() {
		this.runner
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(ShardMetrics.class);
				Gateway gateway = context.getBean(Gateway.class);
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				Awaitility.await().until(() -> !gateway.shards().isEmpty());
				Awaitility.await()
					.untilAsserted(() -> assertThat(
							registry.get("discord.gateway.shards").tag("state", "ready").gauge().value())
						.isEqualTo(1));
			});
	}

	@Test
	void measuresNothingWithoutMicrometer() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class,
					DiscordGatewayMetricsAutoConfiguration.class))
			.withPropertyValues("discord.gateway.simulator.enabled=true")
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ShardMetrics.class));
	}

	@Test
	void measuresNothingWithoutAGateway() {
		this.runner.withPropertyValues("discord.gateway.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(MeterRegistry.class)
				.doesNotHaveBean(ShardMetrics.class));
	}

}
