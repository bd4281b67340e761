package io.github.discordgateway.autoconfigure;

import java.util.Set;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.actuate.DiscordGatewayEndpoint;
import io.github.discordgateway.actuate.DiscordGatewayEndpointWebExtension;
import io.github.discordgateway.actuate.GatewayInfoContributor;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.cluster.ShardFactory;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.transport.GatewayUrl;
import io.github.discordgateway.listener.GatewayListenerRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link DiscordGatewayEndpoint} and what the endpoint
 * {@code info} tells of the gateway.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean({ Gateway.class, IdentifyQueue.class, EventDispatcher.class })
public final class DiscordGatewayEndpointAutoConfiguration {

	DiscordGatewayEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint
	DiscordGatewayEndpoint discordGatewayEndpoint(Gateway gateway, IdentifyQueue identifyQueue,
			EventDispatcher dispatcher, GatewayListenerRegistry registry, ObjectProvider<ShardFactory> shardFactory) {
		return new DiscordGatewayEndpoint(gateway, identifyQueue, dispatcher.statistics(), registry,
				() -> (shardFactory.getIfAvailable() instanceof PropertiesShardFactory factory) ? factory.intents()
						: Set.of());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(DiscordGatewayEndpoint.class)
	@ConditionalOnAvailableEndpoint
	DiscordGatewayEndpointWebExtension discordGatewayEndpointWebExtension(DiscordGatewayEndpoint endpoint) {
		return new DiscordGatewayEndpointWebExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnEnabledInfoContributor("discordGateway")
	GatewayInfoContributor discordGatewayInfoContributor(Gateway gateway, DiscordGatewayProperties properties) {
		String compression = properties.compression().resolve().parameter();
		return new GatewayInfoContributor(gateway, new GatewayInfoContributor.Protocol(UserAgent.version(),
				GatewayUrl.API_VERSION, GatewayUrl.ENCODING, (compression != null) ? compression : "none"));
	}

}
