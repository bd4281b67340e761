package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

import io.github.discordgateway.dispatch.EventHandler;
import io.github.discordgateway.event.LazyEvents;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * An annotated method of a bean, not yet checked.
 *
 * @param beanName the name of the bean
 * @param bean the bean as it was found, which may be a proxy
 * @param target gives the bean to call
 * @param method the annotated method
 * @param targetClass the class of the bean, not of its proxy
 * @param annotation the annotation of the method, or else of its class
 */
record FoundListener(String beanName, Object bean, Supplier<Object> target, Method method, Class<?> targetClass,
		GatewayListener annotation) {

	/**
	 * Checks the method.
	 * @param placeholders resolves placeholders
	 * @param events reads raw events
	 * @return the handler that calls the method
	 * @throws InvalidGatewayListenerException when the method can never work
	 */
	EventHandler toHandler(Placeholders placeholders, LazyEvents events) {
		Set<String> names = isOnClass() && ListenerMethod.takesTypedEvent(this.method, this.targetClass) ? Set.of()
				: names(placeholders);
		ListenerMethod signature = ListenerMethod.of(this.method, this.targetClass, names);
		Method invocable = invocable(signature.description());
		ReflectionUtils.makeAccessible(invocable);
		return new ListenerMethodHandler(id(placeholders), signature, this.target, this.method, invocable, events);
	}

	private boolean isOnClass() {
		return !AnnotatedElementUtils.hasAnnotation(this.method, GatewayListener.class);
	}

	private Set<String> names(Placeholders placeholders) {
		Set<String> names = new LinkedHashSet<>();
		for (String event : this.annotation.events()) {
			String resolved = placeholders.resolve(event);
			for (String name : StringUtils.commaDelimitedListToStringArray(resolved)) {
				if (!name.isBlank()) {
					names.add(name.strip());
				}
			}
		}
		return names;
	}

	private String id(Placeholders placeholders) {
		String given = isOnClass() ? "" : placeholders.resolve(this.annotation.id());
		if (StringUtils.hasText(given)) {
			return given.strip();
		}
		Class<?>[] types = ListenerMethod.parameterTypes(this.method, this.targetClass);
		return this.beanName + "." + ListenerMethod.signature(this.method, types);
	}

	/** The method that is called: on a proxy, the one that leads through the proxy. */
	private Method invocable(String description) {
		if (!AopUtils.isAopProxy(this.bean)) {
			return this.method;
		}
		String action = "Make it a public method that is neither static nor final";
		if (AopUtils.isJdkDynamicProxy(this.bean)) {
			Method invocable = onInterface();
			if (invocable == null) {
				throw new InvalidGatewayListenerException(description,
						"cannot be called through the proxy of its bean, which only has the methods of interfaces",
						action + " of an interface of the bean, or let the proxy be one of the class "
								+ "(proxyTargetClass = true).");
			}
			return invocable;
		}
		int modifiers = this.method.getModifiers();
		if (Modifier.isStatic(modifiers) || Modifier.isPrivate(modifiers) || Modifier.isFinal(modifiers)) {
			throw new InvalidGatewayListenerException(description,
					"cannot be called through the proxy of its bean, as it is " + Modifier.toString(modifiers),
					action + ".");
		}
		return this.method;
	}

	private @Nullable Method onInterface() {
		Method found = onInterface(this.method);
		if (found != null) {
			return found;
		}
		// Of a generic interface the proxy has the method with the erased types, to which
		// the class has a bridge.
		for (Method candidate : ReflectionUtils.getAllDeclaredMethods(this.targetClass)) {
			if (candidate.isBridge() && BridgeMethodResolver.findBridgedMethod(candidate).equals(this.method)) {
				found = onInterface(candidate);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private @Nullable Method onInterface(Method wanted) {
		for (Class<?> type : this.bean.getClass().getInterfaces()) {
			Method method = ReflectionUtils.findMethod(type, wanted.getName(), wanted.getParameterTypes());
			if (method != null && !Modifier.isStatic(wanted.getModifiers())) {
				return method;
			}
		}
		return null;
	}

	/** Resolves placeholders in a text of an annotation. */
	@FunctionalInterface
	interface Placeholders {

		@Nullable String resolveOrNull(String text);

		default String resolve(String text) {
			String resolved = resolveOrNull(text);
			return (resolved != null) ? resolved : "";
		}

	}

}
