package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.discordgateway.cluster.ShardLayout;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.protocol.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiscordGatewayProperties}.
 */
class DiscordGatewayPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Properties.class);

	@Test
	void defaultsAreRightForABotOnOneMachine() {
		this.runner.run((context) -> {
			DiscordGatewayProperties properties = context.getBean(DiscordGatewayProperties.class);
			assertThat(properties.enabled()).isTrue();
			assertThat(properties.intents()).isNull();
			assertThat(properties.url()).isNull();
			assertThat(properties.sharding().layout()).isNull();
			assertThat(properties.presence().toCommand()).isNull();
			assertThat(properties.timeouts().hello()).isEqualTo(Duration.ofSeconds(20));
			assertThat(properties.simulator().enabled()).isFalse();
		});
	}

	@Test
	void bindsInTheWordsOfDiscord() {
		this.runner
			.withPropertyValues("discord.gateway.intents=guilds,message-content", "discord.gateway.sharding.total=4",
					"discord.gateway.sharding.ids=3,1", "discord.gateway.presence.status=idle",
					"discord.gateway.presence.activity.type=watching", "discord.gateway.presence.activity.name=the log")
			.run((context) -> {
				DiscordGatewayProperties properties = context.getBean(DiscordGatewayProperties.class);
				assertThat(properties.intents()).containsExactlyInAnyOrder(Intent.GUILDS, Intent.MESSAGE_CONTENT);
				assertThat(properties.sharding().layout()).isEqualTo(new ShardLayout(4, List.of(1, 3)));
				assertThat(properties.presence().toCommand()).isEqualTo(new UpdatePresence(null,
						List.of(Activity.watching("the log")), UpdatePresence.Status.IDLE, false));
			});
	}

	@Test
	void noIntentsAtAllIsNotTheSameAsIntentsLeftOut() {
		this.runner.withPropertyValues("discord.gateway.intents=")
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class).intents()).isEmpty());
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
					startup-timeout=-1s                   | startupTimeout                  | must not be negative
					sharding.total=0                      | sharding.total                  | at least 1
					sharding.ids=1                        | sharding.ids                    | needs discord.gateway.sharding.total
					timeouts.connect=0s                   | timeouts.connect                | positive duration
					timeouts.hello=-1s                    | timeouts.hello                  | positive duration
					timeouts.ready=0s                     | timeouts.ready                  | positive duration
					timeouts.resumed=0s                   | timeouts.resumed                | positive duration
					timeouts.close=0s                     | timeouts.close                  | positive duration
					reconnect.initial-back-off=0s         | reconnect.initialBackOff        | positive duration
					reconnect.max-back-off=10ms           | reconnect.maxBackOff            | not be smaller than
					reconnect.invalid-session-back-off=0s | reconnect.invalidSessionBackOff | positive duration
					resume.max-attempts=0                 | resume.maxAttempts              | at least 1
					resume.max-duration=0s                | resume.maxDuration              | positive duration
					dispatch.concurrency=0                | dispatch.concurrency            | at least 1
					dispatch.max-pending=0                | dispatch.maxPending             | at least 1
					presence.activity.type=playing        | presence.activity.name          | must not be empty
					simulator.port=70000                  | simulator.port                  | from 0 to 65535
					simulator.shards=0                    | simulator.shards                | from 1 to 10000
					simulator.max-concurrency=0           | simulator.maxConcurrency        | from 1 to 10000
					simulator.guilds-per-shard=-1         | simulator.guildsPerShard        | from 0 to 2500
					simulator.events-per-second=-1        | simulator.eventsPerSecond       | must not be negative
					simulator.heartbeat-interval=0s       | simulator.heartbeatInterval     | positive duration
					""")
	void aWrongValueIsReportedWithItsPropertyAndWhatIsAllowed(String property, String field, String reason) {
		this.runner.withPropertyValues("discord.gateway." + property)
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

	@Test
	void shardIdsMustExist() {
		this.runner.withPropertyValues("discord.gateway.sharding.total=4", "discord.gateway.sharding.ids=0,4")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("from 0 to 3"));
	}

	@Test
	void neverPrintsTheToken() {
		this.runner.withPropertyValues("discord.gateway.token=very.secret.token")
			.run((context) -> assertThat(context.getBean(DiscordGatewayProperties.class)).asString()
				.doesNotContain("secret"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(DiscordGatewayProperties.class)
	static class Properties {

	}

}
