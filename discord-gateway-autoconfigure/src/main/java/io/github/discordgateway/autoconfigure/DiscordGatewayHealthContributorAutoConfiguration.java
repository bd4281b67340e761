package io.github.discordgateway.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.actuate.DiscordGatewayHealthContributor;
import io.github.discordgateway.actuate.GatewayReadinessHealthIndicator;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.dispatch.EventDispatcher;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link DiscordGatewayHealthContributor}.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class, before = HealthContributorAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
public final class DiscordGatewayHealthContributorAutoConfiguration {

	DiscordGatewayHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnBean({ Gateway.class, IdentifyQueue.class, EventDispatcher.class })
	@ConditionalOnEnabledHealthIndicator("discordGateway")
	@ConditionalOnMissingBean(name = "discordGatewayHealthContributor")
	DiscordGatewayHealthContributor discordGatewayHealthContributor(Gateway gateway, IdentifyQueue identifyQueue,
			EventDispatcher dispatcher, DiscordGatewayProperties properties) {
		return new DiscordGatewayHealthContributor(gateway, identifyQueue, dispatcher.statistics(),
				properties.health().maxShards());
	}

	/** There also without shards, since the health group would miss it. */
	@Bean
	@ConditionalOnBooleanProperty(GatewayReadinessEnvironmentPostProcessor.READINESS)
	@ConditionalOnMissingBean(name = "discordGatewayReadinessHealthIndicator")
	GatewayReadinessHealthIndicator discordGatewayReadinessHealthIndicator(ObjectProvider<Gateway> gateway,
			ObjectProvider<DiscordGatewayProperties> properties) {
		DiscordGatewayProperties available = properties.getIfAvailable();
		Duration tolerance = (available != null) ? available.health().readinessTolerance() : Duration.ZERO;
		return new GatewayReadinessHealthIndicator(gateway::getIfAvailable, tolerance, Clock.systemUTC());
	}

}
