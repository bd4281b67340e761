package io.github.discordgateway.internal.interaction;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.interaction.Autocomplete;
import io.github.discordgateway.interaction.ComponentListener;
import io.github.discordgateway.interaction.InteractionResponder;
import io.github.discordgateway.interaction.ModalListener;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.listener.GatewayExceptionHandler;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.model.component.ActionRow;
import io.github.discordgateway.model.component.Button;
import io.github.discordgateway.model.component.Label;
import io.github.discordgateway.model.component.TextInput;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.message.Embed;
import io.github.discordgateway.rest.CommandChoice;
import io.github.discordgateway.rest.DiscordApiException;
import io.github.discordgateway.rest.Modal;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of what methods return, and of what they do not. Time is virtual.
 */
@ExtendWith(OutputCaptureExtension.class)
class InteractionAnswerTests {

	private static final Duration ALMOST = Duration.ofMillis(1999);

	private static final Duration TICK = Duration.ofMillis(1);

	private static String message(String content) {
		return "{\"content\":\"" + content + "\",\"tts\":false}";
	}

	private static String ephemeral(String content) {
		return "{\"content\":\"" + content + "\",\"tts\":false,\"flags\":64}";
	}

	private static Interaction use(String name) {
		return InteractionRunner.command(name, "");
	}

	private static DiscordApiException refusal(int status, int code) {
		return new DiscordApiException(RestRoute.of(HttpMethod.POST, "/interactions/1/t/callback", true),
				HttpStatusCode.valueOf(status), code, "refused", List.of(), null);
	}

	@Test
	void everyTypeThatIsAnAnswer() {
		InteractionRunner.run(Returning.class, (bot) -> {
			for (String name : List.of("text", "reply", "mono", "stage", "optional", "secret", "embed", "modal",
					"mono-modal", "nested")) {
				bot.uses(use(name));
			}
			assertThat(bot.sent()).containsExactly("4 " + message("text"), "4 " + ephemeral("reply"),
					"4 " + message("mono"), "4 " + message("stage"), "4 " + message("optional"),
					"4 " + ephemeral("secret"),
					"4 {\"tts\":false,\"embeds\":[{\"title\":\"title\",\"description\":\"text\",\"fields\":[]}],"
							+ "\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"Again\","
							+ "\"custom_id\":\"again\",\"disabled\":false}]}]}",
					"9 {\"custom_id\":\"m\",\"title\":\"Modal\",\"components\":[{\"type\":18,\"label\":\"Text\","
							+ "\"component\":{\"type\":4,\"custom_id\":\"t\",\"style\":1}}]}",
					"9 {\"custom_id\":\"m\",\"title\":\"Modal\",\"components\":[{\"type\":18,\"label\":\"Text\","
							+ "\"component\":{\"type\":4,\"custom_id\":\"t\",\"style\":1}}]}",
					"4 " + message("nested"));
		});
	}

	@Test
	void severalValuesAreSeveralAnswers() {
		InteractionRunner.run(Returning.class, (bot) -> {
			bot.uses(use("several"));
			assertThat(bot.sent()).containsExactly("4 " + message("one"), "follow-up " + message("two"));
		});
	}

	@Test
	void anUpdateChangesTheComponentsMessage() {
		InteractionRunner.run(Returning.class, (bot) -> {
			bot.uses(InteractionRunner.component("update", ""));
			bot.uses(InteractionRunner.component("new", ""));
			assertThat(bot.sent()).containsExactly("7 {\"content\":\"updated\",\"components\":[]}",
					"4 " + message("new"));
		});
	}

	@Test
	void nothingIsShownWhereNothingIsReturned() {
		InteractionRunner.run(Silent.class, (bot) -> {
			bot.uses(InteractionRunner.component("nothing", ""));
			bot.uses(InteractionRunner.component("empty", ""));
			assertThat(bot.sent()).containsExactly("6", "6");
			bot.sent().clear();
			for (String name : List.of("nothing", "empty", "null", "done")) {
				bot.uses(use(name));
				assertThat(bot.sent()).as(name).containsExactly("5 {\"flags\":64}", "delete");
				bot.sent().clear();
			}
			assertThat(bot.exchanges().size()).isZero();
		});
	}

