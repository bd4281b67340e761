package io.github.discordgateway.autoconfigure.actuate;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.actuate.GatewayInfoContributor;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.internal.protocol.UserAgent;
import io.github.discordgateway.internal.transport.GatewayUrl;
import io.github.discordgateway.internal.transport.WebSocketGatewayConnector;

import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for what the endpoint {@code info} tells of the gateway.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class)
@ConditionalOnClass({ InfoContributor.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean({ Gateway.class, WebSocketGatewayConnector.class })
@ConditionalOnEnabledInfoContributor("discord-gateway")
public final class DiscordGatewayInfoContributorAutoConfiguration {

	DiscordGatewayInfoContributorAutoConfiguration() {
	}

	@Bean
	GatewayInfoContributor discordGatewayInfoContributor(Gateway gateway, WebSocketGatewayConnector connector) {
		String compression = connector.compression().parameter();
		return new GatewayInfoContributor(gateway, new GatewayInfoContributor.Protocol(UserAgent.version(),
				GatewayUrl.API_VERSION, GatewayUrl.ENCODING, (compression != null) ? compression : "none"));
	}

}
