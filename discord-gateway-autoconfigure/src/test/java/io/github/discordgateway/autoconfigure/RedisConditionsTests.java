package io.github.discordgateway.autoconfigure;

import java.util.Arrays;

import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.identify.InMemoryIdentifyPacer;
import io.github.discordgateway.internal.cluster.FixedOwnership;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import io.github.discordgateway.internal.redis.RedisIdentifyPacer;
import io.github.discordgateway.internal.redis.RedisOwnership;
import io.github.discordgateway.internal.redis.RedisRemoteShards;
import io.github.discordgateway.internal.redis.RedisSessionStore;
import io.github.discordgateway.session.InMemorySessionStore;
import io.github.discordgateway.session.SessionStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When an application uses Redis, and what it needs for that.
 */
class RedisConditionsTests {

	private static final String REDIS = "discord.gateway.coordination=redis";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class,
				DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class))
		.withPropertyValues("discord.gateway.token=a.b.c", "discord.gateway.auto-startup=false");

	@Test
	@DisplayName("without the property nothing of Redis is touched, whether or not it is there")
	void touchesNothing() {
		this.runner.run(RedisConditionsTests::runsAlone);
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.data.redis", "io.lettuce",
					"io.github.discordgateway.internal.redis.RedisOwnership"))
			.run(RedisConditionsTests::runsAlone);
		this.runner.withPropertyValues("discord.gateway.coordination=none").run(RedisConditionsTests::runsAlone);
	}

	private static void runsAlone(org.springframework.boot.test.context.assertj.AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		assertThat(context.getBean(ShardOwnership.class)).isInstanceOf(FixedOwnership.class);
		assertThat(context.getBean(SessionStore.class)).isInstanceOf(InMemorySessionStore.class);
		assertThat(context.getBean(IdentifyPacer.class)).isInstanceOf(InMemoryIdentifyPacer.class);
		assertThat(Arrays.stream(context.getBeanDefinitionNames()))
			.noneMatch((name) -> name.startsWith("discordGatewayRedis"));
	}

	@Test
	@DisplayName("with it, ownership, sessions and pace are those of Redis, and connect when they are used")
	void usesRedis() {
		this.runner.withPropertyValues(REDIS, "spring.data.redis.port=1").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(ShardOwnership.class)).isInstanceOf(RedisOwnership.class);
			assertThat(context.getBean(SessionStore.class)).isInstanceOf(RedisSessionStore.class);
			assertThat(context.getBean(IdentifyPacer.class)).isInstanceOf(RedisIdentifyPacer.class);
		});
	}

	@Test
	@DisplayName("a worker has of Redis what finds the owners of shards, and nothing that only shards need")
	void usesLittleAsAWorker() {
		this.runner.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
			.withPropertyValues(REDIS, "spring.data.redis.port=1", "discord.gateway.role=worker",
					"discord.gateway.relay=kafka")
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.hasSingleBean(RedisRemoteShards.class)
					.doesNotHaveBean(ShardOwnership.class)
					.doesNotHaveBean(SessionStore.class)
					.doesNotHaveBean(RedisIdentifyPacer.class);
			});
	}

	@Test
	@DisplayName("a store and a pacer of the application are used instead")
	void backsOff() {
		this.runner.withPropertyValues(REDIS).withUserConfiguration(OwnBeans.class).run((context) -> {
			assertThat(context.getBean(ShardOwnership.class)).isInstanceOf(RedisOwnership.class);
			assertThat(context.getBean(SessionStore.class)).isSameAs(OwnBeans.STORE);
			assertThat(context.getBean(IdentifyPacer.class)).isSameAs(OwnBeans.PACER);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.data.redis", "io.lettuce" })
	@DisplayName("Redis that is not on the class path fails the start, which names the dependency")
	void missing(String left) {
		this.runner.withPropertyValues(REDIS)
			.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(left))
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(context.getStartupFailure()).rootCause().isInstanceOf(RedisNotAvailableException.class);
				RedisNotAvailableException cause = (RedisNotAvailableException) rootOf(context.getStartupFailure());
				assertThat(new RedisNotAvailableFailureAnalyzer().analyze(cause, cause).getAction())
					.contains("spring-boot-starter-data-redis");
			});
	}

	private static Throwable rootOf(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	@Test
	@DisplayName("without a connection factory the start fails, and says what to do")
	void withoutConnectionFactory() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class))
			.withPropertyValues("discord.gateway.token=a.b.c", "discord.gateway.auto-startup=false", REDIS)
			.run((context) -> assertThat(rootOf(context.getStartupFailure()))
				.isInstanceOf(RedisNotAvailableException.class)
				.hasMessageContaining(ReactiveRedisConnectionFactory.class.getSimpleName()));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "sharding.ids=0", "sharding.instance-index=0", "resume.store=file", "resume.path=somewhere",
					"redis.lease-duration=5s", "redis.hand-over=0", "redis.key-prefix={a}", "redis.renew-interval=0" })
	@DisplayName("what makes no sense together fails the start, and names the property")
	void contradictions(String property) {
		this.runner
			.withPropertyValues(REDIS, "discord.gateway.sharding.total=2",
					"discord.gateway.sharding.instance-count=" + (property.contains("instance") ? "2" : ""),
					"discord.gateway." + property)
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("discord.gateway." + property.substring(0, property.indexOf('='))
					.replaceAll("-index|-path", "")
					.replaceAll("-.*", "")));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		private static final SessionStore STORE = new InMemorySessionStore();

		private static final IdentifyPacer PACER = new InMemoryIdentifyPacer(
				reactor.core.scheduler.Schedulers.parallel(), java.time.Duration.ofSeconds(5));

		@Bean
		SessionStore ownStore() {
			return STORE;
		}

		@Bean
		IdentifyPacer ownPacer() {
			return PACER;
		}

	}

}
