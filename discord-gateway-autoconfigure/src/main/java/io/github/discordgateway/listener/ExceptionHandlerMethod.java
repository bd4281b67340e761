package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;

/**
 * Calls a method that deals with failures of listeners.
 */
final class ExceptionHandlerMethod {

	private final String description;

	private final Set<Class<? extends Throwable>> exceptionTypes;

	private final List<Class<?>> eventTypes;

	private final List<Argument> arguments;

	private final MethodInvoker invoker;

	private ExceptionHandlerMethod(String description, Set<Class<? extends Throwable>> exceptionTypes,
			List<Class<?>> eventTypes, List<Argument> arguments, MethodInvoker invoker) {
		this.description = description;
		this.exceptionTypes = exceptionTypes;
		this.eventTypes = eventTypes;
		this.arguments = arguments;
		this.invoker = invoker;
	}

	/**
	 * Reads a method.
	 * @param bean the bean
	 * @param method the method
	 * @param annotation its annotation
	 * @param resolvers provide further arguments
	 * @param returnValues what is done with what it returns
	 * @return the method, checked
	 * @throws InvalidGatewayListenerException when it can never work
	 */
	static ExceptionHandlerMethod of(ListenerBean bean, Method method, GatewayExceptionHandler annotation,
			List<GatewayListenerArgumentResolver> resolvers, ReturnValues returnValues) {
		Class<?> targetClass = bean.targetClass();
		String description = ListenerMethod.describe(method, targetClass);
		Set<Class<? extends Throwable>> taken = new LinkedHashSet<>();
		List<Class<?>> eventTypes = new ArrayList<>();
		List<Argument> arguments = new ArrayList<>();
		Class<?>[] types = ListenerMethod.parameterTypes(method, targetClass);
		for (int i = 0; i < types.length; i++) {
			if (Throwable.class.isAssignableFrom(types[i])) {
				taken.add(types[i].asSubclass(Throwable.class));
			}
			if (BuiltInArgument.of(types[i]) == BuiltInArgument.EVENT) {
				eventTypes.add(types[i]);
			}
			arguments.add(argument(description, types[i],
					new MethodParameter(method, i).withContainingClass(targetClass), resolvers));
		}
		Set<Class<? extends Throwable>> handled = new LinkedHashSet<>(Arrays.asList(annotation.value()));
		if (handled.isEmpty()) {
			handled = taken;
		}
		if (handled.isEmpty()) {
			throw new InvalidGatewayListenerException(description, "does not say which exceptions it handles",
					"Let it take the exception, or name it: @GatewayExceptionHandler(IOException.class).");
		}
		for (Class<? extends Throwable> type : handled) {
			for (Class<? extends Throwable> parameter : taken) {
				if (!parameter.isAssignableFrom(type)) {
					throw new InvalidGatewayListenerException(description, "handles " + type.getName()
							+ ", which its parameter " + parameter.getName() + " cannot take",
							"Let it take a supertype of all exceptions that it handles.");
				}
			}
		}
		MethodInvoker invoker = new MethodInvoker(description, bean, method,
				returnValues.of(description, method, targetClass));
		return new ExceptionHandlerMethod(description, handled, eventTypes, arguments, invoker);
	}

	private static Argument argument(String description, Class<?> type, MethodParameter parameter,
			List<GatewayListenerArgumentResolver> resolvers) {
		for (GatewayListenerArgumentResolver resolver : resolvers) {
			if (resolver.supportsParameter(parameter)) {
				return (error, envelope, handler) -> resolver.resolveArgument(parameter, envelope);
			}
		}
		if (Throwable.class.isAssignableFrom(type)) {
			return (error, envelope,
					handler) -> ExceptionHandlers.causes(error).filter(type::isInstance).findFirst().orElse(null);
		}
		if (type == EventHandler.class) {
			return (error, envelope, handler) -> handler;
		}
		BuiltInArgument builtIn = BuiltInArgument.of(type);
		if (builtIn == BuiltInArgument.EVENT) {
			return (error, envelope, handler) -> envelope.event();
		}
		if (builtIn == BuiltInArgument.ENVELOPE) {
			return (error, envelope, handler) -> envelope;
		}
		if (builtIn == BuiltInArgument.SHARD) {
			return (error, envelope, handler) -> envelope.shard();
		}
		throw new InvalidGatewayListenerException(description,
				"takes a " + type.getName() + ", for which there is no argument",
				"An exception handler may take the exception, an event, EventEnvelope, EventHandler, ShardId, and what "
						+ "a bean of type GatewayListenerArgumentResolver provides.");
	}

	/** Class and method. */
	String description() {
		return this.description;
	}

	/** The exceptions that it handles. */
	Set<Class<? extends Throwable>> exceptionTypes() {
		return this.exceptionTypes;
	}

	/** Whether it takes failures on an event. */
	boolean supports(EventEnvelope envelope) {
		for (Class<?> type : this.eventTypes) {
			if (!type.isInstance(envelope.event())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Deals with a failure.
	 * @param error what the listener failed with
	 * @param envelope the event
	 * @param handler the listener
	 * @return completes when it is dealt with; {@code null} when it is
	 * @throws Exception when that fails, too
	 */
	@Nullable Mono<Void> handle(Throwable error, EventEnvelope envelope, EventHandler handler) throws Exception {
		@Nullable Object[] values = new @Nullable Object[this.arguments.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments.get(i).resolve(error, envelope, handler);
		}
		return this.invoker.invoke(envelope, values);
	}

	/** Gives the argument for one parameter. */
	@FunctionalInterface
	private interface Argument {

		@Nullable Object resolve(Throwable error, EventEnvelope envelope, EventHandler handler) throws Exception;

	}

}
