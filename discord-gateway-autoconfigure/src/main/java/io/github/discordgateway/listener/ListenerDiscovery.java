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
	 * @return the methods and the annotation that applies to each, which for methods of
	 * an annotated class is that of the class
	 */
	static Map<Method, GatewayListener> find(Class<?> targetClass) {
		if (!AnnotationUtils.isCandidateClass(targetClass, GatewayListener.class)) {
			return Map.of();
		}
		Class<?> userClass = ClassUtils.getUserClass(targetClass);
		GatewayListener onClass = AnnotatedElementUtils.findMergedAnnotation(userClass, GatewayListener.class);
		return MethodIntrospector.selectMethods(userClass,
				(MethodIntrospector.MetadataLookup<@Nullable GatewayListener>) (method) -> {
					GatewayListener onMethod = AnnotatedElementUtils.findMergedAnnotation(method,
							GatewayListener.class);
					if (onMethod != null || onClass == null) {
						return onMethod;
					}
					return isMeant(method, userClass) ? onClass : null;
				});
	}

	private static boolean isMeant(Method method, Class<?> userClass) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
				&& method.getDeclaringClass() != Object.class && ListenerMethod.takesEvent(method, userClass);
	}

}
