package io.github.discordgateway.listener;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.discordgateway.event.GatewayEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/**
 * The beans that are listeners by their type, or stand around listeners. They are asked
 * for when all singletons are there, so that they may need whatever they like, the
 * gateway included.
 */
final class ListenerBeanLookup {

	private final ConfigurableListableBeanFactory beanFactory;

	ListenerBeanLookup(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * The listeners.
	 * @param registry where they are going to be
	 * @param surroundings what stands around them
	 * @return the listeners, in their order, not yet registered
	 * @throws InvalidGatewayListenerException when one does not say what it handles
	 */
	List<ManagedHandler> handlers(GatewayListenerRegistry registry, InterceptorsAndAdvice surroundings) {
		Set<String> names = new TreeSet<>(List.of(this.beanFactory.getBeanNamesForType(EventHandler.class)));
		names.addAll(List.of(this.beanFactory.getBeanNamesForType(GatewayEventHandler.class)));
		List<ManagedHandler> handlers = new ArrayList<>();
		for (String name : names) {
			if (!ScopedProxyUtils.isScopedTarget(name)) {
				Object bean = this.beanFactory.getBean(name);
				handlers.add(registry.managed(handler(name, bean), ListenerOptions.ordered(order(name, bean)),
						surroundings));
			}
		}
		handlers.sort(Comparator.comparingInt(ManagedHandler::getOrder));
		return handlers;
	}

	private EventHandler handler(String name, Object bean) {
		return (bean instanceof EventHandler handler) ? handler : function(name, (GatewayEventHandler<?>) bean);
	}

	@SuppressWarnings("unchecked")
	private EventHandler function(String name, GatewayEventHandler<?> bean) {
		Class<?> type = eventClass(name, bean);
		if (type == null) {
			throw new InvalidGatewayListenerException(name,
					"is a bean of type GatewayEventHandler that does not say which event it handles",
					"Give its type an argument where it is declared: GatewayEventHandler<MessageCreate>.");
		}
		return FunctionHandler.blocking(name, (Class<GatewayEvent>) type.asSubclass(GatewayEvent.class),
				(GatewayEventHandler<GatewayEvent>) bean);
	}

	/** The class tells it, or, for a lambda, the method that defines the bean. */
	private @Nullable Class<?> eventClass(String name, Object bean) {
		Class<?> type = argument(ResolvableType.forClass(AopUtils.getTargetClass(bean)));
		if (type == null && this.beanFactory.containsBeanDefinition(name)) {
			BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
			type = (definition instanceof RootBeanDefinition root) ? argument(root.getResolvableType()) : null;
		}
		return type;
	}

	private static @Nullable Class<?> argument(ResolvableType type) {
		ResolvableType handler = type.as(GatewayEventHandler.class);
		return handler.hasUnresolvableGenerics() ? null : handler.getGeneric().resolve();
	}

	/**
	 * What stands around the listeners of this bean factory.
	 * @param factory reads the methods of advice
	 * @return the interceptors and the advice
	 * @throws InvalidGatewayListenerException when an advice can never work
	 */
	InterceptorsAndAdvice surroundings(ListenerFactory factory) {
		return new InterceptorsAndAdvice(interceptors(), advice(factory));
	}

	/**
	 * The methods of all advice.
	 * @param factory reads them
	 * @return the methods of each advice, in their order; those of a parent come last
	 * @throws InvalidGatewayListenerException when one can never work
	 */
	private List<ExceptionHandlers> advice(ListenerFactory factory) {
		List<ExceptionHandlers> advice = new ArrayList<>(ownAdvice(factory));
		if (this.beanFactory.getParentBeanFactory() instanceof ConfigurableListableBeanFactory parent) {
			advice.addAll(new ListenerBeanLookup(parent).advice(factory));
		}
		return advice;
	}

	private List<ExceptionHandlers> ownAdvice(ListenerFactory factory) {
		record Advice(@Nullable Integer order, ExceptionHandlers methods) {
		}
		List<Advice> found = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForAnnotation(GatewayAdvice.class)) {
			if (!ScopedProxyUtils.isScopedTarget(name)) {
				Object bean = this.beanFactory.getBean(name);
				boolean singleton = this.beanFactory.isSingleton(name);
				ListenerBean described = new ListenerBean(name, bean,
						singleton ? () -> bean : () -> this.beanFactory.getBean(name), AopUtils.getTargetClass(bean));
				found.add(new Advice(order(name, bean), factory.exceptionHandlers(described)));
			}
		}
		return found.stream()
			.sorted(Comparator.comparing(Advice::order, Comparator.nullsLast(Comparator.naturalOrder())))
			.map(Advice::methods)
			.toList();
	}

	/**
	 * The interceptors.
	 * @return the interceptors in their order
	 */
	private List<GatewayListenerInterceptor> interceptors() {
		return this.beanFactory.getBeanProvider(GatewayListenerInterceptor.class).orderedStream().toList();
	}

	/** That of the bean, of its class, or of the method that defines it, if any. */
	private @Nullable Integer order(String name, Object bean) {
		if (bean instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		Order order = this.beanFactory.findAnnotationOnBean(name, Order.class);
		if (order != null) {
			return order.value();
		}
		return (bean instanceof EventHandler handler) ? handler.order() : null;
	}

}
