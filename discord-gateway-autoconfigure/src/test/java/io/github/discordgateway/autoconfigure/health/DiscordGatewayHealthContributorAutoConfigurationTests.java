package io.github.discordgateway.autoconfigure.health;

import io.github.discordgateway.actuate.DiscordGatewayHealthContributor;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiscordGatewayHealthContributorAutoConfiguration}.
 */
class DiscordGatewayHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class,
				DiscordGatewayHealthContributorAutoConfiguration.class, DiscordGatewayReadinessAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class))
		.withPropertyValues("discord.gateway.simulator.enabled=true");

	@Test
	void showsTheGatewayWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(
					context.getBean(HealthContributorRegistry.class).getContributor("discordGateway"))
				.isInstanceOf(DiscordGatewayHealthContributor.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.health.discord-gateway.enabled=false",
			"management.health.discordGateway.enabled=false", "management.health.defaults.enabled=false" })
	void isSwitchedOff(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("discordGatewayHealthContributor"));
	}

	@Test
	void backsOffOnAnotherContributorOfTheName() {
		HealthIndicator own = () -> Health.up().build();
		this.runner.withBean("discordGatewayHealthContributor", HealthContributor.class, () -> own)
			.run((context) -> assertThat(
					context.getBean(HealthContributorRegistry.class).getContributor("discordGateway"))
				.isSameAs(own));
	}

	@Test
	void aShardMayBeAskedForBeforeThereAreAny() {
		this.runner.withPropertyValues("discord.gateway.auto-startup=false").run((context) -> {
			DiscordGatewayHealthContributor gateway = context.getBean(DiscordGatewayHealthContributor.class);
			assertThat(gateway.getContributor("shard-0")).isInstanceOfSatisfying(HealthIndicator.class,
					(shard) -> assertThat(shard.health().getStatus()).isEqualTo(Status.UNKNOWN));
			assertThat(gateway.getContributor("shard-x")).isNull();
			assertThat(gateway.getContributor("0")).isNull();
		});
	}

	@Test
	void readinessIsNoMemberWithoutActuator() {
		this.runner.withPropertyValues("discord.gateway.health.readiness=true")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("discordGatewayReadinessHealthIndicator"));
	}

}
