package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.function.BiFunction;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.ShardIdentity;
import io.github.discordgateway.internal.cluster.ClusterServices;
import io.github.discordgateway.internal.cluster.DefaultGateway;
import io.github.discordgateway.internal.cluster.DefaultShardFactory;
import io.github.discordgateway.internal.cluster.EventSink;
import io.github.discordgateway.internal.cluster.FixedOwnership;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.internal.cluster.GatewayCommands;
import io.github.discordgateway.internal.cluster.GatewayRequests;
import io.github.discordgateway.internal.cluster.GatewayStartupCheck;
import io.github.discordgateway.internal.cluster.GatewayTarget;
import io.github.discordgateway.internal.cluster.ListenerSink;
import io.github.discordgateway.internal.cluster.ReshardingSettings;
import io.github.discordgateway.internal.cluster.ShardFactory;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.rest.GatewayBotClient;
import io.github.discordgateway.internal.shard.CommandWriter;
import io.github.discordgateway.internal.transport.ConnectFailures;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import io.github.discordgateway.internal.transport.WebSocketGatewayConnector;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.session.SessionStore;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The shards, and their face to the application.
 */
@Configuration(proxyBeanMethods = false)
@Conditional({ OnOwnGatewayCondition.class, OnShardsCondition.class })
class GatewayClusterConfiguration {

	private final DiscordGatewayProperties properties;

	private final DiscordGatewayConnectionDetails connectionDetails;

	GatewayClusterConfiguration(DiscordGatewayProperties properties,
			DiscordGatewayConnectionDetails connectionDetails) {
		this.properties = properties;
		this.connectionDetails = connectionDetails;
	}

	@Bean
	GatewayRequests discordGatewayRequests(EventDecoder decoder) {
		return new GatewayRequests(decoder, this.properties.commands().answerTimeout(),
				this.properties.commands().maxPendingAnswerBytes());
	}

	@Bean
	ShardFactory discordGatewayShardFactory(WebSocketGatewayConnector connector, GatewayHttpResources http,
			IdentifyQueue identifyQueue, GatewayListenerRegistry registry, SessionStore sessionStore,
			GatewayRequests requests, ObjectProvider<GatewayIdentifyCustomizer> customizers,
			@Qualifier(DiscordGatewayAutoConfiguration.JSON_MAPPER) JsonMapper mapper) {
		return new DefaultShardFactory(this.properties.shardFactorySettings(this.connectionDetails), connector, http,
				identifyQueue, registry, sessionStore, requests,
				customizers.orderedStream()
					.<BiFunction<ShardId, ShardIdentity, ShardIdentity>>map((customizer) -> customizer::customize)
					.toList(),
				mapper);
	}

	@Bean
	@Conditional(OnNoRelayCondition.class)
	ListenerSink discordGatewayListenerSink(EventDispatcher dispatcher) {
		return new ListenerSink(dispatcher);
	}

	@Bean
	@ConditionalOnProperty(name = "discord.gateway.coordination", havingValue = "none", matchIfMissing = true)
	ShardOwnership discordGatewayShardOwnership() {
		return new FixedOwnership(this.properties.sharding().split());
	}

	/** Before the gateway, so that one of the application's own needs no shards here. */
	@Bean
	@ConditionalOnMissingBean(Gateway.class)
	GatewayCluster discordGatewayCluster(GatewayBotClient botClient, IdentifyQueue identifyQueue,
			ShardFactory shardFactory, GatewayRequests requests, ShardOwnership ownership, EventSink sink,
			ShutdownBudget shutdownBudget, ApplicationEventPublisher publisher) {
		DiscordGatewayProperties.Sharding sharding = this.properties.sharding();
		GatewayTarget target = new GatewayTarget(this.connectionDetails.getUrl(), sharding.total(), sharding.split());
		ReshardingSettings resharding = new ReshardingSettings(sharding.handOverWindow(), sharding.handOverTimeout(),
				this.properties.reconnect().maxBackOff());
		GatewayCluster cluster = new GatewayCluster(new ClusterServices(target, ownership, resharding, botClient,
				identifyQueue, shardFactory, requests, sink, shutdownBudget,
				this.properties.shutdown().mode() == DiscordGatewayProperties.Shutdown.Mode.RESUME, publisher));
		sink.setBackPressure(cluster);
		return cluster;
	}

	@Bean
	@ConditionalOnMissingBean(Gateway.class)
	DefaultGateway discordGateway(GatewayCluster cluster, GatewayRequests requests, EventDispatcher dispatcher,
			@Qualifier(DiscordGatewayAutoConfiguration.JSON_MAPPER) JsonMapper mapper) {
		return new DefaultGateway(cluster, GatewayCommands.of(cluster, requests, new CommandWriter(mapper)), dispatcher,
				this.connectionDetails::getToken, this.properties.autoStartup());
	}

	@Bean
	GatewayStartupCheck discordGatewayStartupCheck(ObjectProvider<GatewayCluster> cluster, ConnectFailures failures) {
		DiscordGatewayProperties.Startup mode = this.properties.startup();
		Duration timeout = (mode != DiscordGatewayProperties.Startup.ASYNC) ? this.properties.startupTimeout()
				: Duration.ZERO;
		return new GatewayStartupCheck(cluster::getIfAvailable, timeout,
				mode == DiscordGatewayProperties.Startup.FAIL_FAST, failures);
	}

}
