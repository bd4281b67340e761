package io.github.discordgateway.autoconfigure;

import java.net.URI;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.ListenerFailure;
import io.github.discordgateway.simulator.SelfSignedCertificate;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * Starts the simulator, and connects to it instead of Discord.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("discord.gateway.simulator.enabled")
@Conditional(OnOwnGatewayCondition.class)
class GatewaySimulatorConfiguration {

	private static final String CERTIFICATE = "discordGatewaySimulatorCertificate";

	@Bean
	@ConditionalOnMissingBean
	GatewaySimulator discordGatewaySimulator(DiscordGatewayProperties properties,
			ObjectProvider<GatewaySimulatorCustomizer> customizers, ObjectProvider<SslBundles> bundles,
			@Qualifier(CERTIFICATE) ObjectProvider<SelfSignedCertificate> certificate) {
		GatewaySimulatorBuilder builder = properties.simulator().toBuilder();
		String bundle = properties.simulator().ssl().bundle();
		if (StringUtils.hasText(bundle)) {
			builder.ssl(GatewayTransportConfiguration.bundle("discord.gateway.simulator.ssl.bundle", bundle,
					bundles.getIfAvailable()));
		}
		certificate.ifAvailable((made) -> builder.ssl(made.server()));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean(DiscordGatewayConnectionDetails.class)
	SimulatorConnectionDetails discordGatewaySimulatorConnectionDetails(GatewaySimulator simulator,
			@Qualifier(CERTIFICATE) ObjectProvider<SelfSignedCertificate> certificate) {
		SelfSignedCertificate made = certificate.getIfAvailable();
		return new SimulatorConnectionDetails(simulator, (made != null) ? made.client() : null);
	}

	@Bean(name = CERTIFICATE, defaultCandidate = false)
	@ConditionalOnBooleanProperty("discord.gateway.simulator.ssl.self-signed")
	SelfSignedCertificate discordGatewaySimulatorCertificate() {
		return SelfSignedCertificate.create();
	}

	/** Late, because the gateway needs the simulator before. */
	@Bean
	SmartInitializingSingleton discordGatewaySimulatorObservation(GatewaySimulator simulator,
			ObjectProvider<Gateway> gateway, EventDispatcher dispatcher) {
		return () -> {
			gateway.ifAvailable((bot) -> simulator.observe(new GatewayBotProgress(bot, dispatcher.statistics())));
			dispatcher.observeHandlers((handler, envelope, nanos, error) -> {
				if (error != null) {
					simulator.listenerFailed(new ListenerFailure(handler.description(), envelope.toString(), error));
				}
			});
		};
	}

	/**
	 * Leads to the simulator.
	 *
	 * @param simulator has been started
	 * @param trust what trusts its certificate; {@code null} when it has none of its own
	 */
	record SimulatorConnectionDetails(GatewaySimulator simulator,
			@Nullable SslBundle trust) implements DiscordGatewayConnectionDetails {

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.trust;
		}

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