	@Test
	void whatIsNotThereAfterTwoSecondsIsDeferredAndThenEdited() {
		InteractionRunner.run(Slow.class, (bot) -> {
			Slow slow = bot.bean(Slow.class);
			StepVerifier.create(bot.begins(use("slow"))).then(() -> {
				bot.clock().advanceTimeBy(ALMOST);
				assertThat(bot.sent()).isEmpty();
				bot.clock().advanceTimeBy(TICK);
				assertThat(bot.sent()).containsExactly("5");
				slow.answer.tryEmitValue(Reply.of("late").embeds(Embed.of("a", "b")));
			}).verifyComplete();
			assertThat(bot.sent()).containsExactly("5",
					"edit {\"content\":\"late\",\"embeds\":[{\"title\":\"a\",\"description\":\"b\",\"fields\":[]}]}");
			assertThat(bot.observed().told).containsExactly("deferred 2000");
		});
	}

	@Test
	void whatIsThereInTimeIsNotDeferred() {
		InteractionRunner.run(Slow.class, (bot) -> {
			StepVerifier.create(bot.begins(use("slow"))).then(() -> {
				bot.clock().advanceTimeBy(ALMOST);
				bot.bean(Slow.class).answer.tryEmitValue(Reply.of("in time"));
			}).verifyComplete();
			bot.clock().advanceTimeBy(Duration.ofMinutes(1));
			assertThat(bot.sent()).containsExactly("4 " + message("in time"));
			assertThat(bot.observed().told).containsExactly("answered 1999");
		});
	}

	@Test
	void aMethodThatBlocksIsDeferred() {
		InteractionRunner.run(Slow.class, (bot) -> {
			bot.bean(Slow.class).whileBlocked = () -> bot.clock().advanceTimeBy(Duration.ofSeconds(2));
			bot.uses(use("blocking"));
			assertThat(bot.sent()).containsExactly("5 {\"flags\":64}", "edit {\"content\":\"unblocked\"}");
		});
	}

	@Test
	void aDeferredComponentMayGetAnUpdateOrAMessage() {
		InteractionRunner.run(Slow.class, (bot) -> {
			for (Reply reply : List.of(Reply.update("changed"), Reply.ephemeral("new"))) {
				StepVerifier.create(bot.begins(InteractionRunner.component("slow", ""))).then(() -> {
					bot.clock().advanceTimeBy(Duration.ofSeconds(2));
					bot.bean(Slow.class).answer.tryEmitValue(reply);
				}).verifyComplete();
				bot.bean(Slow.class).answer = Sinks.one();
			}
			assertThat(bot.sent()).containsExactly("6", "edit {\"content\":\"changed\"}", "6",
					"follow-up " + ephemeral("new"));
		});
	}

	@Test
	void aDeferredMethodThatReturnsNothingLeavesNoMessage() {
		InteractionRunner.run(Slow.class, (bot) -> {
			StepVerifier.create(bot.begins(use("slow"))).then(() -> {
				bot.clock().advanceTimeBy(Duration.ofSeconds(2));
				bot.bean(Slow.class).answer.tryEmitEmpty();
			}).verifyComplete();
			assertThat(bot.sent()).containsExactly("5", "delete");
		});
	}

	@Test
	void aModalAfterADeferralIsAFailureThatSaysSo() {
		InteractionRunner.run(Slow.class, (bot) -> StepVerifier.create(bot.begins(use("slow"))).then(() -> {
			bot.clock().advanceTimeBy(Duration.ofSeconds(2));
			bot.bean(Slow.class).answer.tryEmitValue(Reply.modal(Returning.MODAL));
		}).verifyErrorSatisfies((ex) -> {
			assertThat(ex).hasMessageContaining("A modal must be the first answer");
			assertThat(bot.sent()).containsExactly("5", "edit {\"content\":\"Das ging schief.\"}");
		}));
	}

	@Test
	void aDeferralThatFailsLeavesTheFirstAnswerToTheMethod() {
		InteractionRunner.run(Slow.class, (bot) -> {
			Sinks.Empty<Void> deferral = Sinks.empty();
			bot.answers().outcomes.add(deferral.asMono());
			StepVerifier.create(bot.begins(use("slow"))).then(() -> {
				bot.clock().advanceTimeBy(Duration.ofSeconds(2));
				bot.bean(Slow.class).answer.tryEmitValue(Reply.of("late"));
				assertThat(bot.sent()).as("waits for the deferral").containsExactly("5");
				deferral.tryEmitError(new IllegalStateException("broken"));
			}).verifyComplete();
			assertThat(bot.sent()).containsExactly("5", "4 " + message("late"));
		});
	}

