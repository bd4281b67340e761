package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.actuate.observation.GatewayObservationConvention;
import io.github.discordgateway.actuate.observation.ObservingListenerInterceptor;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration for the observations of listeners. Without
 * {@code discord.gateway.observations.enabled} there are none unless something other than
 * meters would use them.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration" })
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({ ObservationRegistry.class, GatewayListenerRegistry.class })
@Conditional(ObservationUseCondition.class)
public final class DiscordGatewayObservationAutoConfiguration {

	DiscordGatewayObservationAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	ObservingListenerInterceptor discordGatewayObservingListenerInterceptor(ObservationRegistry registry,
			ObjectProvider<GatewayObservationConvention> convention) {
		return new ObservingListenerInterceptor(registry, convention.getIfAvailable());
	}

}
