package io.github.discordgateway.autoconfigure.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.actuate.observation.ObservingListenerInterceptor;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.event.Ready;
import io.github.discordgateway.listener.GatewayListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiscordGatewayObservationAutoConfiguration}.
 */
class DiscordGatewayObservationAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class,
				DiscordGatewayObservationAutoConfiguration.class))
		.withPropertyValues("discord.gateway.simulator.enabled=true");

	@Test
	void observesListenersAndTheRequestWithoutActuator() {
		this.runner
			.withClassLoader(
					new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
			.withUserConfiguration(Observed.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				List<String> names = context.getBean(Observed.class).names;
				Awaitility.await()
					.untilAsserted(
							() -> assertThat(names).contains("http.client.requests", "discord.gateway.listener"));
			});
	}

	@Test
	void observesNothingWithoutARegistry() {
		this.runner
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ObservingListenerInterceptor.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Observed {

		private final List<String> names = new CopyOnWriteArrayList<>();

		@Bean
		ObservationRegistry observationRegistry() {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(new ObservationHandler<>() {

				@Override
				public void onStop(Observation.Context observed) {
					Observed.this.names.add(observed.getName());
				}

				@Override
				public boolean supportsContext(Observation.Context observed) {
					return true;
				}

			});
			return registry;
		}

		@GatewayListener
		void onReady(Ready event) {
		}

	}

}
