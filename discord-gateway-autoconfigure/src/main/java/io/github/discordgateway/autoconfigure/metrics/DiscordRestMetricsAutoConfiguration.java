package io.github.discordgateway.autoconfigure.metrics;

import io.github.discordgateway.actuate.metrics.RestMetrics;
import io.github.discordgateway.autoconfigure.DiscordRestAutoConfiguration;
import io.github.discordgateway.rest.RestRateLimiter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the meters of requests to Discord's API.
 */
@AutoConfiguration(after = DiscordRestAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, RestRateLimiter.class })
public final class DiscordRestMetricsAutoConfiguration {

	DiscordRestMetricsAutoConfiguration() {
	}

	@Bean
	RestMetrics discordRestMetrics(ObjectProvider<RestRateLimiter> limiter) {
		return new RestMetrics(limiter::getObject);
	}

}
