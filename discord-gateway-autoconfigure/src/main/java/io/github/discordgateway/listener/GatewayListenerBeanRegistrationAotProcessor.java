package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Keeps the listeners of a bean callable in a native image. Methods that bear
 * {@link GatewayListener @GatewayListener} are so by
 * {@link org.springframework.aot.hint.annotation.Reflective @Reflective}; this adds the
 * methods of annotated classes, and those of interfaces through which a proxy is called.
 */
final class GatewayListenerBeanRegistrationAotProcessor implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		Class<?> beanClass = registeredBean.getBeanClass();
		Set<Method> listeners = ListenerDiscovery.find(beanClass).keySet();
		if (listeners.isEmpty()) {
			return null;
		}
		Set<Method> methods = new LinkedHashSet<>(listeners);
		for (Class<?> type : ClassUtils.getAllInterfacesForClass(beanClass)) {
			listeners.forEach((listener) -> ReflectionUtils.doWithMethods(type, methods::add,
					(method) -> isMaybeDeclarationOf(listener, method)));
		}
		return (context, code) -> methods
			.forEach((method) -> context.getRuntimeHints().reflection().registerMethod(method, ExecutableMode.INVOKE));
	}

	/** Types of parameters are not compared, since an interface may be generic. */
	private static boolean isMaybeDeclarationOf(Method listener, Method method) {
		return method.getName().equals(listener.getName())
				&& method.getParameterCount() == listener.getParameterCount();
	}

}
