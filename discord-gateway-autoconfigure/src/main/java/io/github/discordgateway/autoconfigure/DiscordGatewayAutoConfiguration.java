package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Auto-configuration for the Discord Gateway. What is an interface backs off on a bean of
 * the application.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "discord.gateway.enabled", matchIfMissing = true)
@EnableConfigurationProperties(DiscordGatewayProperties.class)
@Import({ GatewaySimulatorConfiguration.class, GatewayTransportConfiguration.class, GatewaySessionConfiguration.class,
		GatewayListenerConfiguration.class, GatewayClusterConfiguration.class })
@ImportRuntimeHints(GatewayRuntimeHints.class)
public final class DiscordGatewayAutoConfiguration {

	static final String JSON_MAPPER = "discordGatewayJsonMapper";

	private final DiscordGatewayProperties properties;

	DiscordGatewayAutoConfiguration(DiscordGatewayProperties properties,
			ObjectProvider<GatewaySimulatorConfiguration> simulator) {
		SettledConditionException.check(properties, simulator);
		this.properties = properties;
	}

	@Bean
	@ConditionalOnMissingBean(DiscordGatewayConnectionDetails.class)
	PropertiesDiscordGatewayConnectionDetails discordGatewayConnectionDetails() {
		return new PropertiesDiscordGatewayConnectionDetails(this.properties);
	}

	@Bean(name = JSON_MAPPER, defaultCandidate = false)
	@ConditionalOnMissingBean(name = JSON_MAPPER)
	JsonMapper discordGatewayJsonMapper(ObjectProvider<GatewayJsonMapperCustomizer> customizers) {
		JsonMapper.Builder builder = GatewayJsonMapper.builder();
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	ShutdownBudget discordGatewayShutdownBudget(ObjectProvider<LifecycleProperties> lifecycle) {
		return new ShutdownBudget(lifecycle.getIfAvailable(LifecycleProperties::new).getTimeoutPerShutdownPhase(),
				this.properties.timeouts().close());
	}

}