	@Test
	void afterAnEditThatFailsTheDeferredAnswerIsStillEdited() {
		InteractionRunner.run(Slow.class, (bot) -> {
			bot.answers().outcomes.add(Mono.empty());
			bot.answers().outcomes.add(Mono.error(refusal(400, 50035)));
			StepVerifier.create(bot.begins(use("slow"))).then(() -> {
				bot.clock().advanceTimeBy(Duration.ofSeconds(2));
				bot.bean(Slow.class).answer.tryEmitValue(Reply.of("late"));
			}).verifyError(DiscordApiException.class);
			assertThat(bot.sent()).containsExactly("5", "edit {\"content\":\"late\"}",
					"edit {\"content\":\"Das ging schief.\"}");
		});
	}

	@Test
	void aFailureIsAnsweredInTheLanguageOfTheUserAndStaysAFailure() {
		InteractionRunner.run(Failing.class, (bot) -> {
			for (String name : List.of("throws", "fails")) {
				assertThatIllegalStateException().isThrownBy(() -> bot.uses(use(name))).withMessage("broken");
			}
			assertThat(bot.sent()).containsExactly("4 " + ephemeral("Das ging schief."),
					"4 " + ephemeral("Das ging schief."));
			assertThat(bot.observed().told).containsExactly("failed broken", "answered 0", "failed broken",
					"answered 0");
			assertThat(bot.exchanges().size()).isZero();
			bot.clock().advanceTimeBy(Duration.ofMinutes(1));
			assertThat(bot.sent()).hasSize(2);
		});
	}

	@Test
	void aCallThatIsGivenUpIsAnswered() {
		InteractionRunner.run(Slow.class, (bot) -> {
			bot.begins(use("slow")).subscribe().dispose();
			assertThat(bot.sent()).containsExactly("4 " + ephemeral("Das ging schief."));
			bot.sent().clear();
			Disposable call = bot.begins(use("slow")).subscribe();
			bot.clock().advanceTimeBy(Duration.ofSeconds(2));
			call.dispose();
			bot.clock().advanceTimeBy(Duration.ofMinutes(1));
			assertThat(bot.sent()).containsExactly("5", "edit {\"content\":\"Das ging schief.\"}");
			assertThat(bot.exchanges().size()).isZero();
		});
	}

	@Test
	void anExceptionHandlerReturnsTheAnswer() {
		InteractionRunner.run(Failing.class, (bot) -> {
			bot.uses(use("handled"));
			bot.uses(use("handled-later"));
			assertThat(bot.sent()).containsExactly("4 " + ephemeral("not for /handled"),
					"4 " + ephemeral("not for /handled-later"));
			assertThat(bot.observed().told).containsExactly("answered 0", "answered 0");
		});
	}

	@Test
	void anAnswerThatDiscordRefusesIsAFailure() {
		InteractionRunner.run(Returning.class, (bot) -> {
			bot.answers().outcomes.add(Mono.error(refusal(400, 50035)));
			StepVerifier.create(bot.begins(use("text"))).verifyError(DiscordApiException.class);
			assertThat(bot.sent()).containsExactly("4 " + message("text"), "4 " + ephemeral("Das ging schief."));
		});
	}

	@Test
	void whoAnswersByHandIsLeftAlone() {
		InteractionRunner.run(Silent.class, (bot) -> {
			bot.answers().outcomes.add(Mono.error(refusal(400, 40060)));
			bot.uses(use("nothing"));
			assertThat(bot.sent()).as("refused, and not deleted").containsExactly("5 {\"flags\":64}");
		});
	}

	@Test
	void aResponderAnswersMoreThanOnce() {
		InteractionRunner.run(Responding.class, (bot) -> {
			bot.uses(use("many"));
			assertThat(bot.sent()).containsExactly("4 " + message("one"), "follow-up " + message("two"),
					"edit 77 {\"content\":\"2\"}", "edit {\"content\":\"1\"}", "delete 77", "delete",
					"follow-up " + message("three"));
		});
	}

	@Test
	void aResponderAnswersWhenTheMethodIsLongOver() {
		InteractionRunner.run(Responding.class, (bot) -> {
			bot.uses(use("kept"));
			assertThat(bot.sent()).isEmpty();
			bot.clock().advanceTimeBy(Duration.ofSeconds(2));
			bot.bean(Responding.class).kept.reply("at last").block();
			assertThat(bot.sent()).containsExactly("5", "edit {\"content\":\"at last\"}");
			assertThat(bot.exchanges().size()).isZero();
		});
	}

