package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.actuate.DiscordGatewayHealthContributor;
import io.github.discordgateway.cluster.GatewayCluster;
import io.github.discordgateway.identify.IdentifyQueue;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
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
@ConditionalOnBean({ GatewayCluster.class, IdentifyQueue.class })
@ConditionalOnEnabledHealthIndicator("discordGateway")
public final class DiscordGatewayHealthContributorAutoConfiguration {

	DiscordGatewayHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = "discordGatewayHealthContributor")
	DiscordGatewayHealthContributor discordGatewayHealthContributor(GatewayCluster cluster,
			IdentifyQueue identifyQueue) {
		return new DiscordGatewayHealthContributor(cluster, identifyQueue);
	}

}
