package io.github.discordgateway.listener;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.MessageEvent;
import io.github.discordgateway.event.MessageUpdate;
import io.github.discordgateway.event.RawEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the attributes of {@link GatewayListener}.
 */
class ListenerAnnotationTests {

	@Test
	void eventsAreNamedByTypesAndNames() {
		ListenerRunner.of(Naming.class).run((context) -> {
			assertThat(interest(context, "both"))
				.isEqualTo(interestIn("MESSAGE_CREATE", "MESSAGE_UPDATE", "NOBODY_KNOWS"));
			assertThat(interest(context, "narrowed").names()).containsExactly("MESSAGE_UPDATE");
			assertThat(interest(context, "expression")).isEqualTo(interestIn("ONE", "TWO", "THREE"));
		});
	}

	@Test
	void annotationCanBeComposed() {
		ListenerRunner.of(Composed.class).run((context) -> {
			assertThat(interest(context, "composed").names()).containsExactly("MESSAGE_CREATE");
			EventHandler handler = ListenerRunner.handler(context, "composed");
			handler.handle(TestEvents.envelope(TestEvents.message("!ping"), null));
			handler.handle(TestEvents.envelope(TestEvents.message("ping"), null));
			assertThat(context.getBean(Composed.class).calls).containsExactly("!ping");
		});
	}

	@Test
	void eachOfSeveralComposedAnnotationsIsAListener() {
		ListenerRunner.of(ComposedTwice.class).run((context) -> {
			assertThat(interest(context, "bean0.both(EventEnvelope)").names()).containsExactly("MESSAGE_CREATE");
			assertThat(interest(context, "bean0.both(EventEnvelope)-2").names()).containsExactly("MESSAGE_UPDATE");
		});
	}

	@Test
	void annotationCanBeRepeated() {
		ListenerRunner.of(Repeated.class).run((context) -> {
			EventEnvelope hi = TestEvents.envelope(TestEvents.message("hi"), null);
			EventEnvelope ho = TestEvents.envelope(TestEvents.message("ho"), null);
			for (String id : List.of("hi", "ho")) {
				ListenerRunner.handler(context, id).handle(hi);
				ListenerRunner.handler(context, id).handle(ho);
			}
			assertThat(context.getBean(Repeated.class).calls).containsExactly("hi", "ho");
			assertThat(interest(context, "composed").names()).containsExactly("READY");
			assertThat(interest(context, "bean0.composed(RawEvent)-2").names()).containsExactly("RESUMED");
			assertThat(ListenerRunner.registry(context).handlers()).as("an overridden method is not asked").hasSize(5);
			assertThat(interest(context, "bean0.overridden(RawEvent)").names()).containsExactly("OWN");
		});
	}

	@Test
	void severalAnnotationsOnAClassFailTheStart() {
		assertThatExceptionOfType(InvalidGatewayListenerException.class)
			.isThrownBy(() -> ListenerDiscovery.find(ClassComposedTwice.class))
			.withMessage("Listener " + ClassComposedTwice.class.getName() + " has 2 @GatewayListener on its class, of "
					+ "which only one can give the defaults. Leave one on the class, or put them on its methods, "
					+ "where each is a listener.");
	}

	@Test
	void onlyEventsOfTheNamedShardsAreHandled() {
		ListenerRunner.of(Filtering.class).withPropertyValues("shards=4").run((context) -> {
			EventHandler handler = ListenerRunner.handler(context, "shards");
			for (int shard = 0; shard < 8; shard++) {
				handler.handle(envelope(shard, null));
			}
			assertThat(context.getBean(Filtering.class).calls).containsExactly("0/8", "1/8", "4/8", "6/8");
		});
	}

	@Test
	void onlyEventsOfTheNamedGuildsAreHandled() {
		ListenerRunner.of(Filtering.class).withPropertyValues("guild=18446744073709551615").run((context) -> {
			EventHandler handler = ListenerRunner.handler(context, "guilds");
			handler.handle(envelope(0, Snowflake.of(1)));
			handler.handle(envelope(1, Snowflake.of(2)));
			handler.handle(envelope(2, null));
			handler.handle(envelope(3, Snowflake.of(-1)));
			assertThat(context.getBean(Filtering.class).calls).containsExactly("0/8", "3/8");
		});
	}

