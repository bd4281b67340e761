package io.github.discordgateway.autoconfigure.actuate;

import io.github.discordgateway.actuate.GatewayInfoContributor;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiscordGatewayInfoContributorAutoConfiguration}.
 */
class DiscordGatewayInfoContributorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class,
				DiscordGatewayInfoContributorAutoConfiguration.class))
		.withPropertyValues("discord.gateway.simulator.enabled=true");

	@Test
	void tellsOfTheGateway() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(GatewayInfoContributor.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.info.discord-gateway.enabled=false",
			"management.info.discordGateway.enabled=false", "management.info.defaults.enabled=false" })
	void isSwitchedOff(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GatewayInfoContributor.class));
	}

	@Test
	void needsActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(InfoContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GatewayInfoContributor.class));
	}

}
