package io.github.discordgateway.autoconfigure.observation;

import java.util.List;
import java.util.stream.Stream;

import io.github.discordgateway.actuate.observation.GatewayObservationConvention;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches when observations of the listeners are asked for, or of use to something other
 * than meters, which measure the listeners without them: a tracer, a handler or a
 * registry of the application, or whatever customizes that.
 */
final class ObservationUseCondition extends SpringBootCondition implements ConfigurationCondition {

	private static final String PROPERTY = "discord.gateway.observations.enabled";

	private static final String CUSTOMIZER = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer";

	private static final String METER_HANDLER = "io.micrometer.core.instrument.observation.MeterObservationHandler";

	private static final String AUTO_CONFIGURED = "org.springframework.boot.";

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Use of observations");
		Boolean enabled = context.getEnvironment().getProperty(PROPERTY, Boolean.class);
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		if (enabled != null || beanFactory == null) {
			return new ConditionOutcome(Boolean.TRUE.equals(enabled), message.because(PROPERTY + " is " + enabled));
		}
		List<String> users = users(beanFactory).toList();
		return users.isEmpty() ? ConditionOutcome.noMatch(message.because("nothing but meters would use them"))
				: ConditionOutcome.match(message.found("bean", "beans").items(users));
	}

	private static Stream<String> users(ConfigurableListableBeanFactory beanFactory) {
		Class<?> meters = find(METER_HANDLER, beanFactory);
		Class<?> customizer = find(CUSTOMIZER, beanFactory);
		Stream<String> handlers = names(beanFactory, ObservationHandler.class)
			.filter((name) -> meters == null || !beanFactory.isTypeMatch(name, meters));
		Stream<String> registries = names(beanFactory, ObservationRegistry.class)
			.filter((name) -> !isAutoConfigured(beanFactory, name));
		return Stream
			.of(names(beanFactory, GatewayObservationConvention.class), handlers, registries,
					(customizer != null) ? names(beanFactory, customizer) : Stream.<String>empty())
			.flatMap((names) -> names);
	}

	private static Stream<String> names(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		return Stream.of(beanFactory.getBeanNamesForType(type, true, false));
	}

	private static boolean isAutoConfigured(ConfigurableListableBeanFactory beanFactory, String name) {
		String factory = beanFactory.containsBeanDefinition(name)
				? beanFactory.getBeanDefinition(name).getFactoryBeanName() : null;
		return factory != null && factory.startsWith(AUTO_CONFIGURED);
	}

	private static @Nullable Class<?> find(String name, ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		return ClassUtils.isPresent(name, classLoader) ? ClassUtils.resolveClassName(name, classLoader) : null;
	}

}
