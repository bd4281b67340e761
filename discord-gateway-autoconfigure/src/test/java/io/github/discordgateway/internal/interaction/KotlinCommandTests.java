package io.github.discordgateway.internal.interaction;

import java.time.Duration;

import io.github.discordgateway.rest.CommandOption;
import io.github.discordgateway.rest.CommandRequest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Commands that are written in Kotlin.
 */
class KotlinCommandTests {

	@Test
	void aSuspendingFunctionIsDeferredAndAnswers() {
		InteractionRunner.run(KotlinCommands.class,
				(bot) -> StepVerifier.create(bot.begins(InteractionRunner.command("suspending", """
						{"name":"times","type":4,"value":3}"""))).then(() -> {
					bot.clock().advanceTimeBy(Duration.ofSeconds(2));
					assertThat(bot.sent()).containsExactly("5");
				})
					.then(() -> bot.bean(KotlinCommands.class).getGate().complete("done"))
					.expectComplete()
					.verify(Duration.ofSeconds(30)));
	}

	@Test
	void resultsAreAnswers() {
		InteractionRunner.run(KotlinCommands.class, (bot) -> {
			bot.bean(KotlinCommands.class).getGate().complete("done");
			bot.uses(InteractionRunner.command("suspending", """
					{"name":"times","type":4,"value":3},{"name":"reason","type":3,"value":"why"}"""));
			bot.uses(InteractionRunner.command("nothing", ""));
			bot.uses(InteractionRunner.command("none", ""));
			bot.uses(InteractionRunner.command("flow", ""));
			assertThat(bot.sent()).containsExactly("4 {\"content\":\"done 3 why\",\"tts\":false}", "5 {\"flags\":64}",
					"delete", "5 {\"flags\":64}", "delete", "4 {\"content\":\"one\",\"tts\":false}",
					"follow-up {\"content\":\"two\",\"tts\":false}");
		});
	}

	@Test
	void nullableTypesAreOptional() {
		InteractionRunner.run(KotlinCommands.class, (bot) -> {
			CommandRequest command = bot.bean(AnnotatedCommands.class)
				.global()
				.stream()
				.filter((candidate) -> candidate.name().equals("suspending"))
				.findFirst()
				.orElseThrow();
			assertThat(command.options()).extracting(CommandOption::name, CommandOption::required)
				.containsExactly(tuple("times", true), tuple("reason", null));
		});
	}

}
