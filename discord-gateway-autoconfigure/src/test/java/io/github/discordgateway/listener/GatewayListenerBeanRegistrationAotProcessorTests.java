package io.github.discordgateway.listener;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;

import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GatewayListenerBeanRegistrationAotProcessor}, and for what Spring's
 * own processors make of the annotation: after both, each listener can be called.
 */
class GatewayListenerBeanRegistrationAotProcessorTests {

	@Test
	void isFoundBySpring() {
		assertThat(AotServices.factories().load(BeanRegistrationAotProcessor.class))
			.hasAtLeastOneElementOfType(GatewayListenerBeanRegistrationAotProcessor.class);
	}

	@Test
	void methodsOfAnyVisibilityCanBeCalled() {
		RuntimeHints hints = process(OnMethods.class);
		assertCallable(hints, OnMethods.class, "onPublic", "onPrivate", "composed");
		assertNotCallable(hints, OnMethods.class, "helper");
	}

	@Test
	void eventMethodsOfAnAnnotatedClassCanBeCalled() {
		RuntimeHints hints = process(OnClass.class);
		assertCallable(hints, OnClass.class, "onMessage", "onRaw");
		assertNotCallable(hints, OnClass.class, "helper", "notPublic");
	}

	@Test
	void inheritedAndOverriddenMethodsCanBeCalled() {
		RuntimeHints hints = process(Inheriting.class);
		assertCallable(hints, OnMethods.class, "onPrivate");
		assertCallable(hints, Inheriting.class, "onPublic", "onEvent");
	}

	@Test
	void methodsOfInterfacesCanBeCalledThroughAProxy() {
		RuntimeHints hints = process(Inheriting.class, OnClassWithInterface.class);
		assertCallable(hints, Listening.class, "onEvent");
		assertCallable(hints, Plain.class, "onMessage");
	}

	@Test
	void targetsOfScopedProxiesAndResultsOfMethodsCountToo() {
		RuntimeHints hints = process(Beans.class);
		assertCallable(hints, OnClass.class, "onMessage");
		assertCallable(hints, OnMethods.class, "onPrivate");
	}

	@Test
	void beansWithoutListenersNeedNothing() {
		assertNotCallable(process(Beans.class), Beans.class, "methods");
	}

	private static RuntimeHints process(Class<?>... components) {
		TestGenerationContext generation = new TestGenerationContext();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(components);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		return generation.getRuntimeHints();
	}

	private static void assertCallable(RuntimeHints hints, Class<?> type, String... methods) {
		for (String method : methods) {
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method(type, method))).as(method)
				.accepts(hints);
		}
	}

	private static void assertNotCallable(RuntimeHints hints, Class<?> type, String... methods) {
		for (String method : methods) {
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method(type, method))).as(method)
				.rejects(hints);
		}
	}

	private static Method method(Class<?> type, String name) {
		Method found = ReflectionUtils.findMethod(type, name, (Class<?>[]) null);
		assertThat(found).as(name).isNotNull();
		return found;
	}

	@Retention(RetentionPolicy.RUNTIME)
	@GatewayListener("GUILD_CREATE")
	@interface Composed {

	}

	static class OnMethods {

		@GatewayListener
		public void onPublic(MessageCreate event) {
		}

		@GatewayListener
		private void onPrivate(GuildCreate event) {
		}

		@Composed
		void composed(RawEvent event) {
		}

		public void helper(MessageCreate event) {
		}

	}

	@GatewayListener
	@Component
	static class OnClass {

		public void onMessage(MessageCreate event) {
		}

		public void onRaw(RawEvent event) {
		}

		void notPublic(MessageCreate event) {
		}

		public void helper(int number) {
		}

	}

	interface Listening<E> {

		@GatewayListener
		void onEvent(E event);

	}

	interface Plain {

		void onMessage(MessageCreate event);

	}

	static class Inheriting extends OnMethods implements Listening<GuildCreate> {

		@Override
		public void onPublic(MessageCreate event) {
		}

		@Override
		public void onEvent(GuildCreate event) {
		}

	}

	@GatewayListener
	static class OnClassWithInterface implements Plain {

		@Override
		public void onMessage(MessageCreate event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
		OnClass scoped() {
			return new OnClass();
		}

		@Bean
		OnMethods methods() {
			return new OnMethods();
		}

	}

}
