package io.github.discordgateway.autoconfigure;

import java.util.List;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.internal.dispatch.LoggingErrorHandler;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.GatewayListenerRegistry;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The error handler of all listeners that have none of their own: the primary bean of
 * that type, or the only one unless a listener claims it. Otherwise failures are logged.
 * It is looked for when a listener fails, so that it may need the gateway.
 */
final class CommonErrorHandler implements GatewayErrorHandler {

	private final ConfigurableListableBeanFactory beanFactory;

	private final GatewayListenerRegistry registry;

	private final GatewayErrorHandler logging = new LoggingErrorHandler();

	private final SingletonSupplier<Candidate> candidate = SingletonSupplier.of(this::find);

	CommonErrorHandler(ConfigurableListableBeanFactory beanFactory, GatewayListenerRegistry registry) {
		this.beanFactory = beanFactory;
		this.registry = registry;
	}

	@Override
	public void handleError(Throwable error, EventEnvelope envelope, EventHandler handler) {
		Candidate found = this.candidate.obtain();
		boolean common = found.primary() || !isClaimed(found.handler());
		(common ? found.handler() : this.logging).handleError(error, envelope, handler);
	}

	private Candidate find() {
		GatewayErrorHandler unique = this.beanFactory.getBeanProvider(GatewayErrorHandler.class)
			.getIfUnique(() -> this.logging);
		boolean primary = List.of(this.beanFactory.getBeanNamesForType(GatewayErrorHandler.class))
			.stream()
			.anyMatch((name) -> this.beanFactory.containsBeanDefinition(name)
					&& this.beanFactory.getMergedBeanDefinition(name).isPrimary());
		return new Candidate(unique, primary);
	}

	private boolean isClaimed(GatewayErrorHandler handler) {
		return this.registry.handlers().stream().anyMatch((listener) -> listener.errorHandler() == handler);
	}

	private record Candidate(GatewayErrorHandler handler, boolean primary) {

	}

}
