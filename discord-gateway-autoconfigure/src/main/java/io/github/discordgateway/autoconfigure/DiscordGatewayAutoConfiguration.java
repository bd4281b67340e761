package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the Discord Gateway. What is an interface backs off on a bean of
 * the application.
 */
@AutoConfiguration
@Conditional(OnGatewayEnabledCondition.class)
@EnableConfigurationProperties(DiscordGatewayProperties.class)
@Import({ GatewaySimulatorConfiguration.class, GatewayTransportConfiguration.class, MissingRedisConfiguration.class,
		GatewayRedisConfiguration.class, GatewaySessionConfiguration.class, GatewayListenerConfiguration.class,
		GatewayClusterConfiguration.class, GatewayRelayConfiguration.class })
@ImportRuntimeHints(GatewayRuntimeHints.class)
public final class DiscordGatewayAutoConfiguration {

	static final String JSON_MAPPER = "discordGatewayJsonMapper";

	private final DiscordGatewayProperties properties;

	DiscordGatewayAutoConfiguration(DiscordGatewayProperties properties,
			ObjectProvider<GatewaySimulatorConfiguration> simulator, ApplicationContext context) {
		SettledConditionException.check(properties, simulator, context);
		this.properties = properties;
		checkParent(context.getParent());
	}

	private void checkParent(@Nullable ApplicationContext parent) {
		DiscordGatewayConnectionDetails inherited = (parent != null)
				? parent.getBeanProvider(DiscordGatewayConnectionDetails.class).getIfAvailable() : null;
		String token = this.properties.token();
		if (inherited != null && token != null && !token.isBlank()
				&& !inherited.getToken().equals(GatewayToken.of(token))) {
			throw new SecondBotException("The context has a token of its own (discord.gateway.token), but its parent "
					+ "already runs a bot with another one, whose gateway and events both share.");
		}
	}

	@Bean
	static EmptyValueBindHandlerAdvisor discordGatewayEmptyValueBindHandlerAdvisor() {
		return new EmptyValueBindHandlerAdvisor();
	}

	@Bean
	static RelaySettingsBindHandlerAdvisor discordGatewayRelaySettingsBindHandlerAdvisor() {
		return new RelaySettingsBindHandlerAdvisor();
	}

	@Bean
	static GatewayRoleCheck discordGatewayRoleCheck(Environment environment) {
		return new GatewayRoleCheck(environment);
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
