package io.github.discordgateway.autoconfigure.metrics;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.actuate.metrics.CoordinationMetrics;
import io.github.discordgateway.actuate.metrics.EventMetrics;
import io.github.discordgateway.actuate.metrics.IdentifyMetrics;
import io.github.discordgateway.actuate.metrics.ListenerMetrics;
import io.github.discordgateway.actuate.metrics.MistypedValueMetrics;
import io.github.discordgateway.actuate.metrics.RelayMetrics;
import io.github.discordgateway.actuate.metrics.SessionMetrics;
import io.github.discordgateway.actuate.metrics.ShardMetrics;
import io.github.discordgateway.actuate.metrics.WorkerMetrics;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.cluster.ShardFactory;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the meters of the gateway.
 */
@AutoConfiguration(after = DiscordGatewayAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, IdentifyQueue.class })
public final class DiscordGatewayMetricsAutoConfiguration {

	DiscordGatewayMetricsAutoConfiguration() {
	}

	@Bean
	IdentifyMetrics discordGatewayIdentifyMetrics(IdentifyQueue identifyQueue) {
		return new IdentifyMetrics(identifyQueue);
	}

	@Bean
	@ConditionalOnBean(Gateway.class)
	SessionMetrics discordGatewaySessionMetrics(Gateway gateway, ObjectProvider<ShardFactory> shardFactory) {
		return new SessionMetrics(gateway, () -> {
			ShardFactory factory = shardFactory.getIfAvailable();
			return (factory != null) ? factory.sessions() : null;
		});
	}

	@Bean
	@ConditionalOnBean(Gateway.class)
	@ConditionalOnProperty(name = "discord.gateway.coordination", havingValue = "redis")
	CoordinationMetrics discordGatewayCoordinationMetrics(Gateway gateway) {
		return new CoordinationMetrics(gateway);
	}

	@Bean
	@ConditionalOnBean({ Gateway.class, EventDispatcher.class })
	ShardMetrics discordGatewayShardMetrics(Gateway gateway, EventDispatcher dispatcher,
			DiscordGatewayProperties properties) {
		return new ShardMetrics(gateway, dispatcher.statistics(), properties.metrics().maxShardTags());
	}

	@Bean
	@ConditionalOnBean(EventDispatcher.class)
	EventMetrics discordGatewayEventMetrics(EventDispatcher dispatcher) {
		return new EventMetrics(dispatcher.statistics());
	}

	@Bean
	@ConditionalOnBean(EventDispatcher.class)
	ListenerMetrics discordGatewayListenerMetrics(EventDispatcher dispatcher) {
		return new ListenerMetrics(dispatcher::observeHandlers);
	}

	@Bean
	@ConditionalOnBean(RelayStatistics.class)
	RelayMetrics discordGatewayRelayMetrics(RelayStatistics relay) {
		return new RelayMetrics(relay);
	}

	@Bean
	@ConditionalOnBean(WorkerStatistics.class)
	WorkerMetrics discordGatewayWorkerMetrics(WorkerStatistics worker) {
		return new WorkerMetrics(worker);
	}

	@Bean
	@ConditionalOnBean(EventDecoder.class)
	MistypedValueMetrics discordGatewayMistypedValueMetrics(EventDecoder decoder) {
		return new MistypedValueMetrics(decoder);
	}

}
