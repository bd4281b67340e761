package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.discordgateway.event.LazyEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds {@link GatewayListener @GatewayListener} on beans, and registers a handler for
 * each such method when all singletons are there; for a bean that is created later, at
 * once. With the first ones come the beans of type {@link GatewayEventHandler} and
 * {@link io.github.discordgateway.listener.EventHandler EventHandler}, and what stands
 * around listeners: {@link GatewayListenerInterceptor}, {@link GatewayAdvice} and so on.
 *
 * <p>
 * A bean that is not a singleton is looked up by name for each event: through its proxy
 * when it has a scoped one, otherwise anew.
 */
public final class GatewayListenerAnnotationBeanPostProcessor
		implements BeanPostProcessor, BeanFactoryAware, SmartInitializingSingleton, Ordered {

	private static final String SCOPED_TARGET_PREFIX = ScopedProxyUtils.getTargetBeanName("");

	private final Supplier<GatewayListenerRegistry> registry;

	private final Supplier<ListenerFactory> factory;

	private final Set<Class<?>> classesWithout = ConcurrentHashMap.newKeySet();

	private final Set<String> registeredByName = ConcurrentHashMap.newKeySet();

	private final List<AnnotatedBean> found = new ArrayList<>();

	private boolean singletonsReady;

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	/**
	 * Makes a post-processor. What it needs is asked for late, so that it makes no other
	 * bean exist before its time.
	 * @param registry takes the handlers
	 * @param events makes the events of listeners that read the JSON themselves
	 */
	public GatewayListenerAnnotationBeanPostProcessor(Supplier<GatewayListenerRegistry> registry,
			Supplier<LazyEvent.Source> events) {
		this.registry = registry;
		this.factory = SingletonSupplier.of(() -> new ListenerFactory(beanFactory(), events.get()));
	}

	/** Last, when the proxies are made. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		Assert.isInstanceOf(ConfigurableListableBeanFactory.class, beanFactory);
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		Class<?> targetClass = AopUtils.getTargetClass(bean);
		if (ScopedProxyUtils.isScopedTarget(beanName) || this.classesWithout.contains(targetClass)) {
			return bean;
		}
		Map<Method, ListenerAnnotations> methods = ListenerDiscovery.find(targetClass);
		if (methods.isEmpty()) {
			this.classesWithout.add(targetClass);
			return bean;
		}
		Supplier<Object> target = () -> bean;
		if (isLookedUp(beanName)) {
			if (!this.registeredByName.add(beanName)) {
				return bean;
			}
			target = () -> beanFactory().getBean(beanName);
		}
		AnnotatedBean listeners = new AnnotatedBean(new ListenerBean(beanName, bean, target, targetClass), methods);
		synchronized (this.found) {
			if (!this.singletonsReady) {
				this.found.add(listeners);
				return bean;
			}
		}
		this.registry.get().add(handlers(listeners));
		return bean;
	}

	private boolean isLookedUp(String beanName) {
		return beanFactory().containsBean(beanName) && !beanFactory().isSingleton(beanName);
	}

	@Override
	public void afterSingletonsInstantiated() {
		createScopedProxies();
		ListenerBeanLookup beans = new ListenerBeanLookup(beanFactory());
		ListenerFactory factory = this.factory.get();
		this.registry.get().use(new InterceptorsAndAdvice(beans.interceptors(), beans.advice(factory)));
		List<ManagedHandler> handlers = new ArrayList<>(beans.handlers(this.registry.get()));
		List<AnnotatedBean> listeners;
		synchronized (this.found) {
			listeners = List.copyOf(this.found);
			this.found.clear();
			this.singletonsReady = true;
		}
		listeners.forEach((found) -> handlers.addAll(handlers(found)));
		this.registry.get().add(handlers);
	}

	/** A scoped proxy exists only once someone asks for it, which may be never. */
	private void createScopedProxies() {
		for (String name : beanFactory().getBeanDefinitionNames()) {
			if (ScopedProxyUtils.isScopedTarget(name)) {
				Class<?> type = beanFactory().getType(name, false);
				if (type != null && !ListenerDiscovery.find(type).isEmpty()) {
					beanFactory().getBean(name.substring(SCOPED_TARGET_PREFIX.length()));
				}
			}
		}
	}

	private List<ManagedHandler> handlers(AnnotatedBean listeners) {
		return this.factory.get().handlers(listeners.bean(), listeners.methods(), this.registry.get());
	}

	private ConfigurableListableBeanFactory beanFactory() {
		Assert.state(this.beanFactory != null, "No bean factory was set");
		return this.beanFactory;
	}

	/**
	 * The annotated methods of a bean, not yet checked.
	 *
	 * @param bean the bean
	 * @param methods its methods
	 */
	private record AnnotatedBean(ListenerBean bean, Map<Method, ListenerAnnotations> methods) {

	}

}
