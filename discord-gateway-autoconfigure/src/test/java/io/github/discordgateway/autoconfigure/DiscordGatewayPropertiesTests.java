package io.github.discordgateway.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.discordgateway.Intent;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.cluster.ShardLayout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DiscordGatewayProperties}.
 */
class DiscordGatewayPropertiesTests {

	private static final ApplicationContextRunner RUNNER = new ApplicationContextRunner()
		.withUserConfiguration(Properties.class);

	/** Of an application that sets none. */
	private static DiscordGatewayProperties defaults;

	@BeforeAll
	static void bindNothing() {
		RUNNER.run((context) -> defaults = context.getBean(DiscordGatewayProperties.class));
	}

	@Test
	void defaultsAreRightForABotOnOneMachine() {
		RUNNER.run((context) -> {
			DiscordGatewayProperties properties = context.getBean(DiscordGatewayProperties.class);
			assertThat(properties.enabled()).isTrue();
			assertThat(properties.intents()).isNull();
			assertThat(properties.url()).isNull();
			assertThat(properties.sharding().total()).isNull();
			assertThat(properties.sharding().split().layout(3)).isEqualTo(ShardLayout.all(3));
			assertThat(properties.presence().toCommand()).isNull();
			assertThat(properties.timeouts().hello()).isEqualTo(Duration.ofSeconds(20));
			assertThat(properties.identify().window()).isEqualTo(Duration.ofMillis(5250));
			assertThat(properties.resume().loadTimeout()).isEqualTo(Duration.ofSeconds(30));
			assertThat(properties.resume().saveInterval()).isEqualTo(Duration.ofSeconds(1));
			assertThat(properties.dispatch().shed()).isEmpty();
			assertThat(properties.dispatch().slowHandler()).isEqualTo(Duration.ofSeconds(30));
			assertThat(properties.dispatch().handlerTimeout()).isEqualTo(Duration.ofMinutes(15));
			assertThat(properties.dispatch().maxPendingBytes()).as("a quarter of the heap").isNull();
			assertThat(properties.simulator().enabled()).isFalse();
		});
	}

	@Test
	void bindsInTheWordsOfDiscord() {
		RUNNER
			.withPropertyValues("discord.gateway.intents=guilds,message-content", "discord.gateway.sharding.total=4",
					"discord.gateway.sharding.ids=3,0-1", "discord.gateway.presence.status=idle",
					"discord.gateway.presence.activity.type=watching", "discord.gateway.presence.activity.name=the log")
			.run((context) -> {
				DiscordGatewayProperties properties = context.getBean(DiscordGatewayProperties.class);
				assertThat(properties.intents()).containsExactlyInAnyOrder(Intent.GUILDS, Intent.MESSAGE_CONTENT);
				assertThat(properties.sharding().split().layout(4)).isEqualTo(new ShardLayout(4, List.of(0, 1, 3)));
				assertThat(properties.presence().toCommand()).isEqualTo(new UpdatePresence(null,
						List.of(Activity.watching("the log")), UpdatePresence.Status.IDLE, false));
			});
	}

