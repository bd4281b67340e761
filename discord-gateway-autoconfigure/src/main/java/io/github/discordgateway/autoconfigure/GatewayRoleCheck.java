package io.github.discordgateway.autoconfigure;

import java.util.Locale;
import java.util.Set;

import io.github.discordgateway.autoconfigure.DiscordGatewayProperties.RelayType;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Holds role and relay against each other before any bean is made: one that needs what
 * the wrong combination lacks would only say that it is missing.
 */
final class GatewayRoleCheck implements BeanFactoryPostProcessor {

	private static final String ROLE = "discord.gateway.role";

	private static final String RELAY = "discord.gateway.relay";

	private static final String INTENTS = "discord.gateway.intents";

	private static final Set<String> NEEDED = Set.of("org.springframework.kafka.core.KafkaTemplate",
			"org.springframework.boot.kafka.autoconfigure.KafkaProperties");

	private final Binder binder;

	GatewayRoleCheck(Environment environment) {
		this.binder = Binder.get(environment);
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		Role role = get(ROLE, Role.class, Role.ALL);
		RelayType relay = get(RELAY, RelayType.class, RelayType.NONE);
		if (relay == RelayType.NONE && role != Role.ALL) {
			throw new GatewayRoleException(
					"With " + ROLE + "=" + name(role) + " there is no relay that "
							+ ((role == Role.WORKER) ? "events could come from" : "events could go to"),
					"Set " + RELAY + "=kafka, in the processes of both roles, or leave out " + ROLE
							+ ", so that this process runs shards and listeners.");
		}
		if (relay == RelayType.KAFKA && !isKafkaThere(beanFactory.getBeanClassLoader())) {
			throw new GatewayRoleException(RELAY + " is kafka, but Spring for Apache Kafka is not on the class path",
					"Add the dependency org.springframework.boot:spring-boot-starter-kafka, or leave out " + RELAY
							+ ".");
		}
		if (role == Role.GATEWAY && !isSet(INTENTS)) {
			throw new GatewayRoleException(
					"With " + ROLE + "=gateway there are no listeners from which the intents could follow",
					"Set " + INTENTS + " to what the workers need, for example " + INTENTS
							+ "=guilds,guild-messages,message-content.");
		}
	}

	private <E extends Enum<E>> E get(String property, Class<E> type, E preset) {
		return isSet(property) ? this.binder.bind(property, type).orElse(preset) : preset;
	}

	private boolean isSet(String property) {
		return this.binder.bind(property, Bindable.setOf(String.class))
			.map((values) -> values.stream().anyMatch(StringUtils::hasText))
			.orElse(false);
	}

	private static boolean isKafkaThere(@Nullable ClassLoader classLoader) {
		return NEEDED.stream().allMatch((type) -> ClassUtils.isPresent(type, classLoader));
	}

	private static String name(Role role) {
		return role.name().toLowerCase(Locale.ROOT);
	}

}
