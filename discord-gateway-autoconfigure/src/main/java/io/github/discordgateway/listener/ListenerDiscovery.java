package io.github.discordgateway.listener;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotationPredicates;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
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
	 * @return the methods, and for each the annotations of its listeners
	 * @throws InvalidGatewayListenerException when the class has more than one annotation
	 */
	static Map<Method, List<ListenerAnnotations>> find(Class<?> targetClass) {
		if (!AnnotationUtils.isCandidateClass(targetClass, GatewayListener.class)) {
			return Map.of();
		}
		Class<?> userClass = ClassUtils.getUserClass(targetClass);
		GatewayListener onClass = onClass(userClass);
		return MethodIntrospector.selectMethods(userClass,
				(MethodIntrospector.MetadataLookup<@Nullable List<ListenerAnnotations>>) (method) -> {
					List<GatewayListener> onMethod = annotations(method);
					if (!onMethod.isEmpty()) {
						return onMethod.stream().map((own) -> new ListenerAnnotations(own, onClass)).toList();
					}
					return (onClass != null && isMeant(method, userClass))
							? List.of(new ListenerAnnotations(null, onClass)) : null;
				});
	}

	private static @Nullable GatewayListener onClass(Class<?> userClass) {
		List<GatewayListener> annotations = annotations(userClass);
		if (annotations.size() > 1) {
			throw new InvalidGatewayListenerException(userClass.getName(),
					"has " + annotations.size()
							+ " @GatewayListener on its class, of which only one can give the defaults",
					"Leave one on the class, or put them on its methods, where each is a listener.");
		}
		return annotations.isEmpty() ? null : annotations.get(0);
	}

	/** All of the nearest element that has one: an overridden method is not asked. */
	private static List<GatewayListener> annotations(AnnotatedElement element) {
		return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
			.stream(GatewayListener.class)
			.filter(MergedAnnotationPredicates.firstRunOf(MergedAnnotation::getAggregateIndex))
			.map(MergedAnnotation::synthesize)
			.distinct()
			.toList();
	}

	private static boolean isMeant(Method method, Class<?> userClass) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
				&& method.getDeclaringClass() != Object.class
				&& !AnnotatedElementUtils.hasAnnotation(method, GatewayExceptionHandler.class)
				&& ListenerMethod.takesEvent(method, userClass);
	}

}
