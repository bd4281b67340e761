package io.github.discordgateway.listener;

import java.util.List;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;

/**
 * Contexts with listeners.
 */
final class ListenerRunner {

	private ListenerRunner() {
	}

	/** Has the listeners of some beans, which are named bean0, bean1 and so on. */
	static ApplicationContextRunner of(Class<?>... beans) {
		ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Infrastructure.class);
		for (int i = 0; i < beans.length; i++) {
			runner = withBean(runner, "bean" + i, beans[i]);
		}
		return runner;
	}

	private static <T> ApplicationContextRunner withBean(ApplicationContextRunner runner, String name, Class<T> type) {
		return runner.withBean(name, type);
	}

	static GatewayListenerRegistry registry(ApplicationContext context) {
		return context.getBean(GatewayListenerRegistry.class);
	}

	static EventHandler handler(ApplicationContext context, String id) {
		List<EventHandler> handlers = registry(context).handlers();
		return handlers.stream()
			.filter((handler) -> handler.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No " + id + " in " + handlers));
	}

	/** The failure of a start. */
	static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Class<?>... beans) {
		Throwable[] failure = new Throwable[1];
		of(beans).run((context) -> failure[0] = context.getStartupFailure());
		return Assertions.assertThat(failure[0]).isInstanceOf(InvalidGatewayListenerException.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Infrastructure {

		@Bean
		static GatewayListenerAnnotationBeanPostProcessor postProcessor(
				ObjectProvider<GatewayListenerRegistry> registry) {
			return new GatewayListenerAnnotationBeanPostProcessor(registry::getObject, () -> TestEvents.LAZY);
		}

		@Bean
		static PropertySourcesPlaceholderConfigurer placeholders() {
			return new PropertySourcesPlaceholderConfigurer();
		}

		@Bean
		GatewayListenerRegistry registry() {
			return new GatewayListenerRegistry();
		}

	}

}
