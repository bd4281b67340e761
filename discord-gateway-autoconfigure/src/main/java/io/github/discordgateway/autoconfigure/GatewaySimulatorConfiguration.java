package io.github.discordgateway.autoconfigure;

import java.net.URI;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Starts the simulator, and connects to it instead of Discord.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("discord.gateway.simulator.enabled")
@Conditional(OnOwnGatewayCondition.class)
class GatewaySimulatorConfiguration {

	@Bean
	GatewaySimulator discordGatewaySimulator(DiscordGatewayProperties properties,
			ObjectProvider<GatewaySimulatorCustomizer> customizers) {
		DiscordGatewayProperties.Simulator settings = properties.simulator();
		GatewaySimulatorBuilder builder = GatewaySimulator.builder()
			.port(settings.port())
			.allowedOrigins(settings.allowedOrigins())
			.shards(settings.shards())
			.maxConcurrency(settings.maxConcurrency())
			.guildsPerShard(settings.guildsPerShard())
			.ambientEventsPerSecond(settings.eventsPerSecond())
			.heartbeatInterval(settings.heartbeatInterval())
			.timeout(settings.timeout());
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		GatewaySimulator simulator = builder.build();
		simulator.start();
		return simulator;
	}

	@Bean
	@ConditionalOnMissingBean(DiscordGatewayConnectionDetails.class)
	SimulatorConnectionDetails discordGatewaySimulatorConnectionDetails(GatewaySimulator simulator) {
		return new SimulatorConnectionDetails(simulator);
	}

	/** Late, because the gateway needs the simulator before. */
	@Bean
	SmartInitializingSingleton discordGatewaySimulatorObservation(GatewaySimulator simulator,
			ObjectProvider<Gateway> gateway, EventDispatcher dispatcher) {
		return () -> gateway
			.ifAvailable((bot) -> simulator.observe(new GatewayBotProgress(bot, dispatcher.statistics())));
	}

	/**
	 * Leads to the simulator.
	 *
	 * @param simulator has been started
	 */
	record SimulatorConnectionDetails(GatewaySimulator simulator) implements DiscordGatewayConnectionDetails {

		@Override
		public GatewayToken getToken() {
			return GatewayToken.of(this.simulator.token());
		}

		@Override
		public URI getApiUrl() {
			return this.simulator.apiUrl();
		}

	}

}
