package io.github.discordgateway.autoconfigure;

import java.lang.reflect.AnnotatedElement;

import io.github.discordgateway.listener.GatewayListener;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Keeps beans with listeners from being lazy under
 * {@code spring.main.lazy-initialization=true}, so that what is wrong with one fails the
 * start.
 */
final class GatewayListenerLazyInitializationExcludeFilter implements LazyInitializationExcludeFilter {

	@Override
	public boolean isExcluded(String beanName, BeanDefinition beanDefinition, Class<?> beanType) {
		return AnnotationUtils.isCandidateClass(beanType, GatewayListener.class)
				&& (isAnnotated(beanType) || !MethodIntrospector.selectMethods(beanType, this::isAnnotated).isEmpty());
	}

	private boolean isAnnotated(AnnotatedElement element) {
		return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY).isPresent(GatewayListener.class);
	}

}
