package io.github.discordgateway.autoconfigure;

import java.time.Duration;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.event.Ready;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Applications, and tests of applications, that have the gateway's beans and connect
 * nobody.
 */
class AutoStartupTests {

	private static final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	@BeforeAll
	static void start() {
		simulator.start();
	}

	@AfterAll
	static void close() {
		simulator.close();
	}

	private static void assertThatNobodyWasAsked() {
		assertThat(simulator.rest().requests()).isEmpty();
		assertThat(simulator.connections()).isEmpty();
	}

	@Test
	void withoutAutoStartupTheBeansAreThereAndNothingConnectsUntilItIsStarted() {
		try (GatewaySimulator discord = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build()) {
			discord.start();
			try (BotRunner bot = BotRunner.run(Bot.class, "auto-startup=false", "startup=fail-fast",
					"startup-timeout=10ms", "token=" + discord.token(), "api-url=" + discord.apiUrl())) {
				Gateway gateway = bot.context().getBean(Gateway.class);
				assertThat(gateway.shards()).isEmpty();
				assertThat(gateway.snapshot().running()).isFalse();
				assertThat(bot.context().getBean(GatewayListenerRegistry.class).handlers()).hasSize(1);
				assertThat(discord.rest().requests()).isEmpty();
				bot.context().getBean("discordGateway", SmartLifecycle.class).start();
				bot.awaitReady();
				assertThat(discord.rest().requests()).hasSize(1);
			}
		}
	}

	@Test
	void withoutAutoStartupNoTokenIsNeededBeforeItIsStarted() {
		try (BotRunner bot = BotRunner.run(Bot.class, "auto-startup=false", "token", "api-url=" + simulator.apiUrl())) {
			SmartLifecycle gateway = bot.context().getBean("discordGateway", SmartLifecycle.class);
			assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(gateway::start);
			assertThat(gateway.isRunning()).isFalse();
		}
		assertThatNobodyWasAsked();
	}

	@Test
	void aGatewayOfTheApplicationsOwnNeedsNoTokenAndNoShards() {
		try (BotRunner bot = BotRunner.run(OwnGateway.class, "token", "api-url=" + simulator.apiUrl())) {
			assertThat(bot.context().getBeansOfType(GatewayCluster.class)).isEmpty();
		}
		assertThatNobodyWasAsked();
	}

	@Nested
	@SpringBootTest(classes = Bot.class, properties = "spring.main.web-application-type=none")
	class MockedWithoutToken {

		@MockitoBean
		Gateway gateway;

		@Autowired
		ApplicationContext context;

		@DynamicPropertySource
		static void discord(DynamicPropertyRegistry properties) {
			properties.add("discord.gateway.api-url", simulator::apiUrl);
		}

		@Test
		void connectsNobody() {
			assertThat(this.context.getBean(Gateway.class)).isSameAs(this.gateway);
			assertThat(this.context.getBean(Bot.class)).isNotNull();
			assertThatNobodyWasAsked();
		}

	}

	@Nested
	@SpringBootTest(classes = Bot.class, properties = "spring.main.web-application-type=none")
	class MockedWithToken {

		@MockitoBean
		Gateway gateway;

		@Autowired
		ApplicationContext context;

		@DynamicPropertySource
		static void discord(DynamicPropertyRegistry properties) {
			properties.add("discord.gateway.api-url", simulator::apiUrl);
			properties.add("discord.gateway.token", simulator::token);
		}

		@Test
		void connectsNobody() {
			assertThat(this.context.getBean(GatewayCluster.class).isRunning()).isFalse();
			assertThatNobodyWasAsked();
		}

	}

	@TestBot
	static class Bot {

		@GatewayListener
		void onReady(Ready event, Gateway gateway) {
		}

	}

	@TestBot
	static class OwnGateway {

		@Bean
		Gateway gateway() {
			return Mockito.mock(Gateway.class);
		}

	}

}
