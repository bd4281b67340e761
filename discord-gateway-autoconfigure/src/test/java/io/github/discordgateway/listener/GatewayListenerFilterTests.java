package io.github.discordgateway.listener;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners of which a filter decides.
 */
class GatewayListenerFilterTests {

	@Test
	void anEventThatAFilterDoesNotAcceptIsNoneForTheListener() {
		ListenerRunner.of(Bot.class, Polite.class).run((context) -> {
			EventHandler handler = ListenerRunner.handler(context, "polite");
			Mono<Void> rest = handler.handleAsync(TestEvents.envelope(TestEvents.message("hi"), null));
			assertThat(rest).isSameAs(EventHandler.NOT_WANTED);
			handler.handle(TestEvents.envelope(TestEvents.message("hi please"), null));
			ListenerRunner.handler(context, "plain").handle(TestEvents.envelope(TestEvents.message("hi"), null));
			assertThat(context.getBean(Bot.class).calls).containsExactly("polite", "plain");
		});
	}

	@Test
	void whatTheFilterReadsIsThereForIt() {
		ListenerRunner.of(Bot.class, Polite.class).run((context) -> {
			assertThat(ListenerRunner.handler(context, "polite").interest().form()).isEqualTo(EventForm.TYPED);
			assertThat(ListenerRunner.handler(context, "raw").interest().form()).isEqualTo(EventForm.TYPED_AND_RAW);
			assertThat(ListenerRunner.handler(context, "plain").interest().form()).isEqualTo(EventForm.HEADER);
		});
	}

	@Test
	void formsServeBothWhoReadAnEvent() {
		assertThat(EventForm.HEADER.and(EventForm.HEADER)).isEqualTo(EventForm.HEADER);
		assertThat(EventForm.RAW.and(EventForm.HEADER)).isEqualTo(EventForm.RAW);
		assertThat(EventForm.TYPED.and(EventForm.TYPED_AND_RAW)).isEqualTo(EventForm.TYPED_AND_RAW);
		assertThat(EventForm.TYPED.and(EventForm.ANY)).isEqualTo(EventForm.ANY);
	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface Please {

	}

	static class Polite implements GatewayListenerFilter {

		@Override
		public @Nullable Predicate<EventEnvelope> filter(String id, Method method, Class<?> targetClass) {
			return method.isAnnotationPresent(Please.class)
					? (envelope) -> envelope.event() instanceof MessageCreate event
							&& event.message().content().endsWith("please")
					: null;
		}

	}

	static class Bot {

		final List<String> calls = new ArrayList<>();

		@Please
		@GatewayListener(id = "polite", events = "MESSAGE_CREATE")
		void polite() {
			this.calls.add("polite");
		}

		@Please
		@GatewayListener(id = "raw", events = "MESSAGE_CREATE")
		void raw(String json) {
			this.calls.add("raw");
		}

		@GatewayListener(id = "plain", events = "MESSAGE_CREATE")
		void plain() {
			this.calls.add("plain");
		}

	}

}
