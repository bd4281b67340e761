package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Two bots in one application, each in a context of its own.
 */
class SeveralBotsTests {

	@Test
	void eachOfTwoSiblingsIsABot() {
		SpringApplicationBuilder siblings = new SpringApplicationBuilder(Common.class).child(Bot.class)
			.web(WebApplicationType.NONE)
			.properties("name=one", "discord.gateway.simulator.enabled=true",
					"discord.gateway.intents=guilds,guild-messages,message-content");
		try (ConfigurableApplicationContext one = siblings.run();
				ConfigurableApplicationContext other = siblings.sibling(Bot.class)
					.web(WebApplicationType.NONE)
					.properties("name=other", "discord.gateway.simulator.enabled=true",
							"discord.gateway.intents=guilds,guild-messages,message-content")
					.run()) {
			assertThat(one.getBean(Gateway.class)).isNotSameAs(other.getBean(Gateway.class));
			assertThat(one.getParent()).isNotNull().isSameAs(other.getParent());
			say(one, "to one");
			say(other, "to other");
			Common common = one.getBean(Common.class);
			BotRunner.await().until(() -> common.calls.size() == 2);
			assertThat(common.calls).containsExactlyInAnyOrder("one got: to one", "other got: to other");
		}
	}

	@Test
	void aChildSharesTheEventsOfItsParent() {
		SpringApplicationBuilder family = new SpringApplicationBuilder(Common.class, Bot.class)
			.web(WebApplicationType.NONE)
			.properties("name=parent", "discord.gateway.simulator.enabled=true",
					"discord.gateway.intents=guilds,guild-messages,message-content");
		try (ConfigurableApplicationContext parent = family.run();
				ConfigurableApplicationContext child = new SpringApplicationBuilder(Child.class).parent(parent)
					.web(WebApplicationType.NONE)
					.run()) {
			assertThat(child.getBean(Gateway.class)).isSameAs(parent.getBean(Gateway.class));
			say(parent, "to both");
			Common common = parent.getBean(Common.class);
			BotRunner.await().until(() -> common.calls.size() == 2);
			assertThat(common.calls).containsExactlyInAnyOrder("parent got: to both", "child got: to both");
		}
	}

	@Test
	void aChildWithATokenOfItsOwnIsRefused() {
		SpringApplicationBuilder parent = new SpringApplicationBuilder(Plain.class).web(WebApplicationType.NONE)
			.properties("discord.gateway.token=a.b.c", "discord.gateway.startup=async",
					"discord.gateway.url=ws://localhost:1", "discord.gateway.sharding.total=1");
		try (ConfigurableApplicationContext running = parent.run()) {
			FailureAnalysis analysis = analyze(catchThrowable(() -> child(running, "--discord.gateway.token=d.e.f")));
			assertThat(analysis.getDescription()).isEqualTo(
					"The context has a token of its own (discord.gateway.token), but its parent already runs a bot "
							+ "with another one, whose gateway and events both share.");
			assertThat(analysis.getAction()).contains(".child(OneBot.class).sibling(OtherBot.class)");
			try (ConfigurableApplicationContext child = child(running)) {
				assertThat(child.getBean(Gateway.class)).isSameAs(running.getBean(Gateway.class));
			}
		}
	}

	@Test
	void twoBotsInOneContextAreRefused() {
		FailureAnalysis analysis = analyze(catchThrowable(() -> BotRunner.run(TwoConnectionDetails.class).close()));
		assertThat(analysis.getDescription())
			.isEqualTo("An application context runs one bot, but there are 2 beans of type "
					+ "DiscordGatewayConnectionDetails: [one, other].");
		assertThat(analysis.getAction()).startsWith("Give each bot a context of its own");
	}

	private static ConfigurableApplicationContext child(ConfigurableApplicationContext parent, String... arguments) {
		return new SpringApplicationBuilder(Plain.class).parent(parent).web(WebApplicationType.NONE).run(arguments);
	}

	private static void say(ConfigurableApplicationContext bot, String text) {
		bot.getBean(GatewaySimulator.class).guild("garden").member("alice").says(text);
	}

	private static FailureAnalysis analyze(Throwable failure) {
		assertThat(failure).isNotNull();
		FailureAnalysis analysis = new SecondBotFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		return analysis;
	}

	private static DiscordGatewayConnectionDetails details(String token) {
		return new DiscordGatewayConnectionDetails() {

			@Override
			public GatewayToken getToken() {
				return GatewayToken.of(token);
			}

			@Override
			public URI getApiUrl() {
				return URI.create("http://localhost:1");
			}

		};
	}

	/** What both bots share. */
	@Configuration(proxyBeanMethods = false)
	static class Common {

		private final List<String> calls = new CopyOnWriteArrayList<>();

	}

	@TestBot
	static class Bot {

		private final String name;

		private final Common common;

		Bot(@Value("${name}") String name, Common common) {
			this.name = name;
			this.common = common;
		}

		@GatewayListener
		void on(MessageCreate event) {
			this.common.calls.add(this.name + " got: " + event.message().content());
		}

	}

	@TestBot
	static class Child {

		private final Common common;

		Child(Common common) {
			this.common = common;
		}

		@GatewayListener
		void on(MessageCreate event) {
			this.common.calls.add("child got: " + event.message().content());
		}

	}

	@TestBot
	static class Plain {

	}

	@TestBot
	static class TwoConnectionDetails {

		@Bean
		DiscordGatewayConnectionDetails one() {
			return details("a.b.c");
		}

		@Bean
		DiscordGatewayConnectionDetails other() {
			return details("d.e.f");
		}

	}

}
