package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ExceptionDepthComparator;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * The methods of one bean that deal with failures of listeners.
 */
final class ExceptionHandlers {

	/** No methods. */
	static final ExceptionHandlers NONE = new ExceptionHandlers(Map.of());

	/** Longer chains of causes are circles. */
	private static final int MAX_CAUSES = 100;

	private final Map<Class<? extends Throwable>, ExceptionHandlerMethod> methods;

	private ExceptionHandlers(Map<Class<? extends Throwable>, ExceptionHandlerMethod> methods) {
		this.methods = methods;
	}

	/**
	 * Finds the methods.
	 * @param bean the bean
	 * @param resolvers provide further arguments
	 * @param returnValues what is done with what the methods return
	 * @return the methods
	 * @throws InvalidGatewayListenerException when one can never work, or two handle the
	 * same exception
	 */
	static ExceptionHandlers of(ListenerBean bean, List<GatewayListenerArgumentResolver> resolvers,
			ReturnValues returnValues) {
		Class<?> userClass = ClassUtils.getUserClass(bean.targetClass());
		if (!AnnotationUtils.isCandidateClass(userClass, GatewayExceptionHandler.class)) {
			return NONE;
		}
		Map<Class<? extends Throwable>, ExceptionHandlerMethod> methods = new HashMap<>();
		find(userClass).forEach((method, annotation) -> {
			ExceptionHandlerMethod handler = ExceptionHandlerMethod.of(bean, method, annotation, resolvers,
					returnValues);
			for (Class<? extends Throwable> type : handler.exceptionTypes()) {
				ExceptionHandlerMethod other = methods.put(type, handler);
				if (other != null) {
					throw new InvalidGatewayListenerException(handler.description(),
							"handles " + type.getName() + ", as does " + other.description(),
							"Leave one method for each exception.");
				}
			}
		});
		return methods.isEmpty() ? NONE : new ExceptionHandlers(Map.copyOf(methods));
	}

	private static Map<Method, GatewayExceptionHandler> find(Class<?> userClass) {
		return MethodIntrospector.selectMethods(userClass,
				(MethodIntrospector.MetadataLookup<@Nullable GatewayExceptionHandler>) (method) -> AnnotatedElementUtils
					.findMergedAnnotation(method, GatewayExceptionHandler.class));
	}

	/**
	 * Finds the method for a failure: the nearest for what was thrown, or else for its
	 * cause, and so on.
	 * @param error what the listener failed with
	 * @param envelope the event
	 * @return the method; {@code null} when there is none
	 */
	@Nullable ExceptionHandlerMethod find(Throwable error, EventEnvelope envelope) {
		return this.methods.isEmpty() ? null
				: causes(error).flatMap((cause) -> matching(cause, envelope)).findFirst().orElse(null);
	}

	private Stream<ExceptionHandlerMethod> matching(Throwable cause, EventEnvelope envelope) {
		return this.methods.keySet()
			.stream()
			.filter((type) -> type.isInstance(cause))
			.sorted(new ExceptionDepthComparator(cause))
			.map(this.methods::get)
			.filter((method) -> method.supports(envelope));
	}

	/** What was thrown, its cause, the cause of that, and so on. */
	static Stream<Throwable> causes(Throwable error) {
		return Stream.<@Nullable Throwable>iterate(error, (cause) -> cause != null, Throwable::getCause)
			.limit(MAX_CAUSES)
			.map((cause) -> (cause != null) ? cause : error);
	}

}
