package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Finds the methods of a class that are listeners.
 */
final class ListenerDiscovery {

	private ListenerDiscovery() {
	}

	/**
	 * Finds the listeners of a class.
	 * @param targetClass the class of a bean, not of its proxy
	 * @return the methods and the annotations that apply to each
	 */
	static Map<Method, ListenerAnnotations> find(Class<?> targetClass) {
		if (!AnnotationUtils.isCandidateClass(targetClass, GatewayListener.class)) {
			return Map.of();
		}
		Class<?> userClass = ClassUtils.getUserClass(targetClass);
		GatewayListener onClass = AnnotatedElementUtils.findMergedAnnotation(userClass, GatewayListener.class);
		return MethodIntrospector.selectMethods(userClass,
				(MethodIntrospector.MetadataLookup<@Nullable ListenerAnnotations>) (method) -> {
					GatewayListener onMethod = AnnotatedElementUtils.findMergedAnnotation(method,
							GatewayListener.class);
					return (onMethod != null || (onClass != null && isMeant(method, userClass)))
							? new ListenerAnnotations(onMethod, onClass) : null;
				});
	}

	private static boolean isMeant(Method method, Class<?> userClass) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
				&& method.getDeclaringClass() != Object.class
				&& !AnnotatedElementUtils.hasAnnotation(method, GatewayExceptionHandler.class)
				&& ListenerMethod.takesEvent(method, userClass);
	}

}