	@Test
	void attributesOfTheClassAreDefaultsOfItsMethods() {
		ListenerRunner.of(WithDefaults.class, Silent.class).run((context) -> {
			GatewayListenerRegistry registry = ListenerRunner.registry(context);
			EventHandler byClass = ListenerRunner.handler(context, "bean0.byClass(EventEnvelope)");
			EventHandler own = ListenerRunner.handler(context, "own");
			assertThat(byClass.interest().names()).containsExactly("READY");
			assertThat(own.interest().names()).containsExactly("RESUMED");
			assertThat(ListenerRunner.handler(context, "typed").interest().names()).containsExactly("MESSAGE_CREATE");
			assertThat(registry.listener(byClass.id()).state()).isEqualTo(ListenerState.STOPPED);
			assertThat(registry.listener("own").state()).isEqualTo(ListenerState.RUNNING);
			assertThat(byClass.errorHandler()).isSameAs(context.getBean(Silent.class));
			registry.start(byClass.id());
			for (int shard = 0; shard < 3; shard++) {
				byClass.handle(envelope(shard, null));
				own.handle(envelope(shard, null));
			}
			assertThat(context.getBean(WithDefaults.class).calls).containsExactly("own 0/8", "byClass 1/8");
		});
	}

	@Test
	void orderIsThatOfTheMethodOrElseOfTheClass() {
		ListenerRunner.of(WithDefaults.class, Silent.class, WithOrder.class).run((context) -> {
			assertThat(order(context, "byMethod")).isEqualTo(1);
			assertThat(order(context, "byClass")).isEqualTo(7);
			assertThat(order(context, "own")).isEqualTo(Ordered.LOWEST_PRECEDENCE);
			assertThat(ListenerRunner.handler(context, "byMethod").order()).isEqualTo(1);
			assertThat(ListenerRunner.handler(context, "own").order()).as("carries none").isNull();
		});
	}

	@Test
	@DisplayName("C50 the ordering is that of the method, or else of its class, also by an annotation of one's own and a property")
	void orderingIsThatOfTheMethodOrElseOfTheClass() {
		ListenerRunner.of(WithOrdering.class, Switched.class)
			.withPropertyValues("bot.ordering=shard", "bot.active=true")
			.run((context) -> {
				assertThat(ListenerRunner.handler(context, "byClass").ordering()).isEqualTo(DispatchOrdering.SHARD);
				assertThat(ListenerRunner.handler(context, "byMethod").ordering()).isEqualTo(DispatchOrdering.GUILD);
				assertThat(ListenerRunner.handler(context, "composed").ordering()).isEqualTo(DispatchOrdering.NONE);
				assertThat(ListenerRunner.registry(context).listener("switched").ordering()).as("the common one")
					.isNull();
			});
		ListenerRunner.assertRefused(BadOrdering.class)
			.hasMessage(on(BadOrdering.class) + " has the ordering 'channel'. Set it to guild, shard or none.");
	}

	@Test
	void autoStartupComesFromAProperty() {
		for (String value : List.of("true", "false", "")) {
			ListenerRunner.of(Switched.class)
				.withPropertyValues("bot.active=" + value)
				.run((context) -> assertThat(ListenerRunner.registry(context).listener("switched").state())
					.isEqualTo(value.equals("false") ? ListenerState.STOPPED : ListenerState.RUNNING));
		}
		ListenerRunner.of(Switched.class)
			.withPropertyValues("bot.active=maybe")
			.run((context) -> assertThat(context.getStartupFailure()).hasMessage("Listener " + Switched.class.getName()
					+ ".on(MessageCreate) has the autoStartup 'maybe'. Set it to true or false."));
	}

	@Test
	void errorHandlerMayBeAnExpression() {
		ListenerRunner.of(WithErrorHandlerByExpression.class, Silent.class)
			.run((context) -> assertThat(ListenerRunner.handler(context, "on").errorHandler())
				.isSameAs(context.getBean(Silent.class)));
	}

