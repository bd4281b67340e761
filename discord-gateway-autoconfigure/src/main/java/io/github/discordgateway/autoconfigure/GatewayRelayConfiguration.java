package io.github.discordgateway.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.actuate.observation.ObservingListenerInterceptor;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.cluster.GatewayCommands;
import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.kafka.KafkaClients;
import io.github.discordgateway.internal.kafka.KafkaRelay;
import io.github.discordgateway.internal.kafka.KafkaWorker;
import io.github.discordgateway.internal.kafka.RelaySettings;
import io.github.discordgateway.internal.kafka.WorkerGateway;
import io.github.discordgateway.internal.kafka.WorkerSettings;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The way of the events through Kafka. Its clients are made here, of what the application
 * has configured, and are no beans: those of the application stay what they are.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "discord.gateway.relay", havingValue = "kafka")
@ConditionalOnClass({ KafkaTemplate.class, KafkaProperties.class })
@Conditional(OnOwnGatewayCondition.class)
@EnableConfigurationProperties(DiscordGatewayRelayProperties.class)
class GatewayRelayConfiguration {

	private final DiscordGatewayProperties properties;

	private final DiscordGatewayRelayProperties relay;

	private final DiscordGatewayConnectionDetails connectionDetails;

	GatewayRelayConfiguration(DiscordGatewayProperties properties, DiscordGatewayRelayProperties relay,
			DiscordGatewayConnectionDetails connectionDetails) {
		this.properties = properties;
		this.relay = relay;
		this.connectionDetails = connectionDetails;
	}

	@Bean
	KafkaClients discordGatewayKafkaClients(KafkaProperties kafka, KafkaConnectionDetails details,
			ObjectProvider<DefaultKafkaProducerFactoryCustomizer> producerCustomizers,
			ObjectProvider<DefaultKafkaConsumerFactoryCustomizer> consumerCustomizers,
			ObjectProvider<ObservationRegistry> observations, ObjectProvider<ObservingListenerInterceptor> observing) {
		List<Consumer<DefaultKafkaProducerFactory<?, ?>>> producers = producerCustomizers.orderedStream()
			.<Consumer<DefaultKafkaProducerFactory<?, ?>>>map((customizer) -> customizer::customize)
			.toList();
		List<Consumer<DefaultKafkaConsumerFactory<?, ?>>> consumers = consumerCustomizers.orderedStream()
			.<Consumer<DefaultKafkaConsumerFactory<?, ?>>>map((customizer) -> customizer::customize)
			.toList();
		return new KafkaClients(connected(kafka.buildProducerProperties(), details.getProducer()),
				connected(kafka.buildConsumerProperties(), details.getConsumer()),
				connected(kafka.buildAdminProperties(), details.getAdmin()), producers, consumers,
				(observing.getIfAvailable() != null) ? observations.getIfAvailable() : null);
	}

	/** As Boot connects the clients of the application. */
	private static Map<String, Object> connected(Map<String, Object> settings,
			KafkaConnectionDetails.Configuration details) {
		settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, details.getBootstrapServers());
		if (StringUtils.hasLength(details.getSecurityProtocol())) {
			settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, details.getSecurityProtocol());
		}
		SslBundle bundle = details.getSslBundle();
		if (bundle != null) {
			settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
			settings.put(SslBundle.class.getName(), bundle);
		}
		return settings;
	}

	@Bean
	@Conditional(OnShardsCondition.class)
	KafkaRelay discordGatewayRelay(KafkaClients clients, ShutdownBudget shutdownBudget) {
		DataSize maxPendingBytes = this.properties.dispatch().maxPendingBytes();
		return new KafkaRelay(clients,
				new RelaySettings(this.relay.topic(), this.relay.createTopic(), this.relay.partitions(),
						(this.relay.events().include() != null) ? names(this.relay.events().include()) : null,
						names(this.relay.events().exclude()), this.properties.dispatch().maxPending(),
						(maxPendingBytes != null) ? maxPendingBytes.toBytes() : null, this.relay.stalledAfter()),
				this::bot, shutdownBudget.resources());
	}

	/** A worker needs no token; one that has it knows whose events it is for. */
	private @Nullable Snowflake bot() {
		try {
			return this.connectionDetails.getToken().botId();
		}
		catch (InvalidTokenException ex) {
			return null;
		}
	}

	private static Set<String> names(Set<EventType> types) {
		return types.stream().map(EventType::name).collect(Collectors.toUnmodifiableSet());
	}

	@Bean
	@Conditional(OnListenersCondition.class)
	KafkaWorker discordGatewayWorker(KafkaClients clients, EventDispatcher dispatcher, ShutdownBudget shutdownBudget,
			@Qualifier(DiscordGatewayAutoConfiguration.JSON_MAPPER) JsonMapper mapper) {
		String deadLetterTopic = this.relay.deadLetterTopic();
		return new KafkaWorker(clients,
				new WorkerSettings(this.relay.topic(), this.relay.createTopic(), this.relay.partitions(),
						this.relay.group(), this.relay.concurrency(), this.relay.duplicateWindow(),
						StringUtils.hasText(deadLetterTopic) ? deadLetterTopic : null, this.relay.drainTimeout(),
						this.properties.autoStartup()),
				dispatcher, new FrameReader(mapper), this::bot, shutdownBudget);
	}

	@Bean
	@ConditionalOnProperty(name = "discord.gateway.role", havingValue = "worker")
	@ConditionalOnMissingBean(Gateway.class)
	WorkerGateway discordGatewayOfWorker(KafkaWorker worker, EventDispatcher dispatcher,
			ObjectProvider<GatewayCommands> commands) {
		return new WorkerGateway(worker, dispatcher, commands.getIfAvailable());
	}

}
