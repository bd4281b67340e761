package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.LazyEvent;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ListenerMethod}.
 */
class ListenerMethodTests {

	@ParameterizedTest
	@CsvSource({ "typed, TYPED", "typedWithEnvelope, TYPED", "typedAndRaw, TYPED_AND_RAW",
			"typedAndJson, TYPED_AND_RAW", "typedTwice, TYPED" })
	void typedMethodsTakeTheirEventFromTheRecord(String method, EventForm form) {
		assertThat(read(method).interest()).isEqualTo(EventInterest.in(Set.of("MESSAGE_CREATE"), form));
	}

	@ParameterizedTest
	@CsvSource({ "raw, RAW", "tree, RAW", "text, RAW", "bytes, RAW", "lazy, RAW", "envelope, ANY", "shard, HEADER",
			"nothing, HEADER", "envelopeAndRaw, RAW" })
	void untypedMethodsTakeTheirEventsFromTheNames(String method, EventForm form) {
		assertThat(read(method, "NOBODY_KNOWS", "MESSAGE_CREATE").interest())
			.isEqualTo(EventInterest.in(Set.of("NOBODY_KNOWS", "MESSAGE_CREATE"), form));
	}

	@ParameterizedTest
	@CsvSource({ "any, TYPED", "raw, RAW", "lazy, RAW", "envelope, ANY", "envelopeAndRaw, RAW" })
	void methodsThatTakeAnyEventWantAll(String method, EventForm form) {
		assertThat(read(method).interest()).isEqualTo(EventInterest.inAll(form));
	}

	@Test
	void namesNarrowAParameterThatTakesSeveralEvents() {
		assertThat(read("any", "GUILD_CREATE").interest())
			.isEqualTo(EventInterest.in(Set.of("GUILD_CREATE"), EventForm.TYPED));
		assertThat(read("typed", "MESSAGE_CREATE").interest().names()).containsExactly("MESSAGE_CREATE");
	}

	@Test
	void superTypeAndRecordTogetherMeanTheRecord() {
		assertThat(read("anyAndTyped").interest())
			.isEqualTo(EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.TYPED));
	}

	@Test
	void resolvesEachArgument() {
		byte[] json = "{\"content\":\"hi\"}".getBytes(StandardCharsets.UTF_8);
		EventEnvelope envelope = TestEvents.envelope(TestEvents.message("hi"), "{\"content\":\"hi\"}");
		List<String> values = read("all").arguments().stream().map((argument) -> text(argument, envelope)).toList();
		assertThat(values)
			.startsWith("1/4", "{\"content\":\"hi\"}", "{\"content\":\"hi\"}", "RawEvent[MESSAGE_CREATE, 16 bytes]",
					"MESSAGE_CREATE 42 of shard 1/4")
			.element(5, InstanceOfAssertFactories.STRING)
			.startsWith("MessageCreate[");
		assertThat(BuiltInArgument.BYTES.resolve(envelope, TestEvents.LAZY)).isEqualTo(json);
	}

	@Test
	void typeVariablesAreResolvedAgainstTheClassOfTheBean() {
		Method method = method(Generic.class, "on");
		assertThat(read(method, OfGuilds.class).interest().names()).containsExactly("GUILD_CREATE");
		assertThat(read(method, OfGuilds.class).description()).isEqualTo(OfGuilds.class.getName() + ".on(GuildCreate)");
	}

	@Test
	void refusesAMethodThatDoesNotSayWhatItWants() {
		assertRefused("nothing").withMessageContaining("does not say which events it wants")
			.withMessageContaining("@GatewayListener(\"MESSAGE_CREATE\")");
		assertRefused("text").withMessageContaining("does not say which events it wants");
		assertRefused("shard").withMessageContaining("does not say which events it wants");
	}

	@Test
	void refusesAParameterOfAnotherType() {
		assertRefused("unknown").withMessageContaining("takes a java.lang.Integer")
			.withMessageContaining("EventEnvelope")
			.withMessageContaining("JsonNode");
	}

	@Test
	void refusesTwoEvents() {
		assertRefused("twoEvents").withMessageContaining("two different events").withMessageContaining("two methods");
	}

	@Test
	void refusesANameThatDoesNotMatchTheRecord() {
		assertRefused("typed", "MESSAGE_CREATE", "MESSAGE_UPDATE")
			.withMessageContaining("names the event MESSAGE_UPDATE")
			.withMessageContaining("RawEvent");
		assertRefused("any", "NOBODY_KNOWS").withMessageContaining("NOBODY_KNOWS");
	}

	@Test
	void refusesANameThatDiscordCannotHaveWritten() {
		assertRefused("raw", "messageCreate").withMessageContaining("'messageCreate'")
			.withMessageContaining("MESSAGE_CREATE");
	}

	private static ThrowableAssertAlternative<InvalidGatewayListenerException> assertRefused(String method,
			String... names) {
		return assertThatExceptionOfType(InvalidGatewayListenerException.class).isThrownBy(() -> read(method, names))
			.withMessageContaining(Methods.class.getName() + "." + method + "(")
			.satisfies((ex) -> assertThat(ex).hasMessage(
					ex.getDescription().substring(0, ex.getDescription().length() - 1) + ". " + ex.getAction()));
	}

	private static ListenerMethod read(String method, String... names) {
		return read(method(Methods.class, method), Methods.class, names);
	}

	private static ListenerMethod read(Method method, Class<?> targetClass, String... names) {
		return ListenerMethod.of(method, targetClass, Set.of(names), new ListenerArguments(List.of(), TestEvents.LAZY),
				null);
	}

	private static String text(ListenerArgument argument, EventEnvelope envelope) {
		try {
			return String.valueOf(argument.resolve(envelope));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Method method(Class<?> type, String name) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name) && !method.isBridge())
			.findFirst()
			.orElseThrow();
	}

	@SuppressWarnings("unused")
	static class Methods {

		void typed(MessageCreate event) {
		}

		void typedTwice(MessageCreate event, MessageCreate again) {
		}

		void typedWithEnvelope(EventEnvelope envelope, MessageCreate event, ShardId shard) {
		}

		void typedAndRaw(MessageCreate event, RawEvent raw) {
		}

		void typedAndJson(MessageCreate event, JsonNode json) {
		}

		void any(GatewayEvent event) {
		}

		void anyAndTyped(GatewayEvent event, MessageCreate message) {
		}

		void raw(RawEvent raw) {
		}

		void lazy(LazyEvent event) {
		}

		void tree(JsonNode json) {
		}

		void text(String json) {
		}

		void bytes(byte[] json) {
		}

		void envelope(EventEnvelope envelope) {
		}

		void envelopeAndRaw(EventEnvelope envelope, RawEvent raw) {
		}

		void shard(ShardId shard) {
		}

		void nothing() {
		}

		void all(ShardId shard, String text, JsonNode json, RawEvent raw, EventEnvelope envelope, MessageCreate event,
				byte[] bytes) {
		}

		void unknown(MessageCreate event, Integer number) {
		}

		void twoEvents(MessageCreate event, GuildCreate other) {
		}

	}

	abstract static class Generic<E extends GatewayEvent> {

		void on(E event) {
		}

	}

	static class OfGuilds extends Generic<GuildCreate> {

	}

}
