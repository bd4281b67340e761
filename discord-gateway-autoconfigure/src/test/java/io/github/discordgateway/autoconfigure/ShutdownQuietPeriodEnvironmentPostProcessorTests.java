package io.github.discordgateway.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShutdownQuietPeriodEnvironmentPostProcessor}.
 */
class ShutdownQuietPeriodEnvironmentPostProcessorTests {

	private static final String PROPERTY = "spring.reactor.netty.shutdown-quiet-period";

	private final MockEnvironment environment = new MockEnvironment();

	private String quietPeriod() {
		new ShutdownQuietPeriodEnvironmentPostProcessor().postProcessEnvironment(this.environment,
				new SpringApplication());
		return this.environment.getProperty(PROPERTY);
	}

	@Test
	void isShortWhenNobodySetsIt() {
		assertThat(quietPeriod()).isEqualTo("100ms");
	}

	@Test
	void whatTheApplicationSetsTakesPrecedence() {
		this.environment.setProperty(PROPERTY, "5s");
		assertThat(quietPeriod()).isEqualTo("5s");
	}

	@Test
	void isLeftAloneWithoutTheGateway() {
		this.environment.setProperty("discord.gateway.enabled", "false");
		assertThat(quietPeriod()).isNull();
	}

}
