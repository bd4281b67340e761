package io.github.discordgateway.autoconfigure.metrics;

import io.github.discordgateway.actuate.metrics.InteractionMetrics;
import io.github.discordgateway.autoconfigure.DiscordInteractionAutoConfiguration;
import io.github.discordgateway.interaction.CommandDefinitions;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the meters of interactions.
 */
@AutoConfiguration(after = DiscordInteractionAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, CommandDefinitions.class })
public final class DiscordInteractionMetricsAutoConfiguration {

	DiscordInteractionMetricsAutoConfiguration() {
	}

	@Bean
	InteractionMetrics discordInteractionMetrics() {
		return new InteractionMetrics();
	}

}
