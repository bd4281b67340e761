package io.github.discordgateway.listener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for listeners in a child context whose registry belongs to its parent.
 */
class ListenerContextHierarchyTests {

	private static final EventEnvelope MESSAGE = TestEvents.envelope(TestEvents.message("hi"), null);

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	ListenerContextHierarchyTests() {
		calls.clear();
	}

	@Test
	void eachContextKeepsItsOwnAdviceAndInterceptors() throws Exception {
		try (var parent = start(null, Infrastructure.class, Failing.class, ParentAdvice.class)) {
			EventHandler ofParent = handler(parent, "bean1.on(MessageCreate)");
			parent.getBean(GatewayListenerRegistry.class).listen("function", MessageCreate.class, (event) -> {
				throw new IllegalStateException();
			});
			try (var child = start(parent, PostProcessor.class, ChildFailing.class, ChildAdvice.class,
					ChildInterceptor.class)) {
				ofParent.handle(MESSAGE);
				handler(parent, "function").handle(MESSAGE);
				assertThat(calls).containsExactly("parent's advice IllegalStateException",
						"parent's advice IllegalStateException");
				calls.clear();
				handler(child, "bean1.illegalState(MessageCreate)").handle(MESSAGE);
				handler(child, "bean1.illegalArgument(MessageCreate)").handle(MESSAGE);
				assertThat(calls).containsExactly("child's interceptor", "child's advice IllegalStateException",
						"child's interceptor", "parent's advice IllegalArgumentException");
			}
		}
	}

	@Test
	void listenersOfAChildLeaveWithIt() {
		try (var parent = start(null, Infrastructure.class, Failing.class)) {
			GatewayListenerRegistry registry = parent.getBean(GatewayListenerRegistry.class);
			AnnotationConfigApplicationContext child = start(parent, PostProcessor.class, ChildFailing.class);
			start(parent, PostProcessor.class).close();
			assertThat(registry.handlers()).hasSize(3);
			child.close();
			assertThat(registry.handlers()).extracting(EventHandler::id).containsExactly("bean1.on(MessageCreate)");
		}
	}

	@Test
	void listenersOfAChildWhoseStartFailsLeaveWithIt() {
		try (var parent = start(null, Infrastructure.class, Failing.class)) {
			GatewayListenerRegistry registry = parent.getBean(GatewayListenerRegistry.class);
			assertThatIllegalStateException()
				.isThrownBy(() -> start(parent, PostProcessor.class, ChildFailing.class, FailingAtTheEnd.class));
			assertThat(registry.handlers()).extracting(EventHandler::id).containsExactly("bean1.on(MessageCreate)");
		}
	}

	@Test
	void listenersOfAClosedContextWithARegistryOfItsOwnStayForWhatIsDrained() {
		AnnotationConfigApplicationContext context = start(null, Infrastructure.class, Failing.class);
		GatewayListenerRegistry registry = context.getBean(GatewayListenerRegistry.class);
		context.close();
		assertThat(registry.handlers()).hasSize(1);
	}

	private static AnnotationConfigApplicationContext start(AnnotationConfigApplicationContext parent,
			Class<?>... classes) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		if (parent != null) {
			context.setParent(parent);
		}
		for (int i = 0; i < classes.length; i++) {
			context.registerBean("bean" + i, classes[i]);
		}
		context.refresh();
		return context;
	}

	private static EventHandler handler(AnnotationConfigApplicationContext context, String id) {
		return ListenerRunner.handler(context, id);
	}

	@Configuration(proxyBeanMethods = false)
	static class PostProcessor {

		@Bean
		static GatewayListenerAnnotationBeanPostProcessor postProcessor(
				ObjectProvider<GatewayListenerRegistry> registry) {
			return new GatewayListenerAnnotationBeanPostProcessor(registry::getObject, () -> TestEvents.LAZY);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Infrastructure extends PostProcessor {

		@Bean
		GatewayListenerRegistry registry() {
			return new GatewayListenerRegistry();
		}

	}

	static class Failing {

		@GatewayListener
		void on(MessageCreate event) {
			throw new IllegalStateException();
		}

	}

	static class FailingAtTheEnd implements ApplicationListener<ContextRefreshedEvent> {

		@Override
		public void onApplicationEvent(ContextRefreshedEvent event) {
			throw new IllegalStateException("too late");
		}

	}

	static class ChildFailing {

		@GatewayListener
		void illegalState(MessageCreate event) {
			throw new IllegalStateException();
		}

		@GatewayListener
		void illegalArgument(MessageCreate event) {
			throw new IllegalArgumentException();
		}

	}

	@GatewayAdvice
	static class ParentAdvice {

		@GatewayExceptionHandler
		void any(RuntimeException exception) {
			calls.add("parent's advice " + exception.getClass().getSimpleName());
		}

	}

	@GatewayAdvice
	static class ChildAdvice {

		@GatewayExceptionHandler
		void illegalState(IllegalStateException exception) {
			calls.add("child's advice " + exception.getClass().getSimpleName());
		}

	}

	static class ChildInterceptor implements GatewayListenerInterceptor {

		@Override
		public @Nullable Mono<Void> around(EventEnvelope envelope, EventHandler handler, Call call) throws Exception {
			calls.add("child's interceptor");
			return call.proceed();
		}

	}

}
