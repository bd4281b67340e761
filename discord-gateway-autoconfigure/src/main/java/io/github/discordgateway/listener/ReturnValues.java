package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;

/**
 * Chooses what is done with the values of a method, when it is registered.
 */
final class ReturnValues {

	/** For methods that return nothing. */
	static final ReturnValue NOTHING = (value, envelope) -> null;

	private static final boolean COROUTINES_PRESENT = KotlinDetector.isKotlinReflectPresent()
			&& ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt", ReturnValues.class.getClassLoader());

	private final List<GatewayReturnValueHandler> handlers;

	/**
	 * Makes a chooser.
	 * @param handlers those of the application, which come first
	 */
	ReturnValues(List<GatewayReturnValueHandler> handlers) {
		this.handlers = handlers;
	}

	/**
	 * Chooses what to do.
	 * @param listener the listener, for messages
	 * @param method its method
	 * @param targetClass the class of the bean, which tells what type variables stand for
	 * @return what to do with each value
	 * @throws InvalidGatewayListenerException when there is nothing to do with values of
	 * that type
	 */
	ReturnValue of(String listener, Method method, Class<?> targetClass) {
		boolean suspending = KotlinDetector.isSuspendingFunction(method);
		if (suspending && !COROUTINES_PRESENT) {
			throw new InvalidGatewayListenerException(listener,
					"is a suspending function, which cannot be called without Kotlin's coroutines for Reactor",
					"Add org.jetbrains.kotlinx:kotlinx-coroutines-reactor and org.jetbrains.kotlin:kotlin-reflect.");
		}
		MethodParameter returnType = new MethodParameter(method, -1).withContainingClass(targetClass);
		Class<?> type = returnType.getParameterType();
		if (isNothing(type)) {
			return suspending ? ReturnValues::awaitPublisher : NOTHING;
		}
		for (GatewayReturnValueHandler handler : this.handlers) {
			if (handler.supportsReturnType(returnType)) {
				return suspending ? new OfSuspending(handler, returnType)
						: (value, envelope) -> handler.handleReturnValue(value, returnType, envelope);
			}
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type);
		if (suspending && (adapter != null || CompletionStage.class.isAssignableFrom(type))) {
			return ReturnValues::awaitPublisher;
		}
		if (CompletionStage.class.isAssignableFrom(type)) {
			return ReturnValues::awaitStage;
		}
		if (adapter == null) {
			throw new InvalidGatewayListenerException(listener,
					"returns a " + type.getName() + ", which cannot be awaited",
					"Let it return void, a Mono, a Flux or a CompletionStage, or define a bean of type "
							+ "GatewayReturnValueHandler that takes it.");
		}
		return (value, envelope) -> (value != null) ? completion(adapter.toPublisher(value)) : null;
	}

	private static boolean isNothing(Class<?> type) {
		return type == void.class || type == Void.class || type.getName().equals("kotlin.Unit");
	}

	private static @Nullable Mono<Void> awaitPublisher(@Nullable Object value, EventEnvelope envelope) {
		return (value != null) ? completion((Publisher<?>) value) : null;
	}

	/** A publisher that is no Mono must not be cancelled at its first value. */
	private static Mono<Void> completion(Publisher<?> publisher) {
		return (publisher instanceof Mono<?> mono) ? mono.then() : Flux.from(publisher).then();
	}

	private static @Nullable Mono<Void> awaitStage(@Nullable Object value, EventEnvelope envelope) {
		return (value != null) ? Mono.fromFuture(((CompletionStage<?>) value).toCompletableFuture()).then() : null;
	}

	/**
	 * Does something with one value.
	 */
	@FunctionalInterface
	interface ReturnValue {

		/**
		 * Takes one value.
		 * @param value what was returned
		 * @param envelope the event
		 * @return completes when the event is handled; {@code null} when it is
		 * @throws Exception whatever goes wrong
		 */
		@Nullable Mono<Void> handle(@Nullable Object value, EventEnvelope envelope) throws Exception;

	}

	/**
	 * Hands the result of a suspending function over.
	 *
	 * @param handler takes the result
	 * @param returnType the type of the result
	 */
	private record OfSuspending(GatewayReturnValueHandler handler, MethodParameter returnType) implements ReturnValue {

		@Override
		public @Nullable Mono<Void> handle(@Nullable Object value, EventEnvelope envelope) {
			return (value != null)
					? Flux.from((Publisher<?>) value).concatMap((result) -> take(result, envelope)).then() : null;
		}

		private Mono<Void> take(Object result, EventEnvelope envelope) {
			try {
				Mono<Void> rest = this.handler.handleReturnValue(result, this.returnType, envelope);
				return (rest != null) ? rest : Mono.empty();
			}
			catch (Exception ex) {
				return Mono.error(ex);
			}
		}

	}

}
