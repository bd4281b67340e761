package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.cluster.Gateway;
import io.github.discordgateway.cluster.GatewayCluster;
import io.github.discordgateway.cluster.ShardFactory;
import io.github.discordgateway.dispatch.EventDispatcher;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.InMemoryIdentifyQueue;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.protocol.GatewayJson;
import io.github.discordgateway.rest.GatewayBotClient;
import io.github.discordgateway.transport.GatewayHttpResources;
import io.github.discordgateway.transport.WebSocketGatewayConnector;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.WebsocketClientSpec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * Auto-configuration for the Discord Gateway. Each part backs off on a bean of the
 * application.
 */
@AutoConfiguration(afterName = "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration")
@ConditionalOnBooleanProperty(name = "discord.gateway.enabled", matchIfMissing = true)
@EnableConfigurationProperties(DiscordGatewayProperties.class)
@Import({ GatewaySimulatorConfiguration.class, GatewayListenerConfiguration.class })
public final class DiscordGatewayAutoConfiguration {

	static final String JSON_MAPPER = "discordGatewayJsonMapper";

	private final DiscordGatewayProperties properties;

	DiscordGatewayAutoConfiguration(DiscordGatewayProperties properties) {
		this.properties = properties;
	}

	@Bean
	@ConditionalOnMissingBean(DiscordGatewayConnectionDetails.class)
	PropertiesDiscordGatewayConnectionDetails discordGatewayConnectionDetails() {
		return new PropertiesDiscordGatewayConnectionDetails(this.properties);
	}

	@Bean(name = JSON_MAPPER, defaultCandidate = false)
	@ConditionalOnMissingBean(name = JSON_MAPPER)
	JsonMapper discordGatewayJsonMapper(ObjectProvider<GatewayJsonMapperCustomizer> customizers) {
		JsonMapper.Builder builder = GatewayJson.mapperBuilder();
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	GatewayHttpResources discordGatewayHttpResources() {
		return new GatewayHttpResources(this.properties.timeouts().connect());
	}

	@Bean
	@ConditionalOnMissingBean(WebSocketClient.class)
	ReactorNettyWebSocketClient discordGatewayWebSocketClient(GatewayHttpResources http) {
		int maxFrameBytes = maxPayloadBytes(this.properties.maxPayloadSize());
		return new ReactorNettyWebSocketClient(http.httpClient(),
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(maxFrameBytes));
	}

	private static int maxPayloadBytes(DataSize size) {
		return Math.toIntExact(size.toBytes());
	}

	@Bean
	@ConditionalOnMissingBean
	IdentifyQueue discordGatewayIdentifyQueue() {
		return new InMemoryIdentifyQueue(Schedulers.parallel());
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayBotClient discordGatewayBotClient(DiscordGatewayConnectionDetails connectionDetails,
			GatewayHttpResources http, ObjectProvider<WebClient.Builder> webClientBuilder,
			@Qualifier(JSON_MAPPER) JsonMapper mapper) {
		WebClient webClient = webClientBuilder.getIfAvailable(WebClient::builder)
			.clientConnector(new ReactorClientHttpConnector(http.httpClient()))
			.build();
		GatewayBotClient.Settings settings = new GatewayBotClient.Settings(this.properties.timeouts().connect(),
				this.properties.reconnect().initialBackOff(), this.properties.reconnect().maxBackOff());
		return new GatewayBotClient(webClient, mapper, connectionDetails.getApiUrl(), connectionDetails.getToken(),
				UserAgent.value(), settings);
	}

	@Bean
	@ConditionalOnMissingBean
	ShardFactory discordGatewayShardFactory(DiscordGatewayConnectionDetails connectionDetails,
			WebSocketClient webSocketClient, GatewayHttpResources http, IdentifyQueue identifyQueue,
			EventDispatcher dispatcher, GatewayListenerRegistry registry, @Qualifier(JSON_MAPPER) JsonMapper mapper) {
		WebSocketGatewayConnector connector = new WebSocketGatewayConnector(webSocketClient,
				this.properties.compression(), maxPayloadBytes(this.properties.maxPayloadSize()), UserAgent.value());
		return new PropertiesShardFactory(this.properties, connectionDetails.getToken(), connector, http, identifyQueue,
				dispatcher, registry, mapper);
	}

	@Bean
	@ConditionalOnMissingBean(Gateway.class)
	GatewayCluster discordGateway(DiscordGatewayConnectionDetails connectionDetails, GatewayBotClient botClient,
			IdentifyQueue identifyQueue, ShardFactory shardFactory, EventDispatcher dispatcher) {
		GatewayCluster.Target target = new GatewayCluster.Target(connectionDetails.getUrl(),
				this.properties.sharding().layout());
		GatewayCluster cluster = new GatewayCluster(target, botClient, identifyQueue, shardFactory, dispatcher::drain);
		dispatcher.setBackPressure(new ClusterBackPressure(cluster));
		return cluster;
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayStartupCheck discordGatewayStartupCheck(ObjectProvider<GatewayCluster> cluster) {
		return new GatewayStartupCheck(cluster::getIfAvailable, this.properties.startupTimeout());
	}

}
