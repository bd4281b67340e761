package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.actuate.DiscordGatewayHealthContributor;
import io.github.discordgateway.actuate.metrics.IdentifyMetrics;
import io.github.discordgateway.autoconfigure.health.DiscordGatewayHealthContributorAutoConfiguration;
import io.github.discordgateway.autoconfigure.metrics.DiscordGatewayMetricsAutoConfiguration;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.Ready;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import io.github.discordgateway.listener.GatewayEventHandler;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.aot.AotDetector;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

/**
 * An application is processed ahead of time, and what was generated is compiled and run.
 */
@CompileWithForkedClassLoader
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AheadOfTimeTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String SIMULATED = "discord.gateway.simulator.enabled=true";

	@Test
	void eventsReachListenersOfEachKind() {
		processed(SIMULATED, (contexts) -> {
			try (GenericApplicationContext context = start(contexts.get(), SIMULATED)) {
				Bot bot = context.getBean(Bot.class);
				GatewaySimulator simulator = context.getBean(GatewaySimulator.class);
				await().atMost(PATIENCE).until(() -> !bot.guilds.isEmpty());
				simulator.dispatch(0, "MESSAGE_CREATE", """
						{"id": "1", "channel_id": "2", "content": "", "author": {"id": "3", "username": "alice"}}""");
				await().atMost(PATIENCE).until(() -> bot.authors.equals(List.of("alice")) && bot.handled.size() == 2);
				assertThat(bot.handled).containsExactlyInAnyOrder("READY", "condition alice");
				assertThat(context.getBean(Gateway.class).shards()).hasSize(1);
				assertThat(context.getBeansOfType(DiscordGatewayHealthContributor.class)).hasSize(1);
				assertThat(context.getBeansOfType(IdentifyMetrics.class)).hasSize(1);
			}
		});
	}

	@Test
	void aStartThatWouldIgnoreAPropertyFails() {
		processed(SIMULATED, (contexts) -> {
			assertThatException()
				.isThrownBy(() -> start(contexts.get(), "discord.gateway.simulator.enabled=false",
						"discord.gateway.token=a-token"))
				.havingRootCause()
				.isInstanceOf(SettledConditionException.class)
				.withMessageContaining("discord.gateway.simulator.enabled is false, but was true")
				.satisfies((cause) -> assertThat(new SettledConditionFailureAnalyzer().analyze(cause).getAction())
					.contains("Set discord.gateway.simulator.enabled to true again"));
			assertThatException().isThrownBy(() -> start(contexts.get(), SIMULATED, "discord.gateway.enabled=false"))
				.havingRootCause()
				.isInstanceOf(SettledConditionException.class)
				.withMessageContaining("discord.gateway.enabled is false, but was true");
			assertThatException()
				.isThrownBy(() -> start(contexts.get(), SIMULATED, "discord.gateway.relay=kafka",
						"discord.gateway.role=worker"))
				.havingRootCause()
				.isInstanceOf(SettledConditionException.class)
				.withMessageContaining("discord.gateway.relay is kafka, but was none");
			assertThatException()
				.isThrownBy(() -> start(contexts.get(), SIMULATED, "discord.gateway.coordination=redis"))
				.havingRootCause()
				.isInstanceOf(SettledConditionException.class)
				.withMessageContaining("discord.gateway.coordination is redis, but was none");
		});
	}

	@Test
	void aStartThatWouldShareShardsAllTheSameFails() {
		processed(WithRedis.class, (contexts) -> {
			assertThatException().isThrownBy(() -> start(contexts.get(), "discord.gateway.token=a-token"))
				.havingRootCause()
				.isInstanceOf(SettledConditionException.class)
				.withMessageContaining("discord.gateway.coordination is none, but was redis");
			try (GenericApplicationContext context = start(contexts.get(), "discord.gateway.token=a-token",
					"discord.gateway.coordination=redis", "discord.gateway.auto-startup=false")) {
				assertThat(context.getBean(ShardOwnership.class).isShared()).isTrue();
			}
		}, "discord.gateway.coordination=redis");
	}

	@Test
	void aStartInAnotherRoleFails() {
		processed(WithKafka.class, (contexts) -> assertThatException()
			.isThrownBy(() -> start(contexts.get(), "discord.gateway.relay=kafka", "discord.gateway.role=gateway",
					"discord.gateway.intents=guilds", "discord.gateway.token=a-token"))
			.havingRootCause()
			.isInstanceOf(SettledConditionException.class)
			.withMessageContaining("discord.gateway.role is gateway, but was worker"), "discord.gateway.relay=kafka",
				"discord.gateway.role=worker");
	}

	/** Processes the bot, and gives contexts that are made of it. */
	private static void processed(String property, Consumer<Supplier<GenericApplicationContext>> test) {
		processed(Configured.class, test, property);
	}

	private static void processed(Class<?> application, Consumer<Supplier<GenericApplicationContext>> test,
			String... properties) {
		TestGenerationContext generation = new TestGenerationContext();
		ClassName name;
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(properties).applyTo(context);
			context.register(application);
			name = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		generation.writeGeneratedContent();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			// This class loader is thrown away after the test, and the setting with it.
			SpringProperties.setFlag(AotDetector.AOT_ENABLED);
			test.accept(() -> {
				GenericApplicationContext context = new GenericApplicationContext();
				initializer(compiled, name).initialize(context);
				return context;
			});
		});
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(Compiled compiled,
			ClassName name) {
		return compiled.getInstance(ApplicationContextInitializer.class, name.toString());
	}

	private static GenericApplicationContext start(GenericApplicationContext context, String... properties) {
		TestPropertyValues.of(properties).applyTo(context);
		context.refresh();
		return context;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DiscordGatewayAutoConfiguration.class,
			DiscordGatewayHealthContributorAutoConfiguration.class, DiscordGatewayMetricsAutoConfiguration.class })
	static class Configured {

		@Bean
		Bot bot() {
			return new Bot();
		}

		@Bean
		GatewayEventHandler<Ready> onReady(Bot bot) {
			return (event) -> bot.handled.add("READY");
		}

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(KafkaAutoConfiguration.class)
	static class WithKafka extends Configured {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class })
	static class WithRedis extends Configured {

	}

	@GatewayListener
	static class Bot {

		private final List<String> authors = new CopyOnWriteArrayList<>();

		private final List<String> handled = new CopyOnWriteArrayList<>();

		private final List<GuildCreate> guilds = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.authors.add(event.message().author().username());
		}

		@GatewayListener(condition = "#event.message.author.username == 'alice'")
		void onAlice(MessageCreate event) {
			this.handled.add("condition " + event.message().author().username());
		}

		public void onGuild(GuildCreate event) {
			this.guilds.add(event);
		}

	}

}