	@Test
	void whoDefersByHandIsNotDeferredAgain() {
		InteractionRunner.run(Responding.class, (bot) -> {
			bot.uses(use("defers"));
			bot.clock().advanceTimeBy(Duration.ofMinutes(1));
			assertThat(bot.sent()).containsExactly("5 {\"flags\":64}", "edit {\"content\":\"done\"}");
		});
	}

	@Test
	void aModalIsNotAnsweredByAModal() {
		InteractionRunner.run(Returning.class,
				(bot) -> assertThatIllegalStateException()
					.isThrownBy(() -> bot.uses(InteractionRunner.interaction(5,
							InteractionRunner.MEMBER + "\"data\":{\"custom_id\":\"again\",\"components\":[]}")))
					.withMessageContaining("A modal is no answer to a modal"));
	}

	@Test
	void anUpdateNeedsAMessage() {
		InteractionRunner.run(Returning.class,
				(bot) -> assertThatIllegalStateException().isThrownBy(() -> bot.uses(use("wrong-update")))
					.withMessageContaining("There is no message to update"));
	}

	@Test
	void atMost25ChoicesAndNoneForAFailure() {
		InteractionRunner.run(Completing.class, (bot) -> {
			bot.uses(typing("one", 4));
			assertThat(bot.sent().get(0)).startsWith("8 {\"choices\":[{\"name\":\"1\",\"value\":1}")
				.contains("\"25\"")
				.doesNotContain("\"26\"");
			bot.sent().clear();
			bot.uses(typing("two"));
			assertThatIllegalStateException().isThrownBy(() -> bot.uses(typing("three")));
			assertThat(bot.sent()).containsExactly("8 {\"choices\":[{\"name\":\"Named\",\"value\":\"v\"}]}",
					"8 {\"choices\":[]}");
		});
	}

	@Test
	void choicesAreOfTheOptionsTypeAndThoseThatDiscordWouldRefuseAreLeftOut(CapturedOutput output) {
		InteractionRunner.run(Completing.class, (bot) -> {
			bot.uses(typing("four", 4));
			bot.uses(typing("five", 10));
			bot.uses(typing("four", 3));
			assertThat(bot.sent()).containsExactly(
					"8 {\"choices\":[{\"name\":\"1\",\"value\":1},{\"name\":\"Two\",\"value\":2}]}",
					"8 {\"choices\":[{\"name\":\"0.5\",\"value\":0.5},{\"name\":\"3\",\"value\":3.0}]}",
					"8 {\"choices\":[{\"name\":\"1\",\"value\":\"1\"},{\"name\":\"many\",\"value\":\"many\"},"
							+ "{\"name\":\"Two\",\"value\":\"2\"}]}");
		});
		assertThat(output).contains("A choice for autocompletion of find four is left out")
			.contains("The option takes numbers, not \"many\"")
			.contains("The name of a choice has at most 100 characters, not 101");
	}

	private static Interaction typing(String option) {
		return typing(option, 3);
	}

	private static Interaction typing(String option, int type) {
		return InteractionRunner.interaction(4, "\"data\":{\"id\":\"2\",\"type\":1,\"name\":\"find\",\"options\":["
				+ "{\"name\":\"" + option + "\",\"type\":" + type + ",\"value\":\"\",\"focused\":true}]}");
	}

	@Test
	void tooLateIsNotCalledUnlessItWants() {
		InteractionRunner.run(Late.class, (bot) -> {
			Late late = bot.bean(Late.class);
			bot.begins(use("normal"), true).block();
			assertThat(late.called).isZero();
			bot.begins(use("always"), true).block();
			assertThat(late.called).isOne();
			assertThat(bot.sent()).as("no answer is possible").isEmpty();
			assertThat(bot.observed().told).containsExactly("late", "late");
		});
	}

	@Test
	void moreThanThreeSecondsOnTheWayIsTooLateWhateverTheWallClockSays() {
		InteractionRunner.run(Late.class, (bot) -> {
			Late late = bot.bean(Late.class);
			bot.uses(at(10_000));
			assertThat(late.called).isOne();
			bot.clock().advanceTimeBy(Duration.ofSeconds(20));
			bot.uses(at(27_000));
			assertThat(late.called).as("3 s old").isEqualTo(2);
			bot.uses(at(26_999));
			assertThat(late.called).as("older").isEqualTo(2);
			bot.uses(at(1));
			bot.clock().advanceTimeBy(Duration.ofMinutes(15));
			bot.uses(at(1));
			assertThat(late.called).as("so old that the id is made up").isEqualTo(3);
			assertThat(bot.observed().told).containsExactly("answered 0", "answered 0", "late", "late", "answered 0");
		});
	}

