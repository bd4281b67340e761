package io.github.discordgateway.autoconfigure.health;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.actuate.DiscordGatewayHealthContributor;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.dispatch.EventDispatcher;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link DiscordGatewayHealthContributor}.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class, before = HealthContributorAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnEnabledHealthIndicator("discord-gateway")
public final class DiscordGatewayHealthContributorAutoConfiguration {

	DiscordGatewayHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnBean({ Gateway.class, IdentifyQueue.class, EventDispatcher.class })
	@ConditionalOnMissingBean(name = "discordGatewayHealthContributor")
	CompositeHealthContributor discordGatewayHealthContributor(Gateway gateway, IdentifyQueue identifyQueue,
			EventDispatcher dispatcher, ObjectProvider<RelayStatistics> relay, ObjectProvider<WorkerStatistics> worker,
			DiscordGatewayProperties properties) {
		return new DiscordGatewayHealthContributor(gateway, identifyQueue, dispatcher.statistics(),
				relay.getIfAvailable(), worker.getIfAvailable(), properties.health().maxShards());
	}

}
