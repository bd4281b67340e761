package io.github.discordgateway.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the gateway a member of the health group {@code readiness}, when
 * {@code discord.gateway.health.readiness} says so. Who has set what the group includes
 * or excludes has decided already. The group {@code liveness} is left alone: a restart
 * does not help when Discord cannot be reached.
 */
final class GatewayReadinessEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String READINESS = "discord.gateway.health.readiness";

	/** The name under which health shows the bean. */
	static final String CONTRIBUTOR = "discordGatewayReadiness";

	private static final String GROUP = "management.endpoint.health.group.readiness.";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Binder binder = Binder.get(environment);
		if (!isTrue(binder, READINESS, false) || isSet(binder, "include") || isSet(binder, "exclude")) {
			return;
		}
		boolean hasState = isTrue(binder, "management.endpoint.health.probes.enabled", true)
				|| isTrue(binder, "management.health.readinessstate.enabled", false);
		environment.getPropertySources()
			.addLast(new MapPropertySource("discordGatewayReadiness",
					Map.of(GROUP + "include", (hasState ? "readinessState," : "") + CONTRIBUTOR)));
	}

	private static boolean isTrue(Binder binder, String property, boolean otherwise) {
		return binder.bind(property, Bindable.of(Boolean.class)).orElse(otherwise);
	}

	private static boolean isSet(Binder binder, String property) {
		return binder.bind(GROUP + property, Bindable.setOf(String.class)).isBound();
	}

	/** When the properties of the application are known. */
	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

}
