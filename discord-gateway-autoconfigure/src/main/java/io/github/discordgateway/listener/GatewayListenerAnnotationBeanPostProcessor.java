package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.discordgateway.event.LazyEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds {@link GatewayListener @GatewayListener} on beans, and registers a handler for
 * each when all singletons are there. A bean whose type does not tell is registered as
 * soon as it is created. With the first ones come the beans of type
 * {@link GatewayEventHandler} and {@link io.github.discordgateway.listener.EventHandler
 * EventHandler}, and what stands around the listeners of this application context:
 * {@link GatewayListenerInterceptor}, {@link GatewayAdvice} and so on.
 *
 * <p>
 * A bean that does not exist yet, since it is lazy, is made for its first event. One that
 * is not a singleton is looked up by name for each event: through its proxy when it has a
 * scoped one, otherwise anew. The listeners of a context whose registry belongs to a
 * parent leave it when the context is closed.
 */
public final class GatewayListenerAnnotationBeanPostProcessor implements BeanPostProcessor, BeanFactoryAware,
		SmartInitializingSingleton, ApplicationListener<ContextClosedEvent>, DisposableBean, Ordered {

	private static final Log logger = LogFactory.getLog(GatewayListenerAnnotationBeanPostProcessor.class);

	private final Supplier<GatewayListenerRegistry> registry;

	private final Supplier<ListenerFactory> factory;

	private final Supplier<InterceptorsAndAdvice> surroundings;

	private final Set<Class<?>> classesWithout = ConcurrentHashMap.newKeySet();

	private final Set<String> beans = ConcurrentHashMap.newKeySet();

	private final List<AnnotatedBean> found = new ArrayList<>();

	private final List<ManagedHandler> registered = new ArrayList<>();

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
		this.surroundings = SingletonSupplier
			.of(() -> new ListenerBeanLookup(beanFactory()).surroundings(this.factory.get()));
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
		if (ScopedProxyUtils.isScopedTarget(beanName)) {
			return bean;
		}
		Map<Method, List<ListenerAnnotations>> methods = find(targetClass);
		String name = (bean instanceof FactoryBean) ? BeanFactory.FACTORY_BEAN_PREFIX + beanName : beanName;
		// What no factory has is an object that is only passed through post-processors.
		boolean named = beanFactory().containsBean(name);
		if (methods.isEmpty() || (named && !this.beans.add(name))) {
			return bean;
		}
		Supplier<Object> target = (named && !beanFactory().isSingleton(name)) ? () -> beanFactory().getBean(name)
				: () -> bean;
		AnnotatedBean listeners = new AnnotatedBean(new ListenerBean(beanName, bean, target, targetClass), methods);
		synchronized (this.found) {
			if (!this.singletonsReady) {
				this.found.add(listeners);
				return bean;
			}
		}
		register(handlers(listeners));
		return bean;
	}

	private Map<Method, List<ListenerAnnotations>> find(Class<?> targetClass) {
		if (this.classesWithout.contains(targetClass)) {
			return Map.of();
		}
		Map<Method, List<ListenerAnnotations>> methods = ListenerDiscovery.find(targetClass);
		if (methods.isEmpty()) {
			this.classesWithout.add(targetClass);
		}
		return methods;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<AnnotatedBean> unseen = unseen();
		ListenerBeanLookup beans = new ListenerBeanLookup(beanFactory());
		if (hasRegistry()) {
			this.registry.get().use(this.surroundings.get());
		}
		List<ManagedHandler> handlers = new ArrayList<>(beans.handlers(this.registry.get(), this.surroundings.get()));
		List<AnnotatedBean> listeners;
		synchronized (this.found) {
			this.found.addAll(unseen);
			listeners = List.copyOf(this.found);
			this.found.clear();
			this.singletonsReady = true;
		}
		listeners.forEach((found) -> handlers.addAll(handlers(found)));
		register(handlers);
	}

	/**
	 * Beans that were not passed through this post-processor: lazy ones and prototypes,
	 * those that were made before it, singletons that were registered as objects, and
	 * scoped proxies, which are nobody's concern when their definition is synthetic.
	 */
	private List<AnnotatedBean> unseen() {
		List<AnnotatedBean> unseen = new ArrayList<>();
		for (String name : beanFactory().getBeanNamesForType(Object.class)) {
			Class<?> type = ScopedProxyUtils.isScopedTarget(name) ? null : targetClass(name);
			Map<Method, List<ListenerAnnotations>> methods = (type != null) ? find(type) : Map.of();
			if (type != null && !methods.isEmpty() && this.beans.add(name)) {
				Object bean = beanFactory().containsSingleton(name) ? beanFactory().getBean(name) : null;
				unseen.add(new AnnotatedBean(new ListenerBean(name, bean, () -> beanFactory().getBean(name), type),
						methods));
			}
		}
		return unseen;
	}

	private @Nullable Class<?> targetClass(String beanName) {
		try {
			Class<?> type = AutoProxyUtils.determineTargetClass(beanFactory(), beanName);
			if (type == null || !ScopedObject.class.isAssignableFrom(type)) {
				return type;
			}
			String target = ScopedProxyUtils.getTargetBeanName(beanName);
			return beanFactory().containsBean(target) ? AutoProxyUtils.determineTargetClass(beanFactory(), target)
					: type;
		}
		catch (BeansException | LinkageError ex) {
			logger.debug("The class of the bean '" + beanName + "' cannot be told, nor whether it has listeners", ex);
			return null;
		}
	}

	/** Whether the registry belongs to this context, not to a parent. */
	private boolean hasRegistry() {
		return beanFactory().getBeanNamesForType(GatewayListenerRegistry.class, true, false).length > 0;
	}

	private List<ManagedHandler> handlers(AnnotatedBean listeners) {
		return this.factory.get()
			.handlers(listeners.bean(), listeners.methods(), this.registry.get(), this.surroundings.get());
	}

	private void register(List<ManagedHandler> handlers) {
		this.registry.get().add(handlers);
		if (!hasRegistry()) {
			synchronized (this.registered) {
				this.registered.addAll(handlers);
			}
		}
	}

	/**
	 * Takes the listeners out of the registry of a parent, which goes on without them.
	 */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		ApplicationContext closed = event.getApplicationContext();
		if (closed.getAutowireCapableBeanFactory() == this.beanFactory) {
			destroy();
		}
	}

	/** The same for a context whose start failed, which nobody closes. */
	@Override
	public void destroy() {
		synchronized (this.registered) {
			this.registered.forEach(ManagedHandler::dispose);
			this.registered.clear();
		}
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
	private record AnnotatedBean(ListenerBean bean, Map<Method, List<ListenerAnnotations>> methods) {

	}

}
