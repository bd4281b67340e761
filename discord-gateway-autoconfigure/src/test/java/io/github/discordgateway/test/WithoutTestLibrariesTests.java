package io.github.discordgateway.test;

import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In production the libraries that the kit needs are not there.
 */
class WithoutTestLibrariesTests {

	@Test
	void theBotAndItsSimulatorRun() {
		new ApplicationContextRunner()
			.withClassLoader(new FilteredClassLoader("org.junit", "org.springframework.test",
					"org.springframework.boot.test.autoconfigure", "org.springframework.boot.test.context.filter",
					"io.github.discordgateway.test"))
			.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class))
			.withPropertyValues("discord.gateway.simulator.enabled=true", "discord.gateway.simulator.timeout=50s")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(GatewaySimulator.class);
				context.getBean(GatewaySimulator.class).awaitReady();
			});
	}

}
