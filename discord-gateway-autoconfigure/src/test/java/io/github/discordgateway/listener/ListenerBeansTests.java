package io.github.discordgateway.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.MessageEvent;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that are beans of a type, without an annotation.
 */
class ListenerBeansTests {

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	ListenerBeansTests() {
		calls.clear();
	}

	@Test
	void beansAreListenersOfTheEventThatTheirTypeNames() {
		ListenerRunner.of(Beans.class).run((context) -> {
			assertThat(ids(context)).containsExactlyInAnyOrder("classBean", "lambda", "group", "handler");
			assertThat(interest(context, "classBean")).isEqualTo(typed("GUILD_CREATE"));
			assertThat(interest(context, "lambda")).isEqualTo(typed("MESSAGE_CREATE"));
			assertThat(interest(context, "group")).isEqualTo(typed("MESSAGE_CREATE", "MESSAGE_UPDATE"));
			ListenerRunner.handler(context, "classBean").handle(TestEvents.envelope(TestEvents.guild(5), null));
			ListenerRunner.handler(context, "lambda").handle(TestEvents.envelope(TestEvents.message("hi"), null));
			assertThat(calls).containsExactly("class 5", "lambda hi");
		});
	}

	@Test
	void orderIsThatOfTheClassOrOfTheMethodThatDefinesTheBean() {
		ListenerRunner.of(Beans.class).run((context) -> {
			List<EventHandler> sorted = new ArrayList<>(ListenerRunner.registry(context).handlers());
			sorted.sort(AnnotationAwareOrderComparator.INSTANCE);
			assertThat(sorted).extracting(EventHandler::id).startsWith("lambda", "classBean", "group");
		});
	}

	@Test
	void beanThatDoesNotSayItsEventFailsTheStart() {
		ListenerRunner.assertRefused(Raw.class)
			.hasMessage("Listener raw is a bean of type GatewayEventHandler that does not say which event it handles. "
					+ "Give its type an argument where it is declared: GatewayEventHandler<MessageCreate>.");
	}

	private static List<String> ids(ApplicationContext context) {
		return ListenerRunner.registry(context).handlers().stream().map(EventHandler::id).toList();
	}

	private static EventInterest interest(ApplicationContext context, String id) {
		return ListenerRunner.handler(context, id).interest();
	}

	private static EventInterest typed(String... names) {
		return EventInterest.in(Set.of(names), EventForm.TYPED);
	}

	@Order(2)
	static class OfGuilds implements GatewayEventHandler<GuildCreate> {

		@Override
		public void handle(GuildCreate event) {
			calls.add("class " + event.guild().id());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		OfGuilds classBean() {
			return new OfGuilds();
		}

		@Bean
		@Order(1)
		@Lazy
		GatewayEventHandler<MessageCreate> lambda() {
			return (event) -> calls.add("lambda " + event.message().content());
		}

		@Bean
		@Order(3)
		GatewayEventHandler<MessageEvent> group() {
			return (event) -> calls.add("group");
		}

		@Bean
		EventHandler handler() {
			return StubHandler.of("handler", "READY");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Raw {

		@Bean
		@SuppressWarnings("rawtypes")
		GatewayEventHandler raw() {
			return (event) -> calls.add("raw");
		}

	}

}