	/** A use that Discord made so many milliseconds after its epoch. */
	private static Interaction at(long millis) {
		return InteractionRunner.interaction(Long.toString(millis << 22), 2,
				InteractionRunner.MEMBER + "\"data\":{\"id\":\"2\",\"type\":1,\"name\":\"normal\"}");
	}

	@Test
	void whatThereIsNoMethodForIsCountedAndAnsweredIfWanted() {
		for (boolean reply : List.of(true, false)) {
			InteractionRunner.run(Late.class, (bot) -> {
				GatewayListenerRegistry registry = bot.bean(GatewayListenerRegistry.class);
				UnknownInteractions unknown = new UnknownInteractions(bot.bean(InteractionRoutes.class),
						bot.exchanges(), new MessageSourceReplies(bot.bean(StaticMessageSource.class)), reply);
				new UnknownInteractions.Registrar(registry, unknown).start();
				bot.uses(InteractionRunner.component("gone", ""));
				bot.uses(use("normal"));
				String answer = "4 " + ephemeral("This is no longer available.");
				assertThat(bot.sent()).containsExactlyElementsOf(
						reply ? List.of(answer, "4 " + message("called")) : List.of("4 " + message("called")));
				assertThat(bot.observed().told).contains("unknown").doesNotContain("late");
				bot.observed().told.clear();
				registry.listenReactively(InteractionCreate.class, (event) -> Mono.empty());
				bot.uses(InteractionRunner.component("gone", ""));
				assertThat(bot.observed().told).as("the concern of another listener").isEmpty();
			});
		}
	}

	@Test
	void aStoppedMethodTakesNothing() {
		InteractionRunner.run(Late.class, (bot) -> {
			bot.bean(GatewayListenerRegistry.class).stop("bean0.normal()");
			bot.uses(use("normal"));
			assertThat(bot.bean(Late.class).called).isZero();
			assertThat(bot.bean(InteractionRoutes.class).find(use("normal"))).isNull();
		});
	}

	@Test
	void returnTypesThatAreNoAnswersAreRefused() {
		InteractionRunner.assertRefused(Numbers.class)
			.hasMessageContaining("Numbers.command returns a int, which is no answer");
		InteractionRunner.assertRefused(Twice.class).hasMessageContaining("takes the command /ban, as does");
		InteractionRunner.assertRefused(SamePattern.class)
			.hasMessageMatching("(?s).* takes the component vote:\\{[ab]}, as does .*");
		InteractionRunner.assertRefused(Two.class).hasMessageContaining("has several annotations of listeners");
		InteractionRunner.assertRefused(NoPattern.class).hasMessageContaining("which no custom_id matches");
	}

	static class Returning {

		static final Modal MODAL = Modal.of("m", "Modal", Label.of("Text", TextInput.line("t")));

		@SlashCommand("text")
		String text() {
			return "text";
		}

		@SlashCommand("reply")
		Reply reply() {
			return Reply.ephemeral("reply");
		}

		@SlashCommand("mono")
		Mono<Reply> mono() {
			return Mono.just(Reply.of("mono"));
		}

		@SlashCommand("stage")
		CompletionStage<String> stage() {
			return CompletableFuture.completedFuture("stage");
		}

		@SlashCommand("optional")
		Optional<String> optional() {
			return Optional.of("optional");
		}

		@SlashCommand(name = "secret", ephemeral = true)
		String secret() {
			return "secret";
		}

		@SlashCommand("embed")
		Reply embed() {
			return Reply.of(Embed.of("title", "text")).components(ActionRow.of(Button.primary("again", "Again")));
		}

		@SlashCommand("modal")
		Modal modal() {
			return MODAL;
		}

		@SlashCommand("mono-modal")
		Mono<Modal> monoModal() {
			return Mono.just(MODAL);
		}

		@SlashCommand("nested")
		Mono<Optional<List<String>>> nested() {
			return Mono.just(Optional.of(List.of("nested")));
		}

		@SlashCommand("several")
		Flux<String> several() {
			return Flux.just("one", "two");
		}

		@SlashCommand("wrong-update")
		Reply wrongUpdate() {
			return Reply.update("x");
		}

		@ComponentListener("update")
		Reply update() {
			return Reply.update("updated").components();
		}

