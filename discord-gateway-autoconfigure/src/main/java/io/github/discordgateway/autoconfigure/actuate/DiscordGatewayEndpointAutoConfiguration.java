package io.github.discordgateway.autoconfigure.actuate;

import java.util.Set;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.actuate.DiscordGatewayEndpoint;
import io.github.discordgateway.actuate.DiscordGatewayEndpointWebExtension;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.cluster.ShardFactory;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.GatewayListenerRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link DiscordGatewayEndpoint}.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean({ Gateway.class, IdentifyQueue.class, EventDispatcher.class })
public final class DiscordGatewayEndpointAutoConfiguration {

	DiscordGatewayEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnAvailableEndpoint
	DiscordGatewayEndpoint discordGatewayEndpoint(Gateway gateway, IdentifyQueue identifyQueue,
			EventDispatcher dispatcher, GatewayListenerRegistry registry, ObjectProvider<ShardFactory> shardFactory) {
		return new DiscordGatewayEndpoint(gateway, identifyQueue, dispatcher.statistics(), registry, () -> {
			ShardFactory factory = shardFactory.getIfAvailable();
			return (factory != null) ? factory.intents() : Set.of();
		});
	}

	@Bean
	@ConditionalOnBean(DiscordGatewayEndpoint.class)
	@ConditionalOnAvailableEndpoint
	DiscordGatewayEndpointWebExtension discordGatewayEndpointWebExtension(DiscordGatewayEndpoint endpoint) {
		return new DiscordGatewayEndpointWebExtension(endpoint);
	}

}
