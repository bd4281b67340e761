package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.actuate.EventMetrics;
import io.github.discordgateway.actuate.IdentifyMetrics;
import io.github.discordgateway.actuate.ListenerMetrics;
import io.github.discordgateway.actuate.MistypedValueMetrics;
import io.github.discordgateway.actuate.SessionMetrics;
import io.github.discordgateway.actuate.ShardMetrics;
import io.github.discordgateway.cluster.GatewayCluster;
import io.github.discordgateway.cluster.ShardFactory;
import io.github.discordgateway.dispatch.EventDispatcher;
import io.github.discordgateway.event.EventDecoder;
import io.github.discordgateway.identify.IdentifyQueue;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
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
	@ConditionalOnMissingBean
	IdentifyMetrics discordGatewayIdentifyMetrics(IdentifyQueue identifyQueue) {
		return new IdentifyMetrics(identifyQueue);
	}

	@Bean
	@ConditionalOnBean(GatewayCluster.class)
	@ConditionalOnMissingBean
	SessionMetrics discordGatewaySessionMetrics(GatewayCluster cluster, ObjectProvider<ShardFactory> shardFactory) {
		return new SessionMetrics(cluster,
				() -> (shardFactory.getIfAvailable() instanceof PropertiesShardFactory factory) ? factory.sessions()
						: null);
	}

	@Bean
	@ConditionalOnBean({ GatewayCluster.class, EventDispatcher.class })
	@ConditionalOnMissingBean
	ShardMetrics discordGatewayShardMetrics(GatewayCluster cluster, EventDispatcher dispatcher,
			DiscordGatewayProperties properties) {
		return new ShardMetrics(cluster, dispatcher.statistics(), properties.metrics().maxShardTags());
	}

	@Bean
	@ConditionalOnBean(EventDispatcher.class)
	@ConditionalOnMissingBean
	EventMetrics discordGatewayEventMetrics(EventDispatcher dispatcher) {
		return new EventMetrics(dispatcher.statistics());
	}

	@Bean
	@ConditionalOnBean(EventDispatcher.class)
	@ConditionalOnMissingBean
	ListenerMetrics discordGatewayListenerMetrics(EventDispatcher dispatcher) {
		return new ListenerMetrics(dispatcher);
	}

	@Bean
	@ConditionalOnBean(EventDecoder.class)
	@ConditionalOnMissingBean
	MistypedValueMetrics discordGatewayMistypedValueMetrics(EventDecoder decoder) {
		return new MistypedValueMetrics(decoder);
	}

}