		@ComponentListener("new")
		String newMessage() {
			return "new";
		}

		@ModalListener("again")
		Reply again() {
			return Reply.modal(MODAL);
		}

	}

	static class Silent {

		@ComponentListener("nothing")
		void component() {
		}

		@ComponentListener("empty")
		Mono<Reply> emptyComponent() {
			return Mono.empty();
		}

		@SlashCommand("nothing")
		void nothing() {
		}

		@SlashCommand("empty")
		Mono<Void> empty() {
			return Mono.empty();
		}

		@SlashCommand("null")
		@Nullable String nothingAtAll() {
			return null;
		}

		@SlashCommand("done")
		Optional<Reply> done() {
			return Optional.empty();
		}

	}

	static class Slow {

		Sinks.One<Reply> answer = Sinks.one();

		Runnable whileBlocked = () -> {
		};

		@SlashCommand("slow")
		Mono<Reply> slow() {
			return this.answer.asMono();
		}

		@SlashCommand(name = "blocking", ephemeral = true)
		String blocking() {
			this.whileBlocked.run();
			return "unblocked";
		}

		@ComponentListener("slow")
		Mono<Reply> component() {
			return this.answer.asMono();
		}

	}

	static class Failing {

		@SlashCommand("throws")
		String throwing() {
			throw new IllegalStateException("broken");
		}

		@SlashCommand("fails")
		Mono<String> failing() {
			return Mono.error(new IllegalStateException("broken"));
		}

		@SlashCommand("handled")
		String handled() {
			throw new IllegalArgumentException("wrong");
		}

		@SlashCommand("handled-later")
		Mono<String> handledLater() {
			return Mono.error(new IllegalArgumentException("wrong"));
		}

		@GatewayExceptionHandler
		Reply handle(IllegalArgumentException ex, Interaction interaction) {
			return Reply.ephemeral("not for /" + InteractionMethod.command(interaction).name());
		}

	}

	static class Responding {

		InteractionResponder kept;

		@SlashCommand("many")
		Mono<Void> many(InteractionResponder answer) {
			return answer.reply("one")
				.then(answer.followUp(Reply.of("two")))
				.then(answer.edit(Snowflake.of(77), Reply.of("2")))
				.then(answer.edit(Reply.of("1")))
				.then(answer.delete(Snowflake.of(77)))
				.then(answer.delete())
				.then(answer.reply("three"));
		}

		@SlashCommand("kept")
		void kept(InteractionResponder answer) {
			this.kept = answer;
		}

		@SlashCommand(name = "defers", ephemeral = true)
		Mono<String> defers(InteractionResponder answer) {
			return answer.defer().thenReturn("done");
		}

	}

	static class Completing {

		@SlashCommand("find")
		void find(@Option @Nullable Integer one, @Option @Nullable String two, @Option @Nullable String three,
				@Option @Nullable Integer four, @Option @Nullable Double five) {
		}

		@Autocomplete(command = "find", option = "one")
		Flux<Integer> one() {
			return Flux.range(1, 30);
		}

		@Autocomplete(command = "find", option = "two")
		CommandChoice[] two() {
			return new CommandChoice[] { CommandChoice.of("Named", "v") };
		}

		@Autocomplete(command = "find", option = "four")
		List<Object> four() {
			return List.of("1", "many", "x".repeat(101), CommandChoice.of("Two", "2"));
		}

		@Autocomplete(command = "find", option = "five")
		List<Number> five() {
			return List.of(0.5, 3);
		}

		@Autocomplete(command = "find", option = "three")
		List<String> three() {
			throw new IllegalStateException("broken");
		}

	}

	static class Late {

		int called;

		@SlashCommand("normal")
		String normal() {
			this.called++;
			return "called";
		}

		@SlashCommand(name = "always", evenWhenLate = true)
		String always() {
			this.called++;
			return "called";
		}

	}

	static class Numbers {

		@SlashCommand("command")
		int command() {
			return 1;
		}

	}

	static class Twice {

		@SlashCommand("ban")
		void one() {
		}

		@SlashCommand("ban")
		void two() {
		}

	}

	static class SamePattern {

		@ComponentListener("vote:{a}")
		void one(String a) {
		}

		@ComponentListener("vote:{b}")
		void two(String b) {
		}

	}

	static class Two {

		@SlashCommand("ban")
		@ComponentListener("ban")
		void ban() {
		}

	}

	static class NoPattern {

		@ComponentListener("")
		void nothing() {
		}

	}

}
