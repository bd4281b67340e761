package io.github.discordgateway.listener;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.CoroutinesUtils;
import org.springframework.core.KotlinDetector;
import org.springframework.util.ReflectionUtils;

/**
 * Calls a method of a bean, which may be a proxy, and a suspending function.
 */
final class MethodInvoker {

	private final String listener;

	private final ListenerBean bean;

	private final Method method;

	/** Settled with the first target when there is no bean before. */
	private volatile @Nullable Method invocable;

	private final boolean suspending;

	private final ReturnValues.ReturnValue returnValue;

	/**
	 * Makes an invoker.
	 * @param listener the listener, for messages
	 * @param bean the bean
	 * @param method the method as it is written
	 * @param returnValue what is done with what the method returns
	 * @throws InvalidGatewayListenerException when the method cannot be called through
	 * the proxy of the bean
	 */
	MethodInvoker(String listener, ListenerBean bean, Method method, ReturnValues.ReturnValue returnValue) {
		this.listener = listener;
		this.bean = bean;
		this.method = method;
		this.suspending = KotlinDetector.isSuspendingFunction(method);
		this.returnValue = returnValue;
		if (bean.bean() != null) {
			invocable(bean.bean());
		}
	}

	/**
	 * Calls the method.
	 * @param envelope the event
	 * @param arguments the arguments
	 * @return completes when the event is handled; {@code null} when it is
	 * @throws Exception what the method throws
	 */
	@Nullable Mono<Void> invoke(EventEnvelope envelope, @Nullable Object[] arguments) throws Exception {
		Object target = this.bean.target().get();
		Method called = invocable(target);
		Object returned;
		if (this.suspending) {
			returned = CoroutinesUtils.invokeSuspendingFunction(called, target, arguments);
		}
		else {
			try {
				returned = called.invoke(target, arguments);
			}
			catch (InvocationTargetException ex) {
				throw rethrow(ex.getTargetException());
			}
		}
		return this.returnValue.handle(returned, envelope);
	}

	/**
	 * Throws something as it is.
	 * @param thrown what to throw
	 * @return nothing; lets the caller write {@code throw}
	 * @throws Exception the same
	 */
	static Exception rethrow(Throwable thrown) throws Exception {
		if (thrown instanceof Error error) {
			throw error;
		}
		if (thrown instanceof Exception exception) {
			throw exception;
		}
		throw new IllegalStateException(thrown);
	}

	private Method invocable(Object target) {
		Method found = this.invocable;
		if (found == null) {
			found = find(target);
			ReflectionUtils.makeAccessible(found);
			this.invocable = found;
		}
		return found;
	}

	/** The method that is called: on a proxy, the one that leads through the proxy. */
	private Method find(Object target) {
		if (!AopUtils.isAopProxy(target)) {
			return this.method;
		}
		String action = "Make it a public method that is neither static nor final";
		if (AopUtils.isJdkDynamicProxy(target)) {
			Method found = onInterface(target);
			if (found == null) {
				throw new InvalidGatewayListenerException(this.listener,
						"cannot be called through the proxy of its bean, which only has the methods of interfaces",
						action + " of an interface of the bean, or let the proxy be one of the class "
								+ "(proxyTargetClass = true).");
			}
			return found;
		}
		int modifiers = this.method.getModifiers();
		if (Modifier.isStatic(modifiers) || Modifier.isPrivate(modifiers) || Modifier.isFinal(modifiers)) {
			throw new InvalidGatewayListenerException(this.listener,
					"cannot be called through the proxy of its bean, as it is " + Modifier.toString(modifiers),
					action + ".");
		}
		return this.method;
	}

	private @Nullable Method onInterface(Object proxy) {
		Method found = declaredOnInterface(proxy, this.method);
		if (found != null) {
			return found;
		}
		// Of a generic interface the proxy has the method with the erased types, to which
		// the class has a bridge.
		for (Method candidate : ReflectionUtils.getAllDeclaredMethods(this.bean.targetClass())) {
			if (candidate.isBridge() && BridgeMethodResolver.findBridgedMethod(candidate).equals(this.method)) {
				found = declaredOnInterface(proxy, candidate);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static @Nullable Method declaredOnInterface(Object proxy, Method wanted) {
		for (Class<?> type : proxy.getClass().getInterfaces()) {
			Method method = ReflectionUtils.findMethod(type, wanted.getName(), wanted.getParameterTypes());
			if (method != null && !Modifier.isStatic(wanted.getModifiers())) {
				return method;
			}
		}
		return null;
	}

}
