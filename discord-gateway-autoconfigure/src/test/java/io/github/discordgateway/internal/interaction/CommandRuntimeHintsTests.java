package io.github.discordgateway.internal.interaction;

import java.util.List;
import java.util.Optional;

import io.github.discordgateway.interaction.ComponentListener;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.Selected;
import io.github.discordgateway.interaction.SlashCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image keeps of commands.
 */
class CommandRuntimeHintsTests {

	@Test
	void methodsRecordsAndEnumsAreKept() {
		TestGenerationContext generation = new TestGenerationContext();
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.registerBean(Commands.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		RuntimeHints hints = generation.getRuntimeHints();
		assertThat(
				RuntimeHintsPredicates.reflection().onConstructorInvocation(OptionParameter.constructor(Search.class)))
			.accepts(hints);
		for (Class<?> type : List.of(Color.class, Size.class, Shape.class, Taste.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints);
		}
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Code.class, "of")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Commands.class.getDeclaredMethods()[0]))
			.accepts(hints);
	}

	enum Color {

		RED

	}

	enum Size {

		LARGE

	}

	enum Shape {

		ROUND

	}

	enum Taste {

		SWEET

	}

	record Code(int number) {

		public static Code of(String text) {
			return new Code(Integer.parseInt(text));
		}

	}

	record Search(@Option("text") String text, @Option("size") @Nullable Size size,
			@Option("shape") Optional<Shape> shape, @Option("code") Code code) {

	}

	static class Commands {

		@SlashCommand("find")
		void find(Search search, @Option("color") Optional<Color> color) {
		}

		@ComponentListener("tastes")
		void tastes(@Selected Taste[] tastes) {
		}

	}

}
