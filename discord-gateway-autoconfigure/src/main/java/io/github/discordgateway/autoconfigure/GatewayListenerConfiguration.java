package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.github.discordgateway.cluster.Gateway;
import io.github.discordgateway.dispatch.GatewayErrorHandler;
import io.github.discordgateway.dispatch.EventDispatcher;
import io.github.discordgateway.dispatch.LoggingErrorHandler;
import io.github.discordgateway.event.EventDecoder;
import io.github.discordgateway.event.LazyEvents;
import io.github.discordgateway.listener.GatewayListenerAnnotationBeanPostProcessor;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.unit.DataSize;

/**
 * The way from a shard to the annotated methods.
 */
@Configuration(proxyBeanMethods = false)
class GatewayListenerConfiguration {

	private static final String EXECUTOR = "discordGatewayListenerExecutor";

	private static final String THREAD_NAME_PREFIX = "discord-listener-";

	/**
	 * When the shards have stopped: nothing is left to be handled but what was received.
	 */
	private static final int EXECUTOR_PHASE = 0;

	private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

	@Bean
	static GatewayListenerAnnotationBeanPostProcessor discordGatewayListenerAnnotationBeanPostProcessor(
			ObjectProvider<GatewayListenerRegistry> registry, ObjectProvider<LazyEvents> events) {
		return new GatewayListenerAnnotationBeanPostProcessor(registry::getObject, events::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	EventDecoder discordGatewayEventDecoder(@Qualifier(DiscordGatewayAutoConfiguration.JSON_MAPPER) JsonMapper mapper) {
		return new EventDecoder(mapper);
	}

	@Bean
	@ConditionalOnMissingBean
	LazyEvents discordGatewayLazyEvents(EventDecoder decoder) {
		return new LazyEvents(decoder);
	}

	@Bean
	static LazyInitializationExcludeFilter discordGatewayListenerLazyInitializationExcludeFilter() {
		return new GatewayListenerLazyInitializationExcludeFilter();
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayListenerRegistry discordGatewayListenerRegistry(@Qualifier(EXECUTOR) Executor executor) {
		return new GatewayListenerRegistry(executor);
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
	@ConditionalOnMissingBean
	EventDispatcher discordGatewayEventDispatcher(DiscordGatewayProperties properties, EventDecoder decoder,
			@Qualifier(EXECUTOR) Executor executor, ObjectProvider<GatewayErrorHandler> errorHandler,
			GatewayListenerRegistry registry) {
		// Several without a primary one are those of single listeners.
		EventDispatcher dispatcher = new EventDispatcher(decoder::decode, executor, properties.dispatch().ordering(),
				properties.dispatch().maxPending(), errorHandler.getIfUnique(LoggingErrorHandler::new));
		dispatcher.setShed(properties.dispatch().shedTypes());
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
	ThreadPoolTaskExecutor discordGatewayListenerExecutor(DiscordGatewayProperties properties) {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setThreadNamePrefix(THREAD_NAME_PREFIX);
		executor.setCorePoolSize(properties.dispatch().concurrency());
		executor.setMaxPoolSize(properties.dispatch().concurrency());
		executor.setAllowCoreThreadTimeOut(true);
		// What was received is handled while the context closes.
		executor.setAcceptTasksAfterContextClose(true);
		// Who is still busy has had the time of the shutdown phase: its event comes
		// again.
		executor.setWaitForTasksToCompleteOnShutdown(false);
		executor.setAwaitTerminationMillis(SHUTDOWN_TIMEOUT.toMillis());
		executor.setPhase(EXECUTOR_PHASE);
		return executor;
	}

	@Bean(name = EXECUTOR, defaultCandidate = false)
	@ConditionalOnMissingBean(name = EXECUTOR)
	@ConditionalOnThreading(Threading.VIRTUAL)
	SimpleAsyncTaskExecutor discordGatewayListenerVirtualThreadExecutor() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(THREAD_NAME_PREFIX);
		executor.setVirtualThreads(true);
		executor.setCancelRemainingTasksOnClose(true);
		executor.setTaskTerminationTimeout(SHUTDOWN_TIMEOUT.toMillis());
		return executor;
	}

}
