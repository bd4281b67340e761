package io.github.discordgateway.autoconfigure;

import java.util.concurrent.Executor;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.LazyEvents;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.dispatch.ListenerTaskExecutor;
import io.github.discordgateway.internal.dispatch.LoggingErrorHandler;
import io.github.discordgateway.internal.interaction.InteractionMethods;
import io.github.discordgateway.internal.interaction.WithoutRest;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.GatewayListenerAnnotationBeanPostProcessor;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.unit.DataSize;

/**
 * The way from a shard to the annotated methods. In a child of a context that has a
 * gateway, listeners are registered there.
 */
@Configuration(proxyBeanMethods = false)
class GatewayListenerConfiguration {

	private static final String EXECUTOR = "discordGatewayListenerExecutor";

	private static final String THREAD_NAME_PREFIX = "discord-listener-";

	@Bean
	static GatewayListenerAnnotationBeanPostProcessor discordGatewayListenerAnnotationBeanPostProcessor(
			ObjectProvider<GatewayListenerRegistry> registry, ObjectProvider<LazyEvents> events) {
		return new GatewayListenerAnnotationBeanPostProcessor(registry::getObject, events::getObject);
	}

	@Bean
	EventDecoder discordGatewayEventDecoder(@Qualifier(DiscordGatewayAutoConfiguration.JSON_MAPPER) JsonMapper mapper) {
		return new EventDecoder(mapper);
	}

	@Bean
	LazyEvents discordGatewayLazyEvents(EventDecoder decoder) {
		return new LazyEvents(decoder);
	}

	@Bean
	static LazyInitializationExcludeFilter discordGatewayListenerLazyInitializationExcludeFilter() {
		return new GatewayListenerLazyInitializationExcludeFilter();
	}

	@Bean
	@Conditional(OnOwnGatewayCondition.class)
	GatewayListenerRegistry discordGatewayListenerRegistry(@Qualifier(EXECUTOR) Executor executor) {
		return new GatewayListenerRegistry(executor);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "discord.gateway.rest.enabled", havingValue = false)
	WithoutRest discordInteractionsWithoutRest(ConfigurableListableBeanFactory beanFactory) {
		return new WithoutRest(new InteractionMethods(new EmbeddedValueResolver(beanFactory)));
	}

	@Bean
	GatewayArgumentResolver discordGatewayArgumentResolver(ObjectProvider<Gateway> gateway) {
		return new GatewayArgumentResolver(gateway::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayErrorHandler discordGatewayErrorHandler() {
		return new LoggingErrorHandler();
	}

	@Bean
	@Conditional(OnOwnGatewayCondition.class)
	EventDispatcher discordGatewayEventDispatcher(DiscordGatewayProperties properties, EventDecoder decoder,
			@Qualifier(EXECUTOR) Executor executor, GatewayListenerRegistry registry,
			ConfigurableListableBeanFactory beanFactory) {
		EventDispatcher dispatcher = new EventDispatcher(decoder, executor, properties.dispatch().ordering(),
				properties.dispatch().maxPending(), new CommonErrorHandler(beanFactory, registry));
		dispatcher.setShed(properties.dispatch().shed());
		if (!properties.dispatch().slowHandler().isZero()) {
			dispatcher.reportSlowHandlers(properties.dispatch().slowHandler(), Schedulers.parallel());
		}
		DataSize maxPendingBytes = properties.dispatch().maxPendingBytes();
		if (maxPendingBytes != null) {
			dispatcher.setMaxPendingBytes(maxPendingBytes.toBytes());
		}
		if (!properties.dispatch().handlerTimeout().isZero()) {
			dispatcher.giveUpHandlers(properties.dispatch().handlerTimeout(), Schedulers.parallel());
		}
		registry.observe(dispatcher::setHandlers);
		return dispatcher;
	}

	@Bean(name = EXECUTOR, defaultCandidate = false)
	@ConditionalOnMissingBean(name = EXECUTOR)
	@ConditionalOnThreading(Threading.PLATFORM)
	ThreadPoolTaskExecutor discordGatewayListenerExecutor(DiscordGatewayProperties properties,
			ShutdownBudget shutdownBudget) {
		return new ListenerTaskExecutor(shutdownBudget.interrupted(), THREAD_NAME_PREFIX,
				properties.dispatch().concurrency());
	}

	@Bean(name = EXECUTOR, defaultCandidate = false)
	@ConditionalOnMissingBean(name = EXECUTOR)
	@ConditionalOnThreading(Threading.VIRTUAL)
	SimpleAsyncTaskExecutor discordGatewayListenerVirtualThreadExecutor(ShutdownBudget shutdownBudget) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(THREAD_NAME_PREFIX);
		executor.setVirtualThreads(true);
		executor.setCancelRemainingTasksOnClose(true);
		executor.setTaskTerminationTimeout(shutdownBudget.interrupted().toMillis());
		return executor;
	}

}