	@Test
	void bindsEventsThatMayBeShedInAnyForm() {
		RUNNER.withPropertyValues("discord.gateway.dispatch.shed=presence-update, TYPING_START")
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class).dispatch().shed())
				.containsExactlyInAnyOrder(EventType.PRESENCE_UPDATE, EventType.TYPING_START));
	}

	/** As Docker Compose and Helm charts set variables that are optional. */
	@ParameterizedTest
	@MethodSource("names")
	void anEmptyEnvironmentVariableMeansLeftOut(String name) {
		String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
		RUNNER
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(variable, ""))))
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class)).isEqualTo(defaults));
	}

	@Test
	void anEmptyPlaceholderMeansLeftOut() {
		RUNNER
			.withPropertyValues("discord.gateway.token=${NO_TOKEN:}", "discord.gateway.sharding.total=${TOTAL:4}",
					"discord.gateway.presence.activity.name=\t")
			.run((context) -> {
				DiscordGatewayProperties properties = context.getBean(DiscordGatewayProperties.class);
				assertThat(properties.token()).isNull();
				assertThat(properties.sharding().total()).isEqualTo(4);
				assertThat(properties.presence().activity()).isNull();
			});
	}

	static List<String> names() {
		return DiscordGatewayMetadataTests.properties()
			.stream()
			.map((property) -> property.path("name").asString())
			.filter((name) -> name.startsWith("discord.gateway."))
			.toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					api-url=ftp://x                       | apiUrl                          | http:// or https://
					url=https://gateway.discord.gg        | url                             | ws:// or wss://
					url=gateway.discord.gg                | url                             | ws:// or wss://
					max-payload-size=10KB                 | maxPayloadSize                  | from 1MB to 1GB
					large-threshold=49                    | largeThreshold                  | from 50 to 250
					large-threshold=251                   | largeThreshold                  | from 50 to 250
					startup-timeout=0s                    | startupTimeout                  | must be a positive duration
					sharding.total=0                      | sharding.total                  | from 1 to 100000
					sharding.total=100001                 | sharding.total                  | from 1 to 100000
					sharding.hand-over-timeout=0s         | sharding.handOverTimeout        | must be a positive
					sharding.ids=1                        | sharding.ids                    | needs discord.gateway.sharding.total
					sharding.instance-index=1             | sharding.instanceIndex          | needs both
					sharding.instance-count=2             | sharding.instanceCount          | needs both
					sharding.hand-over-window=0s          | sharding.handOverWindow         | positive duration
					timeouts.connect=0s                   | timeouts.connect                | positive duration
					timeouts.hello=-1s                    | timeouts.hello                  | positive duration
					timeouts.ready=0s                     | timeouts.ready                  | positive duration
					timeouts.resumed=0s                   | timeouts.resumed                | positive duration
					timeouts.close=0s                     | timeouts.close                  | positive duration
					reconnect.initial-back-off=0s         | reconnect.initialBackOff        | positive duration
					reconnect.max-back-off=10ms           | reconnect.maxBackOff            | not be smaller than
					reconnect.invalid-session-back-off=0s | reconnect.invalidSessionBackOff | positive duration
					identify.slack=-1ms                   | identify.slack                  | must not be negative
					resume.max-attempts=0                 | resume.maxAttempts              | at least 1
					resume.max-duration=0s                | resume.maxDuration              | positive duration
					resume.load-timeout=0s                | resume.loadTimeout              | positive duration
					resume.save-interval=0s               | resume.saveInterval             | positive duration
					dispatch.concurrency=0                | dispatch.concurrency            | at least 1
					commands.max-queued=0 | commands.maxQueued | at least 1
					commands.answer-timeout=0s | commands.answerTimeout | positive duration
					dispatch.max-pending=0                | dispatch.maxPending             | at least 1
					dispatch.slow-handler=-1s             | dispatch.slowHandler            | must not be negative
					dispatch.handler-timeout=-1s          | dispatch.handlerTimeout         | must not be negative
					dispatch.max-pending-bytes=100KB      | dispatch.maxPendingBytes        | at least 1MB
					presence.activity.type=playing        | presence.activity.name          | must not be empty
					proxy.host=proxy                      | proxy.port                      | is needed with proxy.host
					simulator.port=70000                  | simulator.port                  | from 0 to 65535
					simulator.shards=0                    | simulator.shards                | from 1 to 10000
					simulator.max-concurrency=0           | simulator.maxConcurrency        | from 1 to 10000
					simulator.guilds-per-shard=-1         | simulator.guildsPerShard        | from 0 to 2500
					simulator.events-per-second=-1        | simulator.eventsPerSecond       | must not be negative
					simulator.heartbeat-interval=0s       | simulator.heartbeatInterval     | positive duration
					simulator.timeout=0s                  | simulator.timeout               | positive duration
					""")
	void aWrongValueIsReportedWithItsPropertyAndWhatIsAllowed(String property, String field, String reason) {
		RUNNER.withPropertyValues("discord.gateway." + property)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(BindValidationException.class,
						(failure) -> assertThat(failure.getValidationErrors().getAllErrors()).singleElement()
							.satisfies((error) -> {
								assertThat(error.getDefaultMessage()).contains(reason);
								assertThat(error.toString()).contains("'" + field + "'");
							})));
	}

	@ParameterizedTest
	@CsvSource({ "4-3", "0-4", "4", "-1", "one", "1-2-3", "," })
	void idsThatAreNotOfTheTotalAreRefused(String ids) {
		RUNNER.withPropertyValues("discord.gateway.sharding.total=4", "discord.gateway.sharding.ids=" + ids)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("must be one or more ids or ranges such as 0-15, from 0 to 3"));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0 1 2", "1, 3 4 5", "2, 6 7 8 9" })
	void anInstanceRunsItsPartOfTheShards(int index, String ids) {
		RUNNER
			.withPropertyValues("discord.gateway.sharding.instance-index=" + index,
					"discord.gateway.sharding.instance-count=3")
			.run((context) -> assertThat(
					context.getBean(DiscordGatewayProperties.class).sharding().split().layout(10).ids())
				.map(String::valueOf)
				.containsExactly(ids.split(" ")));
	}

	@Test
	void anInstanceWithoutAShardIsToldSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> ShardLayout.part(2, 2, 3))
			.withMessageContaining("Instance 2 of 3 would have no shard");
	}

	@ParameterizedTest
	@CsvSource({ "enabled=true, 5%", "identify.reserve=20, 20", "identify.reserve=10%, 10%" })
	void theReserveIsANumberOrAPercentage(String property, String reserve) {
		RUNNER.withPropertyValues("discord.gateway." + property)
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class).identify().reserve())
				.hasToString(reserve));
	}

	@Test
	void aReserveThatIsNoneIsReportedWithWhatIsAllowed() {
		RUNNER.withPropertyValues("discord.gateway.identify.reserve=many")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("'many' is not a reserve")
				.hasMessageContaining("such as 5%"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			discord.gateway.enabled=true            | -
			discord.gateway.resume.store=file       | .discord-gateway/sessions
			discord.gateway.resume.path=data/bot    | data/bot
			discord.gateway.resume.path=/var/lib/x  | /var/lib/x
			discord.gateway.resume.store=memory     | -
			""")
	void sessionsAreKeptInFilesWhenThereIsAPath(String property, Path directory) {
		RUNNER.withPropertyValues(property)
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class).resume().directory(null))
				.isEqualTo(directory));
	}

	@Test
	void sessionsAreKeptInMemoryWhenThatIsSaid() {
		RUNNER.withPropertyValues("discord.gateway.resume.path=data", "discord.gateway.resume.store=memory")
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class).resume().directory(null))
				.isNull());
	}

	@Test
	void shardIdsMustExist() {
		RUNNER.withPropertyValues("discord.gateway.sharding.total=4", "discord.gateway.sharding.ids=0,4")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("from 0 to 3"));
	}

	@ParameterizedTest
	@CsvSource({ "port=0, proxy.port, must be from 1 to 65535", "username=alice, proxy.username, needs proxy.password",
			"password=secret, proxy.username, is needed with proxy.password",
			"type=socks4, proxy.type, knows no password" })
	void aProxyThatCannotBeIsRefused(String property, String field, String reason) {
		RUNNER
			.withPropertyValues("discord.gateway.proxy.host=proxy", "discord.gateway.proxy.port=3128",
					property.startsWith("type") ? "discord.gateway.proxy.password=secret" : "other=value",
					"discord.gateway.proxy." + property)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("'" + field + "'")
				.hasMessageContaining(reason));
	}

	@Test
	void aProxyIsNoneWithoutAHost() {
		RUNNER.withPropertyValues("discord.gateway.proxy.host=", "discord.gateway.proxy.port=3128")
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class).proxy().toProxy()).isNull());
	}

	@Test
	void neverPrintsThePasswordOfTheProxy() {
		RUNNER
			.withPropertyValues("discord.gateway.proxy.host=proxy", "discord.gateway.proxy.port=3128",
					"discord.gateway.proxy.username=alice", "discord.gateway.proxy.password=very.secret")
			.run((context) -> {
				DiscordGatewayProperties properties = context.getBean(DiscordGatewayProperties.class);
				assertThat(properties.proxy().toProxy()).hasToString("http://proxy:3128");
				assertThat(properties + " " + properties.proxy()).doesNotContain("secret");
			});
	}

	@Test
	void neverPrintsTheToken() {
		RUNNER.withPropertyValues("discord.gateway.token=very.secret.token")
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class)).asString()
				.doesNotContain("secret"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(DiscordGatewayProperties.class)
	static class Properties {

		@Bean
		static EmptyValueBindHandlerAdvisor emptyValueBindHandlerAdvisor() {
			return new EmptyValueBindHandlerAdvisor();
		}

	}

}
