package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.discordgateway.interaction.CommandDefinitions;
import io.github.discordgateway.interaction.ComponentListener;
import io.github.discordgateway.interaction.FallbackReplies;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.internal.rest.RestServer;
import io.github.discordgateway.internal.rest.RestServer.Received;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.component.ActionRow;
import io.github.discordgateway.model.component.Button;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.rest.CommandRequest;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Commands and components of an application: events from a simulated gateway, answers to
 * a server that notes them.
 */
@ExtendWith(OutputCaptureExtension.class)
class InteractionApplicationTests {

	private static final String BUTTON = """
			{"id":"%d","application_id":"1","type":3,"token":"the-token","version":1,"app_permissions":"0",
			"guild_id":"8","member":{"user":{"id":"5","username":"alice"},"roles":[]},"locale":"en-US",
			"message":{"id":"33","content":"?"},"data":{"custom_id":"%s","component_type":2}}""";

	private final RestServer server = new RestServer();

	private final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
		this.server.close();
	}

	private BotRunner run(Class<?> bot, String... properties) {
		Stream<String> own = Stream.of("token=" + this.simulator.token(), "url=" + this.simulator.url(),
				"api-url=" + this.server.baseUrl(), "sharding.total=1", "startup=wait");
		return BotRunner.run(bot, Stream.concat(own, Stream.of(properties)).toArray(String[]::new));
	}

	private List<String> answers(int count) {
		BotRunner.await().until(() -> this.server.received().size() >= count);
		return this.server.received().stream().map(Received::body).toList();
	}

	@Test
	void aCommandIsAnswered() {
		try (BotRunner bot = run(Bot.class)) {
			bot.awaitReady();
			this.simulator.guild("garden").member("alice").uses("roll", Map.of("dice", 2));
			assertThat(answers(1)).containsExactly("""
					{"type":4,"data":{"content":"alice rolls 2","tts":false,"components":[{"type":1,"components":\
					[{"type":2,"style":1,"label":"Again","custom_id":"roll:2","disabled":false}]}]}}""");
			Received received = this.server.received().get(0);
			assertThat(received.method()).isEqualTo("POST");
			assertThat(received.uri()).matches("/api/v10/interactions/\\d+/[^/]+/callback");
			assertThat(received.headers()).doesNotContainKey("authorization");
		}
	}

	@Test
	void aButtonIsAnswered() {
		try (BotRunner bot = run(Bot.class)) {
			bot.awaitReady();
			this.simulator.dispatch(0, "INTERACTION_CREATE", BUTTON.formatted(5, "roll:3"));
			assertThat(answers(1)).containsExactly("{\"type\":7,\"data\":{\"content\":\"alice rolls 3\"}}");
		}
	}

	@Test
	void aSlowCommandIsDeferredAndEdited() {
		try (BotRunner bot = run(Bot.class, "interactions.defer-after=10ms")) {
			bot.awaitReady();
			this.simulator.guild("garden").member("alice").uses("slow").sends();
			assertThat(answers(1)).containsExactly("{\"type\":5}");
			bot.context().getBean(Bot.class).slow.countDown();
			assertThat(answers(2)).last().isEqualTo("{\"content\":\"done\"}");
			assertThat(this.server.received().get(1).uri()).endsWith("/messages/@original");
		}
	}

	@Test
	void failuresAndUnknownCommandsAreAnsweredByTheBeanOfTheApplication() {
		try (BotRunner bot = run(Replaced.class, "interactions.reply-to-unknown=true")) {
			bot.awaitReady();
			this.simulator.guild("garden").member("alice").uses("fails").sends();
			assertThat(answers(1)).last().asString().contains("because: broken").contains("\"flags\":64");
			this.simulator.guild("garden").member("alice").uses("gone").sends();
			assertThat(answers(2)).last().asString().contains("no such thing").contains("\"flags\":64");
		}
	}

	@Test
	void answersAreMeasured() {
		try (BotRunner bot = run(Measured.class, "interactions.reply-to-failures=false")) {
			bot.awaitReady();
			this.simulator.guild("garden").member("alice").uses("roll", Map.of("dice", 2));
			this.simulator.guild("garden").member("alice").uses("fails").sends();
			this.simulator.guild("garden").member("alice").uses("gone").sends();
			MeterRegistry meters = bot.context().getBean(MeterRegistry.class);
			BotRunner.await().ignoreExceptions().untilAsserted(() -> {
				assertThat(meters.get("discord.interactions.answers")
					.tags("type", "application_command", "deferred", "false")
					.timer()
					.count()).isOne();
				assertThat(meters.get("discord.interactions.failures").counter().count()).isOne();
				assertThat(meters.get("discord.interactions.unknown").counter().count()).isOne();
			});
			assertThat(this.server.received()).as("failures are not answered").hasSize(1);
		}
	}

	@Test
	void commandsAreRegisteredIfAskedFor() {
		this.server.reply(200, "[]").reply(200, "[]");
		try (BotRunner bot = run(Bot.class, "interactions.commands.register=global")) {
			bot.awaitReady();
			List<String> bodies = answers(2);
			assertThat(this.server.received()).extracting(Received::method).containsExactly("GET", "PUT");
			assertThat(this.server.received().get(0).uri())
				.matches("/api/v10/applications/\\d+/commands\\?with_.*true");
			assertThat(bodies.get(1)).contains("\"name\":\"roll\"").contains("\"name\":\"slow\"");
			assertThat(bot.context().getBean(CommandDefinitions.class).global()).extracting(CommandRequest::name)
				.containsExactly("fails", "roll", "slow");
		}
	}

	@Test
	void commandsOfAChildThatStartsLaterAreRegisteredAndAnswered() {
		for (int i = 0; i < 4; i++) {
			this.server.reply(200, "[]");
		}
		try (BotRunner bot = run(Bot.class, "interactions.commands.register=global")) {
			bot.awaitReady();
			answers(2);
			try (ConfigurableApplicationContext child = child(bot, Later.class)) {
				assertThat(child.getBean(Later.class)).isNotNull();
				assertThat(answers(4).get(3)).contains("\"name\":\"roll\"").contains("\"name\":\"later\"");
				this.simulator.guild("garden").member("alice").uses("later").sends();
				assertThat(answers(5).get(4)).contains("later than others");
			}
			child(bot, Later.class).close();
			this.simulator.guild("garden").member("alice").uses("roll", Map.of("dice", 2));
			assertThat(answers(6).get(5)).as("no other request, since it is registered").contains("alice rolls 2");
		}
	}

	@Test
	void theFirstCommandsMayBeThoseOfAChild(CapturedOutput output) {
		try (BotRunner bot = run(BotRunner.Bot.class, "interactions.reply-to-unknown=true")) {
			bot.awaitReady();
			assertThat(output).doesNotContain("The application has the commands");
			try (ConfigurableApplicationContext child = child(bot, Later.class)) {
				assertThat(child.getBean(Later.class)).isNotNull();
				assertThat(output)
					.containsOnlyOnce("The application has the commands /later, which it does not register");
				this.simulator.guild("garden").member("alice").uses("gone").sends();
				assertThat(answers(1).get(0)).contains("no longer available");
			}
		}
	}

	@Test
	void aWrongCommandOfAChildFailsItsStartAndNothingElse() {
		try (BotRunner bot = run(Bot.class)) {
			bot.awaitReady();
			assertThatException().isThrownBy(() -> child(bot, Wrong.class))
				.satisfies(InteractionApplicationTests::assertNamesMethodAndRule);
			child(bot, Later.class).close();
			this.simulator.guild("garden").member("alice").uses("roll", Map.of("dice", 2));
			assertThat(answers(1).get(0)).contains("alice rolls 2");
		}
	}

	private static ConfigurableApplicationContext child(BotRunner bot, Class<?> child) {
		return new SpringApplicationBuilder(child).parent(bot.context()).web(WebApplicationType.NONE).run();
	}

	@Test
	void aWrongCommandFailsTheStartWithMethodAndRule() {
		assertThatException().isThrownBy(() -> run(Wrong.class))
			.satisfies(InteractionApplicationTests::assertNamesMethodAndRule);
		assertThat(this.simulator.connections()).as("before it connects").isEmpty();
	}

	private static void assertNamesMethodAndRule(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof InvalidGatewayListenerException)) {
			cause = cause.getCause();
		}
		FailureAnalysis analysis = new InvalidGatewayListenerFailureAnalyzer().analyze(cause);
		assertThat(analysis.getDescription()).contains("Wrong.command is the command /Wrong").contains("in lower case");
		assertThat(analysis.getAction()).isNotBlank();
	}

	@Test
	void withoutRequestsNothingCouldAnswer() {
		assertThatExceptionOfType(InvalidGatewayListenerException.class)
			.isThrownBy(() -> run(Bot.class, "rest.enabled=false"))
			.withMessageContaining("answers interactions by requests, which are switched off")
			.withMessageContaining("Remove discord.gateway.rest.enabled=false");
	}

	@Test
	void propertiesAreChecked() {
		for (String wrong : List.of("interactions.defer-after=3s", "interactions.commands.register=guilds",
				"interactions.commands.locales=de,german")) {
			assertThatException().isThrownBy(() -> run(Bot.class, wrong))
				.havingCause()
				.isInstanceOf(Exception.class)
				.satisfies((ex) -> assertThat(ex).hasRootCauseInstanceOf(BindValidationException.class));
		}
	}

	@TestBot
	static class Bot {

		final CountDownLatch slow = new CountDownLatch(1);

		@SlashCommand(name = "roll", description = "Rolls dice")
		Reply roll(@Option(value = "dice", min = 1) int dice, User user) {
			return Reply.of(user.username() + " rolls " + dice)
				.components(ActionRow.of(Button.primary("roll:" + dice, "Again")));
		}

		@ComponentListener("roll:{dice}")
		Reply again(int dice, User user) {
			return Reply.update(user.username() + " rolls " + dice);
		}

		@SlashCommand("slow")
		String slow() throws InterruptedException {
			this.slow.await();
			return "done";
		}

		@SlashCommand("fails")
		String fails() {
			throw new IllegalStateException("broken");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Measured extends Bot {

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Replaced extends Bot {

		@Bean
		FallbackReplies replies() {
			return new FallbackReplies() {

				@Override
				public @Nullable Reply failed(Interaction interaction, Throwable failure) {
					return Reply.of("because: " + failure.getMessage());
				}

				@Override
				public @Nullable Reply unknown(Interaction interaction) {
					return Reply.of("no such thing");
				}

			};
		}

	}

	@TestBot
	static class Later {

		@SlashCommand("later")
		String later() {
			return "later than others";
		}

	}

	@TestBot
	static class Wrong {

		@SlashCommand("Wrong")
		void command() {
		}

	}

}