	@Test
	void badTextsFailTheStart() {
		ListenerRunner.assertRefused(BadShards.class)
			.hasMessage(on(BadShards.class) + " wants the shards '3-1', which are neither a number nor a range. Write "
					+ "for example shards = { \"0-15\", \"20\" }.");
		ListenerRunner.assertRefused(BadGuild.class)
			.hasMessage(on(BadGuild.class) + " wants the guild 'my guild', which is not the id of a guild. Write the "
					+ "number that Discord shows as 'Copy Server ID'.");
		ListenerRunner.assertRefused(BadErrorHandler.class, Silent.class)
			.hasMessage(on(BadErrorHandler.class) + " names 'nobody' as its errorHandler, but there is no bean of that "
					+ "name and of the type " + GatewayErrorHandler.class.getName()
					+ ". Define one, or name one of those that there are: bean1.");
		ListenerRunner.assertRefused(BadRetryPolicy.class, Silent.class)
			.hasMessage(on(BadRetryPolicy.class) + " names 'bean1' as its retryPolicy, but there is no bean of that "
					+ "name and of the type org.springframework.core.retry.RetryPolicy. Define one, or name none.");
		ListenerRunner.assertRefused(BadPlaceholder.class)
			.hasMessageStartingWith(on(BadPlaceholder.class) + " has the text '${nowhere}', which cannot be read: ")
			.hasMessageEndingWith("Set the property, give it a default (${name:default}), or correct the expression.");
		ListenerRunner.assertRefused(BadExpression.class)
			.hasMessageStartingWith(on(BadExpression.class) + " has the text '#{1 +}', which cannot be read: ");
	}

	private static String on(Class<?> type) {
		return "Listener " + type.getName() + ".on(MessageCreate)";
	}

	private static int order(ApplicationContext context, String id) {
		return ((Ordered) ListenerRunner.handler(context, id)).getOrder();
	}

	private static EventInterest interest(ApplicationContext context, String id) {
		return ListenerRunner.handler(context, id).interest();
	}

	private static EventInterest interestIn(String... names) {
		return EventInterest.in(Set.of(names), EventForm.RAW);
	}

	private static EventEnvelope envelope(int shard, @Nullable Snowflake guildId) {
		return new EventEnvelope(new ShardId(shard, 8), null, 1, "MESSAGE_CREATE", Instant.EPOCH, false, null, null,
				guildId, null);
	}

	@Target({ ElementType.METHOD, ElementType.TYPE })
	@Retention(RetentionPolicy.RUNTIME)
	@GatewayListener(types = MessageCreate.class)
	@interface OnMessage {

	}

	@Target({ ElementType.METHOD, ElementType.TYPE })
	@Retention(RetentionPolicy.RUNTIME)
	@GatewayListener(types = MessageUpdate.class)
	@interface OnEdit {

	}

	static class ComposedTwice {

		@OnMessage
		@OnEdit
		void both(EventEnvelope envelope) {
		}

	}

	@OnMessage
	@OnEdit
	static class ClassComposedTwice {

		public void both(EventEnvelope envelope) {
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@GatewayListener(value = "READY", id = "composed")
	@GatewayListener("RESUMED")
	@interface OnSession {

	}

	static class RepeatedBefore {

		@GatewayListener("ONE")
		@GatewayListener("TWO")
		void overridden(RawEvent event) {
		}

	}

	static class Repeated extends RepeatedBefore {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "hi", condition = "#event.message.content == 'hi'")
		@GatewayListener(id = "ho", condition = "#event.message.content == 'ho'")
		void twice(MessageCreate event) {
			this.calls.add(event.message().content());
		}

		@OnSession
		void composed(RawEvent event) {
		}

		@Override
		@GatewayListener("OWN")
		void overridden(RawEvent event) {
		}

	}

	static class Naming {

		@GatewayListener(id = "both", value = "NOBODY_KNOWS", types = MessageEvent.class)
		void both(RawEvent event) {
		}

