package io.github.discordgateway.autoconfigure;

import java.lang.reflect.Method;

import io.github.discordgateway.listener.GatewayListener;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Keeps beans with listeners from being lazy under
 * {@code spring.main.lazy-initialization=true}: nobody would ever ask for them.
 */
final class GatewayListenerLazyInitializationExcludeFilter implements LazyInitializationExcludeFilter {

	@Override
	public boolean isExcluded(String beanName, BeanDefinition beanDefinition, Class<?> beanType) {
		return AnnotationUtils.isCandidateClass(beanType, GatewayListener.class)
				&& (AnnotatedElementUtils.hasAnnotation(beanType, GatewayListener.class)
						|| !MethodIntrospector.selectMethods(beanType, this::isListener).isEmpty());
	}

	private boolean isListener(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, GatewayListener.class);
	}

}
