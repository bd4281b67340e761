package io.github.discordgateway.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Shortens the time for which Reactor Netty's shared threads wait for further work before
 * they end. The gateway has threads of its own, but its {@code WebClient.Builder} starts
 * the shared ones, and with their two seconds each bot would take that long to stop.
 * {@code spring.reactor.netty.shutdown-quiet-period}, wherever it is set, takes
 * precedence.
 */
final class ShutdownQuietPeriodEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String PROPERTY = "spring.reactor.netty.shutdown-quiet-period";

	static final String QUIET_PERIOD = "100ms";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getProperty("discord.gateway.enabled", Boolean.class, true)) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("discordGatewayShutdown", Map.of(PROPERTY, QUIET_PERIOD)));
		}
	}

	/** When the properties of the application are known. */
	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

}
