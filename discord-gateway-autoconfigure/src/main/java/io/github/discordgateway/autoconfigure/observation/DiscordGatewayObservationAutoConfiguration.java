package io.github.discordgateway.autoconfigure.observation;

import io.github.discordgateway.actuate.observation.GatewayObservationConvention;
import io.github.discordgateway.actuate.observation.ObservingListenerInterceptor;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.autoconfigure.GatewayWebClientCustomizer;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration for the observations of listeners and of the REST request. Without
 * {@code discord.gateway.observations.enabled} listeners are observed only when something
 * other than meters would use that.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration" })
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({ ObservationRegistry.class, GatewayListenerRegistry.class })
public final class DiscordGatewayObservationAutoConfiguration {

	DiscordGatewayObservationAutoConfiguration() {
	}

	@Bean
	@Conditional(ObservationUseCondition.class)
	ObservingListenerInterceptor discordGatewayObservingListenerInterceptor(ObservationRegistry registry,
			ObjectProvider<GatewayObservationConvention> convention) {
		return new ObservingListenerInterceptor(registry, convention.getIfAvailable());
	}

	/** Before the application's customizers, so that these may choose otherwise. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	GatewayWebClientCustomizer discordGatewayObservedWebClient(ObservationRegistry registry) {
		return (builder) -> builder.observationRegistry(registry);
	}

}
