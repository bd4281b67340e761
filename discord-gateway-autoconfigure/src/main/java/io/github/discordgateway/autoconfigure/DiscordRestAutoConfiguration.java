package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.discordgateway.internal.protocol.UserAgent;
import io.github.discordgateway.internal.rest.InMemoryRestRateLimiter;
import io.github.discordgateway.internal.rest.RestExchange;
import io.github.discordgateway.internal.rest.RestOperations;
import io.github.discordgateway.internal.transport.ConnectFailures;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import io.github.discordgateway.rest.ApplicationOperations;
import io.github.discordgateway.rest.BanOperations;
import io.github.discordgateway.rest.ChannelOperations;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.DiscordRest;
import io.github.discordgateway.rest.GuildOperations;
import io.github.discordgateway.rest.InteractionOperations;
import io.github.discordgateway.rest.MemberOperations;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRequestListener;
import io.github.discordgateway.rest.RestRoute;
import io.github.discordgateway.rest.RoleOperations;
import io.github.discordgateway.rest.UserOperations;
import io.github.discordgateway.rest.WebhookOperations;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration for requests to Discord's API: a client that keeps to the rate
 * limits, and operations by resource. Nothing is made before somebody asks for it.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnBean({ DiscordGatewayConnectionDetails.class, GatewayHttpResources.class })
@ConditionalOnBooleanProperty(name = "discord.gateway.rest.enabled", matchIfMissing = true)
@EnableConfigurationProperties(DiscordRestProperties.class)
@ImportRuntimeHints(DiscordRestRuntimeHints.class)
@Lazy
public final class DiscordRestAutoConfiguration {

	static final String CLIENT = "discordRestClient";

	private static final Duration MAX_IDLE = Duration.ofSeconds(30);

	private static final Duration INITIAL_BACK_OFF = Duration.ofMillis(500);

	private final DiscordRestProperties properties;

	DiscordRestAutoConfiguration(DiscordRestProperties properties) {
		this.properties = properties;
	}

	@Bean
	@ConditionalOnMissingBean(RestRateLimiter.class)
	InMemoryRestRateLimiter discordRestRateLimiter() {
		return new InMemoryRestRateLimiter(Schedulers.parallel(), this.properties.requestsPerSecond(),
				this.properties.maxQueued());
	}

	@Bean(name = CLIENT, defaultCandidate = false)
	@DiscordRest
	@ConditionalOnMissingBean(name = CLIENT)
	WebClient discordRestClient(DiscordGatewayConnectionDetails connectionDetails, GatewayHttpResources http,
			RestRateLimiter limiter, ConnectFailures failures, ObjectProvider<RestRequestListener> listeners,
			ObjectProvider<ObservationRegistry> observations, ObjectProvider<DiscordRestClientCustomizer> customizers) {
		RestExchange exchange = new RestExchange(limiter,
				new RestExchange.Settings(connectionDetails.getApiUrl(), connectionDetails::getToken,
						this.properties.timeout(), this.properties.maxRetries(), this.properties.maxRateLimitRetries(),
						INITIAL_BACK_OFF, this.properties.maxResponseSize().toBytes()),
				new RestRequestListeners(listeners.orderedStream().toList()), failures::explain);
		WebClient.Builder builder = exchange.prepare(WebClient.builder())
			.defaultHeader(HttpHeaders.USER_AGENT, UserAgent.value())
			.clientConnector(
					new ReactorClientHttpConnector(http.pooledHttpClient(this.properties.maxConnections(), MAX_IDLE)));
		observations.ifAvailable(builder::observationRegistry);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.filter(exchange).build();
	}

	@Bean
	RestOperations discordRestOperations(@DiscordRest WebClient client) {
		return new RestOperations(client);
	}

	@Bean
	@ConditionalOnMissingBean
	InteractionOperations discordInteractionOperations(@DiscordRest WebClient client) {
		return new RestOperations(RestExchange.answeringInteractions(client)).create(InteractionOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	MessageOperations discordMessageOperations(RestOperations operations) {
		return operations.create(MessageOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	ChannelOperations discordChannelOperations(RestOperations operations) {
		return operations.create(ChannelOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	CommandOperations discordCommandOperations(RestOperations operations) {
		return operations.create(CommandOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	MemberOperations discordMemberOperations(RestOperations operations) {
		return operations.create(MemberOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	BanOperations discordBanOperations(RestOperations operations) {
		return operations.create(BanOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	RoleOperations discordRoleOperations(RestOperations operations) {
		return operations.create(RoleOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	GuildOperations discordGuildOperations(RestOperations operations) {
		return operations.create(GuildOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	WebhookOperations discordWebhookOperations(RestOperations operations) {
		return operations.create(WebhookOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	UserOperations discordUserOperations(RestOperations operations) {
		return operations.create(UserOperations.class);
	}

	@Bean
	@ConditionalOnMissingBean
	ApplicationOperations discordApplicationOperations(RestOperations operations) {
		return operations.create(ApplicationOperations.class);
	}

	/** Tells all. */
	private record RestRequestListeners(List<RestRequestListener> listeners) implements RestRequestListener {

		@Override
		public void permitted(RestRoute route, Duration waited) {
			this.listeners.forEach((listener) -> listener.permitted(route, waited));
		}

		@Override
		public void answered(RestRoute route, @Nullable Integer status, Duration took) {
			this.listeners.forEach((listener) -> listener.answered(route, status, took));
		}

		@Override
		public void limited(RestRoute route, RestRateLimiter.@Nullable Scope scope) {
			this.listeners.forEach((listener) -> listener.limited(route, scope));
		}

		@Override
		public void repeated(RestRoute route) {
			this.listeners.forEach((listener) -> listener.repeated(route));
		}

	}

}
