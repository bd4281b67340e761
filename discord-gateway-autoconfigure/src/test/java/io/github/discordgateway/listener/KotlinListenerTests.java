package io.github.discordgateway.listener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.EventEnvelope;
import kotlin.Unit;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that are written in Kotlin. Each test waits for what the listener returns,
 * and for nothing else.
 */
class KotlinListenerTests {

	private static final EventEnvelope MESSAGE = TestEvents.envelope(TestEvents.message("hi"), null);

	@Test
	void signaturesAreReadWithoutWhatTheCompilerAdds() {
		ListenerRunner.of(KotlinListeners.class).run((context) -> {
			EventHandler handler = ListenerRunner.handler(context, "suspending");
			assertThat(handler.description())
				.isEqualTo(KotlinListeners.class.getName() + ".suspending(MessageCreate, EventEnvelope)");
			assertThat(handler.interest().names()).containsExactly("MESSAGE_CREATE");
			assertThat(handler.interest().form()).isEqualTo(EventForm.TYPED);
		});
	}

	@Test
	void suspendingFunctionIsHandledWhenItEnds() {
		ListenerRunner.of(KotlinListeners.class).run((context) -> {
			KotlinListeners bean = context.getBean(KotlinListeners.class);
			Mono<Void> rest = ListenerRunner.handler(context, "suspending").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			StepVerifier.create(rest)
				.then(() -> assertThat(bean.getCalls()).containsExactly("begins hi 42"))
				.then(() -> bean.getGate().complete(Unit.INSTANCE))
				.verifyComplete();
			assertThat(bean.getCalls()).containsExactly("begins hi 42", "ends hi");
		});
	}

	@Test
	void suspendingFunctionIsCalledThroughTheProxyOfItsBean() {
		ListenerRunner.of(KotlinProxiedListener.class).withBean(Proxying.class).run((context) -> {
			KotlinProxiedListener.answers.clear();
			assertThat(AopUtils.isCglibProxy(context.getBean(KotlinProxiedListener.class))).isTrue();
			ListenerRunner.handler(context, "proxied").handle(MESSAGE);
			assertThat(KotlinProxiedListener.answers).containsExactly("hi");
			assertThat(context.getBean(Proxying.class).intercepted).containsExactly("proxied");
		});
	}

	@Test
	void plainFunctionsPartsAndFlowsAreHandled() {
		ListenerRunner.of(KotlinListeners.class).run((context) -> {
			for (String id : List.of("plain", "part", "flow", "suspendingFlow")) {
				ListenerRunner.handler(context, id).handle(MESSAGE);
			}
			assertThat(context.getBean(KotlinListeners.class).getCalls()).containsExactly("plain hi", "part hi",
					"flow hi", "suspending flow hi");
		});
	}

	@Test
	void nullableParametersTakeAnEventWithoutThePart() {
		ListenerRunner.of(KotlinListeners.class).run((context) -> {
			ListenerRunner.handler(context, "nullable").handle(MESSAGE);
			ListenerRunner.handler(context, "required").handle(MESSAGE);
			assertThat(context.getBean(KotlinListeners.class).getCalls()).containsExactly("nullable null");
		});
	}

	@Test
	void failureOfASuspendingFunctionReachesASuspendingExceptionHandler() {
		ListenerRunner.of(KotlinListeners.class).run((context) -> {
			KotlinListeners bean = context.getBean(KotlinListeners.class);
			Mono<Void> rest = ListenerRunner.handler(context, "failing")
				.handleAsync(TestEvents.envelope(TestEvents.guild(5), null));
			assertThat(rest).isNotNull();
			StepVerifier.create(rest)
				.then(() -> assertThat(bean.getCalls()).isEmpty())
				.then(() -> bean.getGate().complete(Unit.INSTANCE))
				.verifyComplete();
			assertThat(bean.getCalls()).containsExactly("handled guild 5 of MESSAGE_CREATE");
		});
	}

	@Test
	void resultOfASuspendingFunctionIsForAHandlerOfTheApplication() {
		ListenerRunner.assertRefused(KotlinListenerWithResult.class)
			.hasMessage("Listener " + KotlinListenerWithResult.class.getName() + ".answer(MessageCreate) returns a "
					+ "java.lang.String, which cannot be awaited. Let it return void, a Mono, a Flux or a "
					+ "CompletionStage, or define a bean of type GatewayReturnValueHandler that takes it.");
		ReturnValueTaker taker = new ReturnValueTaker();
		ListenerRunner.of(KotlinListenerWithResult.class)
			.withBean(GatewayReturnValueHandler.class, () -> taker)
			.run((context) -> {
				EventHandler handler = ListenerRunner.registry(context).handlers().get(0);
				handler.handle(MESSAGE);
				assertThat(taker.values).containsExactly("hi");
			});
	}

	static class Proxying implements BeanPostProcessor, Ordered {

		private final List<String> intercepted = new CopyOnWriteArrayList<>();

		@Override
		public int getOrder() {
			return 0;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			if (!(bean instanceof KotlinProxiedListener)) {
				return bean;
			}
			ProxyFactory factory = new ProxyFactory(bean);
			factory.setProxyTargetClass(true);
			factory.addAdvice((MethodInterceptor) (invocation) -> {
				this.intercepted.add(invocation.getMethod().getName());
				return invocation.proceed();
			});
			return factory.getProxy(bean.getClass().getClassLoader());
		}

	}

}
