package io.github.discordgateway.autoconfigure;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests that what a simulator can be told by its builder can be told by properties, and
 * for a simulator that the application makes itself.
 */
class SimulatorPropertiesTests {

	private static final Map<String, String> OTHERS = Map.ofEntries(Map.entry("port", "1"),
			Map.entry("allowed-origins", "http://localhost:1"), Map.entry("control", "true"),
			Map.entry("token", "a.b.c"), Map.entry("shards", "7"), Map.entry("minimum-shards", "2"),
			Map.entry("max-concurrency", "3"), Map.entry("identify-window", "1s"),
			Map.entry("session-start-limit.total", "5"), Map.entry("session-start-limit.remaining", "4"),
			Map.entry("session-start-limit.reset-after", "1h"), Map.entry("hello-delay", "0"),
			Map.entry("invalid-session-delay.shortest", "1ms"), Map.entry("invalid-session-delay.longest", "2ms"),
			Map.entry("heartbeat-interval", "1s"), Map.entry("heartbeat-timeout", "3s"),
			Map.entry("session-lifetime", "1s"), Map.entry("replay-limit", "9"), Map.entry("send-limit.count", "1"),
			Map.entry("send-limit.window", "1s"), Map.entry("allowed-privileged-intents", "message-content"),
			Map.entry("rest-limit.count", "0"), Map.entry("rest-limit.window", "2s"),
			Map.entry("global-rest-limit", "1"), Map.entry("interaction-timeouts.first", "1s"),
			Map.entry("interaction-timeouts.all", "2s"), Map.entry("guilds-per-shard", "1"),
			Map.entry("members-per-guild", "1"), Map.entry("events-per-second", "1"), Map.entry("seed", "1"),
			Map.entry("resume-url", "ws://example.org"), Map.entry("timeout", "1s"));

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("discord.gateway.simulator.enabled=true", "discord.gateway.resume.store=memory");

	private static DiscordGatewayProperties.Simulator bind(Map<String, String> properties) {
		Map<String, String> full = properties.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> "discord.gateway.simulator." + entry.getKey(), Map.Entry::getValue));
		return new Binder(new MapConfigurationPropertySource(full))
			.bindOrCreate("discord.gateway", DiscordGatewayProperties.class)
			.simulator();
	}

	/** What was set, by the names of the builder's fields. */
	private static Map<String, String> state(GatewaySimulatorBuilder builder) {
		Map<String, String> state = new LinkedHashMap<>();
		for (Field field : GatewaySimulatorBuilder.class.getDeclaredFields()) {
			if (!java.lang.reflect.Modifier.isStatic(field.getModifiers()) && !field.getName().equals("ssl")
					&& !field.getName().equals("behaviour")) {
				ReflectionUtils.makeAccessible(field);
				Object value = ReflectionUtils.getField(field, builder);
				@SuppressWarnings("unchecked")
				Object shown = (value instanceof UnaryOperator<?> url) ? ((UnaryOperator<String>) url).apply("own")
						: value;
				state.put(field.getName(), String.valueOf(shown));
			}
		}
		return state;
	}

	@Test
	void propertiesSetAllThatTheBuilderSets() {
		Map<String, String> defaults = state(GatewaySimulator.builder());
		Map<String, String> changed = state(bind(OTHERS).toBuilder());
		assertThat(changed.keySet()).hasSizeGreaterThan(25)
			.allSatisfy((field) -> assertThat(changed.get(field)).as(field).isNotEqualTo(defaults.get(field)));
	}

	@Test
	void withoutPropertiesItIsAsTheBuilderHasItSaveForTheWaitToIdentify() {
		Map<String, String> defaults = state(GatewaySimulator.builder().maxConcurrency(16));
		assertThat(state(bind(Map.of()).toBuilder())).isEqualTo(defaults);
	}

	@Test
	void eachOptionOfTheBuilderIsKnownHere() {
		Set<String> fields = state(GatewaySimulator.builder()).keySet();
		assertThat(Arrays.stream(GatewaySimulatorBuilder.class.getMethods())
			.filter((method) -> method.getReturnType() == GatewaySimulatorBuilder.class)
			.map(Method::getName))
			.contains("token", "seed")
			.allMatch((option) -> option.equals("ssl") || option.equals("behaviour") || option.equals("restLimit")
					|| option.equals("sessionStartLimit") || option.equals("invalidSessionDelay")
					|| option.equals("sendLimit") || option.equals("interactionTimeouts") || fields.contains(option));
	}

	@Test
	void whatCannotBeIsRefusedInTheWordsOfTheProperty() {
		this.runner.withPropertyValues("discord.gateway.simulator.invalid-session-delay.longest=1ms")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("invalidSessionDelay.longest"));
	}

	@Test
	void withACertificateOfItsOwnTheBotTrustsIt() {
		this.runner
			.withPropertyValues("discord.gateway.simulator.ssl.self-signed=true",
					"discord.gateway.simulator.timeout=50s")
			.run((context) -> {
				GatewaySimulator simulator = context.getBean(GatewaySimulator.class);
				assertThat(simulator.url().getScheme()).isEqualTo("wss");
				simulator.awaitReady();
				simulator.awaitHandled();
			});
	}

	@Test
	void aTestMayShortenTheWaitToIdentify() {
		DiscordGatewayProperties properties = new Binder(new MapConfigurationPropertySource(
				Map.of("discord.gateway.simulator.enabled", "true", "discord.gateway.simulator.identify-window", "1s")))
			.bindOrCreate("discord.gateway", DiscordGatewayProperties.class);
		assertThat(properties.identifyWindow()).isEqualTo(Duration.ofMillis(1250));
	}

	@Test
	void anOwnSimulatorIsUsedStartedAndStopped() {
		GatewaySimulator[] own = new GatewaySimulator[1];
		this.runner.withUserConfiguration(OwnSimulator.class).run((context) -> {
			own[0] = context.getBean(GatewaySimulator.class);
			assertThat(own[0].apiUrl().getPort()).isPositive();
			own[0].awaitReady();
			assertThat(context.getBean(Gateway.class).shards()).hasSize(2);
			own[0].awaitHandled();
		});
		assertThatIllegalStateException().isThrownBy(own[0]::port);
		assertThatIllegalStateException().isThrownBy(own[0]::start);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSimulator {

		@Bean
		GatewaySimulator ownSimulator() {
			return GatewaySimulator.builder().shards(2).maxConcurrency(2).timeout(Duration.ofSeconds(50)).build();
		}

	}

}
