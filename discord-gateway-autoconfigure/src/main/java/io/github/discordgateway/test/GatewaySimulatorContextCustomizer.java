package io.github.discordgateway.test;

import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionReaderUtils;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Turns the simulator on by properties, and makes beans of the listeners that a test
 * names and scanning does not find.
 *
 * @param listeners classes of listeners; contexts that differ in them are not shared
 */
record GatewaySimulatorContextCustomizer(Set<Class<?>> listeners) implements ContextCustomizer {

	private static final Map<String, Object> PROPERTIES = Map.ofEntries(Map.entry("discord.gateway.enabled", "true"),
			Map.entry("discord.gateway.simulator.enabled", "true"), Map.entry("discord.gateway.simulator.port", "0"),
			// A machine that is busy with a build keeps no bot to Discord's 3 seconds.
			Map.entry("discord.gateway.simulator.interaction-timeouts.first",
					"${discord.gateway.simulator.timeout:10s}"),
			Map.entry("discord.gateway.simulator.guilds-per-shard", "0"),
			Map.entry("discord.gateway.simulator.events-per-second", "0"),
			Map.entry("discord.gateway.resume.store", "memory"),
			// The simulator learns from the saved session what is handled.
			Map.entry("discord.gateway.resume.save-interval", "20ms"),
			Map.entry("discord.gateway.reconnect.initial-back-off", "10ms"),
			// A session that is lost costs no seconds.
			Map.entry("discord.gateway.reconnect.invalid-session-back-off", "10ms"),
			Map.entry("discord.gateway.simulator.identify-window", "0"),
			Map.entry("discord.gateway.simulator.invalid-session-delay.shortest", "0"),
			Map.entry("discord.gateway.simulator.invalid-session-delay.longest", "10ms"),
			Map.entry("discord.gateway.identify.slack", "10ms"));

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		MapPropertySource own = new MapPropertySource("Discord gateway simulator of the test", PROPERTIES);
		if (sources.contains(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
			sources.addBefore(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, own);
		}
		else {
			sources.addFirst(own);
		}
		context.addBeanFactoryPostProcessor(this::registerListeners);
	}

	/** When scanning is done. */
	private void registerListeners(ConfigurableListableBeanFactory beanFactory) {
		for (Class<?> listener : this.listeners) {
			if (beanFactory.getBeanNamesForType(listener, true, false).length == 0) {
				BeanDefinitionReaderUtils.registerWithGeneratedName(new RootBeanDefinition(listener),
						(BeanDefinitionRegistry) beanFactory);
			}
		}
	}

}