		@GatewayListener(id = "narrowed", events = "MESSAGE_UPDATE")
		void narrowed(MessageEvent event) {
		}

		@GatewayListener(id = "expression", events = { "#{{'ONE', 'TWO'}}", "#{'THR' + 'EE'}" })
		void expression(RawEvent event) {
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@GatewayListener(types = MessageCreate.class)
	@interface OnMessageCreate {

		@AliasFor(annotation = GatewayListener.class)
		String id() default "";

		@AliasFor(annotation = GatewayListener.class, attribute = "condition")
		String when() default "";

	}

	static class Composed {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@OnMessageCreate(id = "composed", when = "#event.message.content.startsWith('!')")
		void composed(MessageEvent event) {
			this.calls.add(String.valueOf(((MessageCreate) event).message().content()));
		}

	}

	static class Filtering {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "shards", events = "MESSAGE_CREATE", shards = { "0-1", "${shards:0}, 6" })
		void shards(ShardId shard) {
			this.calls.add(shard.toString());
		}

		@GatewayListener(id = "guilds", events = "MESSAGE_CREATE", guilds = { "1", "${guild:3}" })
		void guilds(ShardId shard) {
			this.calls.add(shard.toString());
		}

	}

	@GatewayListener(value = "READY", shards = "1", autoStartup = "false", errorHandler = "bean1")
	static class WithDefaults {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		public void byClass(EventEnvelope envelope) {
			this.calls.add("byClass " + envelope.shard());
		}

		@GatewayListener(id = "own", events = "RESUMED", shards = "0", autoStartup = "true")
		void own(EventEnvelope envelope) {
			this.calls.add("own " + envelope.shard());
		}

		@GatewayListener(id = "typed")
		void typed(MessageCreate event) {
		}

		@GatewayExceptionHandler(IllegalArgumentException.class)
		public void isNoListener(MessageCreate event) {
		}

	}

	@Order(7)
	static class WithOrder {

		@Order(1)
		@GatewayListener(id = "byMethod")
		void byMethod(MessageCreate event) {
		}

		@GatewayListener(id = "byClass")
		void byClass(MessageCreate event) {
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@GatewayListener(ordering = "none")
	@interface Unordered {

		@AliasFor(annotation = GatewayListener.class)
		String id();

	}

	@GatewayListener(ordering = "${bot.ordering}")
	static class WithOrdering {

		@GatewayListener(id = "byClass")
		public void byClass(MessageCreate event) {
		}

		@GatewayListener(id = "byMethod", ordering = "Guild")
		public void byMethod(MessageCreate event) {
		}

		@Unordered(id = "composed")
		public void composed(MessageCreate event) {
		}

	}

	static class BadOrdering {

		@GatewayListener(ordering = "channel")
		void on(MessageCreate event) {
		}

	}

	static class Switched {

		@GatewayListener(id = "switched", autoStartup = "${bot.active}")
		void on(MessageCreate event) {
		}

	}

	static class Silent implements GatewayErrorHandler {

		@Override
		public void handleError(Throwable error, EventEnvelope envelope, EventHandler handler) {
		}

	}

	static class WithErrorHandlerByExpression {

		@GatewayListener(id = "on", errorHandler = "#{@bean1}")
		void on(MessageCreate event) {
		}

	}

	static class BadShards {

		@GatewayListener(shards = { "0", "3-1" })
		void on(MessageCreate event) {
		}

	}

	static class BadGuild {

		@GatewayListener(guilds = "my guild")
		void on(MessageCreate event) {
		}

	}

	static class BadErrorHandler {

		@GatewayListener(errorHandler = "nobody")
		void on(MessageCreate event) {
		}

	}

	static class BadRetryPolicy {

		@GatewayListener(retryPolicy = "bean1")
		void on(MessageCreate event) {
		}

	}

	static class BadPlaceholder {

		@GatewayListener(condition = "${nowhere}")
		void on(MessageCreate event) {
		}

	}

	static class BadExpression {

		@GatewayListener(guilds = "#{1 +}")
		void on(MessageCreate event) {
		}

	}

}
