package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.github.discordgateway.dispatch.EventForm;
import io.github.discordgateway.dispatch.EventInterest;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.listener.TestRecords.Edit;
import io.github.discordgateway.listener.TestRecords.Foreign;
import io.github.discordgateway.listener.TestRecords.Guild;
import io.github.discordgateway.listener.TestRecords.Message;
import io.github.discordgateway.listener.TestRecords.Written;
import io.github.discordgateway.protocol.ShardId;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
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
	@CsvSource({ "raw, RAW", "tree, RAW", "text, RAW", "bytes, RAW", "envelope, ANY", "shard, HEADER",
			"nothing, HEADER", "envelopeAndRaw, RAW" })
	void untypedMethodsTakeTheirEventsFromTheNames(String method, EventForm form) {
		assertThat(read(method, "NOBODY_KNOWS", "MESSAGE_CREATE").interest())
			.isEqualTo(EventInterest.in(Set.of("NOBODY_KNOWS", "MESSAGE_CREATE"), form));
	}

	@ParameterizedTest
	@CsvSource({ "any, TYPED", "raw, RAW", "envelope, ANY", "envelopeAndRaw, RAW" })
	void methodsThatTakeAnyEventWantAll(String method, EventForm form) {
		assertThat(read(method).interest()).isEqualTo(EventInterest.inAll(form));
	}

	@Test
	void superTypeOfRecordsWantsTheEventsOfAllOfThem() {
		assertThat(read("written").interest())
			.isEqualTo(EventInterest.in(Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE"), EventForm.TYPED));
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
		EventEnvelope envelope = TestRecords.envelope(new Message("hi"), "{\"content\":\"hi\"}");
		List<Object> values = read("all").arguments()
			.stream()
			.<Object>map((argument) -> String.valueOf(argument.resolve(envelope, TestRecords.MAPPER)))
			.toList();
		assertThat(values).startsWith("1/4", "{\"content\":\"hi\"}", "{\"content\":\"hi\"}",
				"RawEvent[MESSAGE_CREATE, 16 bytes]", "MESSAGE_CREATE 42 of shard 1/4", "Message[content=hi]");
		assertThat(ListenerArgument.BYTES.resolve(envelope, TestRecords.MAPPER)).isEqualTo(json);
	}

	@Test
	void typeVariablesAreResolvedAgainstTheClassOfTheBean() {
		Method method = method(Generic.class, "on");
		assertThat(ListenerMethod.of(method, OfGuilds.class, Set.of(), TestRecords.RECORDS).interest().names())
			.containsExactly("GUILD_CREATE");
		assertThat(ListenerMethod.of(method, OfGuilds.class, Set.of(), TestRecords.RECORDS).description())
			.isEqualTo(OfGuilds.class.getName() + ".on(Guild)");
	}

	@ParameterizedTest
	@CsvSource({ "typed", "returnsMono", "returnsFlux", "returnsFuture", "returnsVoidObject" })
	void awaitableReturnTypesAreAllowed(String method) {
		assertThat(read(method).awaiter()).isNotNull();
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
	void refusesAnEventClassThatIsNoEvent() {
		assertRefused("foreign").withMessageContaining(Foreign.class.getName())
			.withMessageContaining("record of no event");
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

	@Test
	void refusesAReturnTypeThatCannotBeAwaited() {
		assertRefused("returnsText").withMessageContaining("returns a java.lang.String")
			.withMessageContaining("void, a Mono, a Flux or a CompletionStage");
	}

	private static ThrowableAssertAlternative<InvalidGatewayListenerException> assertRefused(String method,
			String... names) {
		return assertThatExceptionOfType(InvalidGatewayListenerException.class).isThrownBy(() -> read(method, names))
			.withMessageContaining(Methods.class.getName() + "." + method + "(")
			.satisfies((ex) -> assertThat(ex).hasMessage(
					ex.getDescription().substring(0, ex.getDescription().length() - 1) + ". " + ex.getAction()));
	}

	private static ListenerMethod read(String method, String... names) {
		return ListenerMethod.of(method(Methods.class, method), Methods.class, Set.of(names), TestRecords.RECORDS);
	}

	private static Method method(Class<?> type, String name) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name) && !method.isBridge())
			.findFirst()
			.orElseThrow();
	}

	@SuppressWarnings("unused")
	static class Methods {

		void typed(Message event) {
		}

		void typedTwice(Message event, Message again) {
		}

		void typedWithEnvelope(EventEnvelope envelope, Message event, ShardId shard) {
		}

		void typedAndRaw(Message event, RawEvent raw) {
		}

		void typedAndJson(Message event, JsonNode json) {
		}

		void any(GatewayEvent event) {
		}

		void anyAndTyped(GatewayEvent event, Message message) {
		}

		void written(Written event) {
		}

		void raw(RawEvent raw) {
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

		void all(ShardId shard, String text, JsonNode json, RawEvent raw, EventEnvelope envelope, Message event,
				byte[] bytes) {
		}

		void unknown(Message event, Integer number) {
		}

		void twoEvents(Message event, Guild other) {
		}

		void foreign(Foreign event) {
		}

		Mono<String> returnsMono(Message event) {
			return Mono.empty();
		}

		Flux<String> returnsFlux(Message event) {
			return Flux.empty();
		}

		CompletableFuture<String> returnsFuture(Message event) {
			return CompletableFuture.completedFuture("");
		}

		@Nullable Void returnsVoidObject(Edit event) {
			return null;
		}

		String returnsText(Message event) {
			return "";
		}

	}

	abstract static class Generic<E extends GatewayEvent> {

		void on(E event) {
		}

	}

	static class OfGuilds extends Generic<Guild> {

	}

}
