package io.github.discordgateway.autoconfigure.health;

import java.time.Clock;
import java.time.Duration;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.actuate.GatewayReadinessHealthIndicator;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that makes the gateway a member of the health group
 * {@code readiness}, when {@code discord.gateway.health.readiness} says so. Who has set
 * what the group includes or excludes has decided already. The group {@code liveness} is
 * left alone: a restart does not help when Discord cannot be reached.
 */
@AutoConfiguration(after = { DiscordGatewayAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class },
		before = HealthContributorAutoConfiguration.class)
@ConditionalOnClass({ HealthEndpointGroups.class, AdditionalPathsMapper.class })
@ConditionalOnBooleanProperty("discord.gateway.health.readiness")
public final class DiscordGatewayReadinessAutoConfiguration {

	DiscordGatewayReadinessAutoConfiguration() {
	}

	/** There also without a gateway, which says nothing then. */
	@Bean
	@ConditionalOnMissingBean(name = "discordGatewayReadinessHealthIndicator")
	HealthIndicator discordGatewayReadinessHealthIndicator(ObjectProvider<Gateway> gateway,
			ObjectProvider<RelayStatistics> relay, ObjectProvider<WorkerStatistics> worker,
			ObjectProvider<DiscordGatewayProperties> properties) {
		DiscordGatewayProperties available = properties.getIfAvailable();
		Duration tolerance = (available != null) ? available.health().readinessTolerance() : Duration.ZERO;
		return new GatewayReadinessHealthIndicator(gateway::getIfAvailable, relay.getIfAvailable(),
				worker.getIfAvailable(), tolerance, Clock.systemUTC());
	}

	/**
	 * After Boot's own, which makes the group: both have no order, this one comes later.
	 */
	@Bean
	static HealthEndpointGroupsPostProcessor discordGatewayReadinessGroups(Environment environment) {
		return (groups) -> GatewayReadinessGroups.of(groups, environment);
	}

}
