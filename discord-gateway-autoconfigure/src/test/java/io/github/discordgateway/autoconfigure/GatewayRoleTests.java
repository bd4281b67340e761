package io.github.discordgateway.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.internal.cluster.ListenerSink;
import io.github.discordgateway.internal.kafka.KafkaClients;
import io.github.discordgateway.session.SessionStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process does by its role, and which combinations are refused.
 */
class GatewayRoleTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withPropertyValues("discord.gateway.auto-startup=false");

	private static FailureAnalysis analysis(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		Throwable failure = context.getStartupFailure();
		while (!(failure instanceof GatewayRoleException) && failure.getCause() != null) {
			failure = failure.getCause();
		}
		return new GatewayRoleFailureAnalyzer().analyze(context.getStartupFailure(), (GatewayRoleException) failure);
	}

	@Test
	@DisplayName("D20 Without Spring Kafka on the class path nothing is missed, and nothing of it is touched")
	void withoutSpringKafka() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.kafka", "org.apache.kafka",
					"org.springframework.boot.kafka"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ListenerSink.class));
	}

	@Test
	@DisplayName("D20 With Spring Kafka on the class path nothing is different before the property asks")
	void withoutRelay() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(ListenerSink.class)
			.doesNotHaveBean(KafkaClients.class)
			.doesNotHaveBean(RelayStatistics.class)
			.doesNotHaveBean(WorkerStatistics.class));
	}

	@Test
	void relayWithoutSpringKafka() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.kafka", "org.springframework.boot.kafka"))
			.withPropertyValues("discord.gateway.relay=kafka")
			.run((context) -> assertThat(analysis(context).getAction()).contains("spring-boot-starter-kafka"));
	}

	@ParameterizedTest
	@CsvSource({ "worker, could come from", "GATEWAY, could go to" })
	void roleWithoutRelay(String role, String problem) {
		this.runner.withPropertyValues("discord.gateway.role=" + role, "discord.gateway.intents=guilds")
			.run((context) -> {
				assertThat(analysis(context).getDescription()).contains(problem);
				assertThat(analysis(context).getAction()).contains("discord.gateway.relay=kafka");
			});
	}

	@Test
	@DisplayName("D23 A process that only runs shards needs its intents")
	void gatewayWithoutIntents() {
		this.runner
			.withPropertyValues("discord.gateway.role=gateway", "discord.gateway.relay=kafka",
					"discord.gateway.intents=")
			.run((context) -> assertThat(analysis(context).getAction()).contains("discord.gateway.intents=guilds"));
	}

	@Test
	void gateway() {
		this.runner
			.withPropertyValues("discord.gateway.role=gateway", "discord.gateway.relay=kafka",
					"discord.gateway.intents=guilds")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(RelayStatistics.class)
				.doesNotHaveBean(WorkerStatistics.class)
				.doesNotHaveBean(ListenerSink.class));
	}

	@Test
	@DisplayName("D24 A worker has a gateway, though no shards, and needs no token")
	void worker() {
		this.runner
			.withPropertyValues("discord.gateway.role=worker", "discord.gateway.relay=kafka",
					"discord.gateway.relay.concurrency=2")
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.hasSingleBean(Gateway.class)
					.hasSingleBean(WorkerStatistics.class)
					.doesNotHaveBean(RelayStatistics.class);
				assertThat(context.getBean(DiscordGatewayRelayProperties.class).concurrency()).isEqualTo(2);
			});
	}

	@Test
	@DisplayName("D24 A worker keeps no sessions, and leaves alone the directory of those that gateways keep")
	void workerWithoutSessions(@TempDir Path directory) {
		Path sessions = directory.resolve("sessions");
		this.runner
			.withPropertyValues("discord.gateway.role=worker", "discord.gateway.relay=kafka",
					"discord.gateway.resume.path=" + sessions)
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(SessionStore.class);
				assertThat(sessions).doesNotExist();
			});
	}

	@Test
	void relayInAllIsBoth() {
		this.runner.withPropertyValues("discord.gateway.relay=kafka", "discord.gateway.role=").run((context) -> {
			assertThat(context).hasNotFailed()
				.hasSingleBean(RelayStatistics.class)
				.hasSingleBean(WorkerStatistics.class)
				.doesNotHaveBean(ListenerSink.class);
			assertThat(context.getBean(DiscordGatewayRelayProperties.class).drainTimeout())
				.isEqualTo(Duration.ofSeconds(10));
		});
	}

	@Test
	void theClientsOfTheApplicationStayItsOwn() {
		this.runner.withPropertyValues("discord.gateway.relay=kafka", "spring.kafka.producer.acks=1").run((context) -> {
			assertThat(context).hasSingleBean(KafkaTemplate.class);
			KafkaTemplate<?, ?> template = context.getBean(KafkaTemplate.class);
			assertThat(template.getProducerFactory().getConfigurationProperties()).containsEntry("acks", "1")
				.doesNotContainKey("delivery.timeout.ms");
		});
	}

	@Test
	void includeAndExcludeExcludeEachOther() {
		this.runner
			.withPropertyValues("discord.gateway.relay=kafka", "discord.gateway.relay.events.include=ready",
					"discord.gateway.relay.events.exclude=resumed")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("exclude each other"));
	}

}
