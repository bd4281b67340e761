package io.github.discordgateway.autoconfigure;

import java.nio.file.Path;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.identify.BudgetedIdentifyQueue;
import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.InMemoryIdentifyPacer;
import io.github.discordgateway.internal.cluster.ClusterServices;
import io.github.discordgateway.internal.cluster.DefaultGateway;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.internal.cluster.GatewayRequests;
import io.github.discordgateway.internal.cluster.GatewayTarget;
import io.github.discordgateway.internal.cluster.ReshardingSettings;
import io.github.discordgateway.internal.cluster.SessionStartLimits;
import io.github.discordgateway.internal.cluster.ShardFactory;
import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.rest.GatewayBotClient;
import io.github.discordgateway.internal.transport.ConnectFailures;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import io.github.discordgateway.internal.transport.WebSocketGatewayConnector;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.session.FileSessionStore;
import io.github.discordgateway.session.InMemorySessionStore;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.session.StartHistory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * Auto-configuration for the Discord Gateway. Each part backs off on a bean of the
 * application.
 */
@AutoConfiguration(afterName = "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration")
@Conditional(OnGatewayEnabledCondition.class)
@EnableConfigurationProperties(DiscordGatewayProperties.class)
@Import({ GatewaySimulatorConfiguration.class, GatewayTransportConfiguration.class,
		GatewayListenerConfiguration.class })
@ImportRuntimeHints(GatewayRuntimeHints.class)
public final class DiscordGatewayAutoConfiguration {

	private static final Log logger = LogFactory.getLog(DiscordGatewayAutoConfiguration.class);

	static final String JSON_MAPPER = "discordGatewayJsonMapper";

	private final DiscordGatewayProperties properties;

	DiscordGatewayAutoConfiguration(DiscordGatewayProperties properties,
			ObjectProvider<GatewaySimulatorConfiguration> simulator, ApplicationContext context) {
		SettledConditionException.check(properties, simulator);
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
	@ConditionalOnMissingBean
	ShutdownBudget discordGatewayShutdownBudget(ObjectProvider<LifecycleProperties> lifecycle) {
		return new ShutdownBudget(lifecycle.getIfAvailable(LifecycleProperties::new).getTimeoutPerShutdownPhase(),
				this.properties.timeouts().close());
	}

	private static int maxPayloadBytes(DataSize size) {
		return Math.toIntExact(size.toBytes());
	}

	@Bean
	@ConditionalOnMissingBean
	IdentifyPacer discordGatewayIdentifyPacer() {
		return new InMemoryIdentifyPacer(Schedulers.parallel(), this.properties.identify().window());
	}

	@Bean
	@ConditionalOnMissingBean
	IdentifyQueue discordGatewayIdentifyQueue(DiscordGatewayConnectionDetails connectionDetails,
			GatewayBotClient botClient, IdentifyPacer pacer, SessionStore sessionStore) {
		boolean mayAsk = connectionDetails.getUrl() == null || this.properties.sharding().total() == null;
		return new BudgetedIdentifyQueue(pacer, Schedulers.parallel(), this.properties.identify().reserve(),
				startHistory(sessionStore), () -> mayAsk ? botClient.fetch((failure) -> {
				}).map(SessionStartLimits::of) : Mono.empty());
	}

	private static StartHistory startHistory(SessionStore sessionStore) {
		if (sessionStore instanceof StartHistory history) {
			return history;
		}
		logger.info("The starts of the bot are remembered as long as the process lives, so that a crash loop is not "
				+ "slowed down: the session store keeps no history of them");
		return StartHistory.ofThisProcess();
	}

	@Bean
	@ConditionalOnMissingBean
	SessionStore discordGatewaySessionStore(ResourceLoader resourceLoader) {
		Path directory = this.properties.resume()
			.directory(DevToolsRestart.sessionDirectory(resourceLoader.getClassLoader()));
		return (directory != null) ? new FileSessionStore(directory) : new InMemorySessionStore();
	}

	@Bean
	@ConditionalOnMissingBean
	ShardFactory discordGatewayShardFactory(DiscordGatewayConnectionDetails connectionDetails,
			WebSocketClient webSocketClient, GatewayHttpResources http, IdentifyQueue identifyQueue,
			EventDispatcher dispatcher, GatewayListenerRegistry registry, SessionStore sessionStore,
			GatewayRequests requests, ObjectProvider<GatewayIdentifyCustomizer> identifyCustomizers,
			ConnectFailures failures, @Qualifier(JSON_MAPPER) JsonMapper mapper) {
		WebSocketGatewayConnector connector = new WebSocketGatewayConnector(webSocketClient,
				this.properties.compression().resolve(), maxPayloadBytes(this.properties.maxPayloadSize()),
				UserAgent.value(), failures);
		return new PropertiesShardFactory(this.properties, connectionDetails, connector, http, identifyQueue, registry,
				sessionStore, requests, identifyCustomizers.orderedStream().toList(), mapper);
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayRequests discordGatewayRequests(EventDecoder decoder) {
		return new GatewayRequests(decoder, this.properties.commands().answerTimeout(),
				this.properties.commands().maxPendingAnswerBytes());
	}

	/** Before the gateway, so that one of the application's own runs no shards here. */
	@Bean
	@ConditionalOnMissingBean({ Gateway.class, GatewayCluster.class })
	GatewayCluster discordGatewayCluster(DiscordGatewayConnectionDetails connectionDetails, GatewayBotClient botClient,
			IdentifyQueue identifyQueue, ShardFactory shardFactory, EventDispatcher dispatcher,
			ShutdownBudget shutdownBudget, ApplicationEventPublisher publisher) {
		GatewayTarget target = new GatewayTarget(connectionDetails.getUrl(), this.properties.sharding().total(),
				this.properties.sharding().split());
		ReshardingSettings resharding = new ReshardingSettings(this.properties.sharding().handOverWindow(),
				this.properties.sharding().handOverTimeout(), this.properties.reconnect().maxBackOff());
		GatewayCluster cluster = new GatewayCluster(new ClusterServices(target, resharding, botClient, identifyQueue,
				shardFactory, new DispatcherEventSink(dispatcher), shutdownBudget,
				this.properties.shutdown().mode() == DiscordGatewayProperties.Shutdown.Mode.RESUME, publisher));
		dispatcher.setBackPressure(new ClusterBackPressure(cluster));
		return cluster;
	}

	@Bean
	@ConditionalOnMissingBean(Gateway.class)
	DefaultGateway discordGateway(GatewayCluster cluster, GatewayRequests requests, EventDispatcher dispatcher,
			EventDecoder decoder) {
		return new DefaultGateway(cluster, requests,
				new DispatcherEventSource(dispatcher, new ReaderPreparation(decoder)));
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayStartupCheck discordGatewayStartupCheck(ObjectProvider<GatewayCluster> cluster, ConnectFailures failures) {
		return new GatewayStartupCheck(cluster::getIfAvailable, this.properties.startup(),
				this.properties.startupTimeout(), failures);
	}

}
