package io.github.discordgateway.listener;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.model.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ListenerCondition}.
 */
class ListenerConditionTests {

	private static final EventEnvelope PING = new EventEnvelope(new ShardId(1, 4), "session", 42, "MESSAGE_CREATE",
			Instant.EPOCH, true, TestEvents.message("!ping"), null, Snowflake.of(5), Snowflake.of(6));

	/** Spring compiles an expression after 100 evaluations. */
	private static final int COMPILED_AFTER = 110;

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			#event.message.content == '!ping'                 | true
			#event.message.content.startsWith('!')            | true
			event.message.content == 'pong'                   | false
			#root.event.message.id.value == 1                 | true
			#envelope.event.message.content matches '!.*'     | true
			replayed and shard.number == 1                        | true
			guildId.value == 5 and channelId.value == 7       | false
			#envelope.sequence > 41 and name == 'MESSAGE_CREATE' | true
			'true'                                            | true
			#event.message.member?.user?.username == 'bob'    | false
			T(java.time.Instant).EPOCH == receivedAt          | true
			@flags.size() == 2 and @flags.contains(name)      | true
			null                                              | false
			""")
	void isEvaluatedOverTheEventAndItsEnvelope(String text, boolean expected) throws Exception {
		this.beanFactory.registerSingleton("flags", List.of("MESSAGE_CREATE", "READY"));
		assertThat(condition(text).matches(PING)).isEqualTo(expected);
	}

	@Test
	void parametersOfTheMethodAreVariables() throws Exception {
		ListenerCondition condition = ListenerCondition.parse("bot.on()", "#text.length() == 5", this.beanFactory)
			.withParameters(Map.of("text", (envelope) -> "hello"));
		assertThat(condition.matches(PING)).isTrue();
	}

	@Test
	void goesOnWhenValuesOfAnotherTypeComeAfterItWasCompiled() throws Exception {
		ListenerCondition condition = ListenerCondition
			.parse("bot.on()", "#value.toString() == 'yes' or #event.guildId()?.value == 7", this.beanFactory)
			.withParameters(Map.of("value", (envelope) -> envelope.replayed() ? "yes" : new StringBuilder("no")));
		EventEnvelope guild = TestEvents.envelope(TestEvents.guild(7), null);
		EventEnvelope otherGuild = TestEvents.envelope(TestEvents.guild(8), null);
		for (int i = 0; i < COMPILED_AFTER; i++) {
			assertThat(condition.matches(PING)).isTrue();
		}
		assertThat(condition.matches(TestEvents.envelope(TestEvents.message("!ping"), null))).isFalse();
		assertThat(condition.matches(PING)).isTrue();
		for (int i = 0; i < COMPILED_AFTER; i++) {
			assertThat(condition.matches(guild)).isTrue();
		}
		assertThat(condition.matches(otherGuild)).isFalse();
		assertThat(condition.matches(PING)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			replayed                          | false | false
			#event != null                    | true  | false
			#root.event.message != null       | true  | false
			#root['event'] != null            | true  | true
			#envelope.shard.number == 1           | false | false
			raw.json.length > 100             | false | true
			@beans.accepts(#envelope)         | true  | true
			@beans.accepts(#envelope.shard)   | false | false
			""")
	void saysWhatOfTheEventItReads(String text, boolean event, boolean raw) {
		ListenerCondition condition = condition(text);
		assertThat(condition.readsEvent()).isEqualTo(event);
		assertThat(condition.readsRaw()).isEqualTo(raw);
	}

	@Test
	void whatItReadsIsThereWhenTheMethodDoesNotTakeIt() {
		ListenerRunner.of(Forms.class).run((context) -> {
			assertThat(form(context, "header")).isEqualTo(EventForm.HEADER);
			assertThat(form(context, "typed")).isEqualTo(EventForm.TYPED);
			assertThat(form(context, "raw")).isEqualTo(EventForm.ANY);
			assertThat(form(context, "unknown")).isEqualTo(EventForm.ANY);
			assertThat(form(context, "typedAndRaw")).isEqualTo(EventForm.TYPED_AND_RAW);
		});
	}

	@Test
	void listenerIsCalledOnlyWhenItIsTrue() {
		ListenerRunner.of(Bot.class).withPropertyValues("prefix=!").run((context) -> {
			for (String id : List.of("prefixed", "part", "anyEvent")) {
				EventHandler handler = ListenerRunner.handler(context, id);
				handler.handle(PING);
				handler.handle(TestEvents.envelope(TestEvents.message("ping"), null));
			}
			assertThat(context.getBean(Bot.class).calls).containsExactly("prefixed !ping", "part !ping",
					"any MessageCreate");
		});
	}

	@Test
	void failureIsAFailureOfTheListener() {
		ListenerRunner.of(Bot.class).withPropertyValues("prefix=!").run((context) -> {
			EventHandler handler = ListenerRunner.handler(context, "failing");
			handler.handle(PING);
			assertThat(context.getBean(Bot.class).calls).containsExactly("handled StringIndexOutOfBoundsException");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "#event.interaction.data.customId == 'yes'", "event.interaction.data.customId == 'yes'",
			"#envelope.event.interaction.data.customId != 'no'", "#event.interaction.data.customId.startsWith('y')",
			"@texts.contains(#event.interaction.data.customId)" })
	void whatTheEventDoesNotHaveIsNo(String text) throws Exception {
		this.beanFactory.registerSingleton("texts", List.of("yes"));
		ListenerCondition condition = condition(text);
		for (int i = 0; i < COMPILED_AFTER; i++) {
			assertThat(condition.matches(TestEvents.envelope(TestEvents.button("yes"), null))).isTrue();
			assertThat(condition.matches(TestEvents.envelope(TestEvents.slashCommand("yes"), null))).isFalse();
			assertThat(condition.matches(TestEvents.envelope(TestEvents.interactionPing(), null))).isFalse();
		}
	}

	@Test
	void absentFieldIsNo() throws Exception {
		ListenerCondition condition = condition("#event.message.member.nick == 'bob'");
		assertThat(condition.matches(PING)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "@settings.missing == 1", "@settings.misspelt(#event)", "@settings.get(0).missing",
			"T(java.lang.Math).misspelt == 1" })
	void whatABeanDoesNotHaveIsAFailure(String text) {
		this.beanFactory.registerSingleton("settings", List.of("only"));
		assertThatExceptionOfType(SpelEvaluationException.class).isThrownBy(() -> condition(text).matches(PING));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			#event.mesage.content == 'x'                   | 'mesage', which MessageCreate never has
			#event?.message?.contnt == 'x'                 | 'contnt', which Message never has
			event.message.author.nick == 'x'               | 'nick', which User never has
			#root.event.message.content.startWith('!')     | 'startWith()', which String never has
			#created.nothing == 1                          | 'nothing', which MessageCreate never has
			shard.id == 1                                  | 'id', which ShardId never has
			@bot.is(#event.nothing)                        | 'nothing', which MessageCreate never has
			replayed.foo                                   | 'foo', which Boolean never has
			replayed and (sequence > 1 or nothing == null) | 'nothing', which EventEnvelope never has
			""")
	void whatNoEventHasFailsTheStart(String text, String reason) {
		assertThatExceptionOfType(InvalidGatewayListenerException.class)
			.isThrownBy(() -> listener("created", text, MessageCreate.class))
			.withMessageContaining("which asks for " + reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "#event.interaction.data.customId == 'x'", "#event.interaction.data.name == 'x'",
			"#event.interaction.message.mentions.![username].contains('x')",
			"#event.interaction.message.mentions.?[bot].size() > 0", "#event.interaction.toString().length() > 3",
			"#event.interaction.message.mentions[0].username == 'x'", "#created.interaction.id.value == 5",
			"#event.interaction.guildId.toString().bytes.length > 3", "#root['name'].anything", "#this.name == 'x'",
			"(#event.interaction ?: #event).anything", "@bot.anything.goes(#event.interaction)" })
	void whatAnEventMayHaveIsAccepted(String text) {
		assertThat(listener("created", text, InteractionCreate.class)).isNotNull();
	}

	@Test
	void whatOneOfSeveralEventsHasIsAccepted() {
		assertThat(listener("event", "#event.message.content == 'x'", GatewayEvent.class)).isNotNull();
		assertThatExceptionOfType(InvalidGatewayListenerException.class)
			.isThrownBy(() -> listener("event", "#event.mesage.content == 'x'", GatewayEvent.class));
	}

	@Test
	void badConditionFailsTheStart() {
		ListenerRunner.assertRefused(NoExpression.class)
			.hasMessageStartingWith("Listener " + NoExpression.class.getName()
					+ ".on(MessageCreate) has the condition '#event ==', which is no expression: ")
			.hasMessageEndingWith("Correct it, for example condition = \"#event.message.content.startsWith('!')\".");
		ListenerRunner.assertRefused(UnknownVariable.class)
			.hasMessage("Listener " + UnknownVariable.class.getName()
					+ ".on(MessageCreate) has the condition '#evnt != null' with the variable #evnt, which there is not. "
					+ "There are #created, #envelope, #event, #root, #this.");
		assertThatExceptionOfType(InvalidGatewayListenerException.class).isThrownBy(() -> condition("#random() > 0.5"))
			.withMessageContaining("calls a function");
	}

	private ListenerMethod listener(String parameter, String condition, Class<?> event) {
		return ListenerMethod.of(ReflectionUtils.findMethod(Parameters.class, parameter, event), Parameters.class,
				Set.of(), new ListenerArguments(List.of(), TestEvents.LAZY),
				ListenerCondition.parse("bot.on()", condition, this.beanFactory));
	}

	private ListenerCondition condition(String text) {
		return ListenerCondition.parse("bot.on()", text, this.beanFactory).withParameters(Map.of());
	}

	private static EventForm form(ApplicationContext context, String id) {
		return ListenerRunner.handler(context, id).interest().form();
	}

	/** Named as their parameters. */
	static class Parameters {

		void created(MessageCreate created) {
		}

		void created(InteractionCreate created) {
		}

		void event(GatewayEvent event) {
		}

	}

	static class Forms {

		@GatewayListener(id = "header", events = "MESSAGE_CREATE", condition = "replayed")
		void header() {
		}

		@GatewayListener(id = "typed", events = "MESSAGE_CREATE", condition = "event.message != null")
		void typed(ShardId shard) {
		}

		@GatewayListener(id = "raw", events = "MESSAGE_CREATE", condition = "#event?.message != null")
		void raw(RawEvent raw) {
		}

		@GatewayListener(id = "unknown", events = "NOBODY_KNOWS", condition = "#event == null")
		void unknown() {
		}

		@GatewayListener(id = "typedAndRaw", condition = "#root.raw.json.length > 10")
		void typedAndRaw(MessageCreate event) {
		}

	}

	static class Bot {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "prefixed", condition = "#created.message.content.startsWith('${prefix}')")
		void prefixed(MessageCreate created) {
			this.calls.add("prefixed " + created.message().content());
		}

		@GatewayListener(id = "part", types = MessageCreate.class, condition = "#message.content == '!ping'")
		void part(Message message) {
			this.calls.add("part " + message.content());
		}

		@GatewayListener(id = "anyEvent", condition = "replayed")
		void anyEvent(GatewayEvent event) {
			this.calls.add("any " + event.getClass().getSimpleName());
		}

		@GatewayListener(id = "failing", condition = "#event.message.content.substring(99) == ''")
		void failing(MessageCreate event) {
			this.calls.add("called");
		}

		@GatewayExceptionHandler
		void handle(RuntimeException exception) {
			this.calls.add("handled " + exception.getClass().getSimpleName());
		}

	}

	static class NoExpression {

		@GatewayListener(condition = "#event ==")
		void on(MessageCreate event) {
		}

	}

	static class UnknownVariable {

		@GatewayListener(condition = "#evnt != null")
		void on(MessageCreate created) {
		}

	}

}
