package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.LazyEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.retry.RetryPolicy;

/**
 * Makes handlers of annotated methods. All that can be settled before the first event is
 * settled here.
 */
final class ListenerFactory {

	private final AnnotationTexts texts;

	private final List<GatewayListenerArgumentResolver> resolvers;

	private final List<GatewayListenerFilter> filters;

	private final ListenerArguments arguments;

	private final ReturnValues returnValues;

	/**
	 * Makes a factory with the resolvers and return value handlers of the application.
	 * @param beanFactory has all beans
	 * @param events reads raw events
	 */
	ListenerFactory(ConfigurableListableBeanFactory beanFactory, LazyEvent.Source events) {
		this.texts = new AnnotationTexts(beanFactory);
		this.resolvers = beanFactory.getBeanProvider(GatewayListenerArgumentResolver.class).orderedStream().toList();
		this.filters = beanFactory.getBeanProvider(GatewayListenerFilter.class).orderedStream().toList();
		this.arguments = new ListenerArguments(this.resolvers, events);
		this.returnValues = new ReturnValues(
				beanFactory.getBeanProvider(GatewayReturnValueHandler.class).orderedStream().toList());
	}

	/**
	 * Makes the handlers of one bean.
	 * @param bean the bean
	 * @param methods its listeners
	 * @param registry where they are going to be
	 * @param surroundings what stands around them
	 * @return the handlers, not yet registered
	 * @throws InvalidGatewayListenerException when a method can never work
	 */
	List<ManagedHandler> handlers(ListenerBean bean, Map<Method, List<ListenerAnnotations>> methods,
			GatewayListenerRegistry registry, InterceptorsAndAdvice surroundings) {
		ExceptionHandlers exceptionHandlers = exceptionHandlers(bean);
		List<ManagedHandler> handlers = new ArrayList<>();
		methods.forEach((method, all) -> {
			for (int i = 0; i < all.size(); i++) {
				String suffix = (i > 0) ? "-" + (i + 1) : "";
				handlers.add(handler(bean, method, all.get(i), suffix, exceptionHandlers, registry, surroundings));
			}
		});
		return handlers;
	}

	/**
	 * The methods of a bean that deal with failures.
	 * @param bean the bean
	 * @return the methods
	 * @throws InvalidGatewayListenerException when one can never work
	 */
	ExceptionHandlers exceptionHandlers(ListenerBean bean) {
		return ExceptionHandlers.of(bean, this.resolvers, this.returnValues);
	}

	private ManagedHandler handler(ListenerBean bean, Method method, ListenerAnnotations annotations, String suffix,
			ExceptionHandlers exceptionHandlers, GatewayListenerRegistry registry, InterceptorsAndAdvice surroundings) {
		Class<?> targetClass = bean.targetClass();
		String listener = ListenerMethod.describe(method, targetClass);
		String id = id(listener, bean, method, annotations.onMethod(), suffix);
		List<Predicate<EventEnvelope>> filters = new ArrayList<>();
		EventForm filteredBy = EventForm.HEADER;
		for (GatewayListenerFilter filter : this.filters) {
			Predicate<EventEnvelope> found = filter.filter(id, method, targetClass);
			if (found != null) {
				filters.add(found);
				filteredBy = filteredBy.and(filter.form());
			}
		}
		ListenerMethod signature = ListenerMethod
			.of(method, targetClass, names(listener, annotations, ListenerMethod.takesTypedEvent(method, targetClass)),
					this.arguments, condition(listener, annotations.text(GatewayListener::condition)))
			.reading(filteredBy);
		MethodInvoker invoker = new MethodInvoker(listener, bean, method,
				this.returnValues.of(listener, method, targetClass));
		GatewayErrorHandler errorHandler = this.texts.bean(listener, "errorHandler",
				annotations.text(GatewayListener::errorHandler), GatewayErrorHandler.class);
		RetryPolicy retryPolicy = this.texts.bean(listener, "retryPolicy",
				annotations.text(GatewayListener::retryPolicy), RetryPolicy.class);
		ListenerMethodHandler handler = new ListenerMethodHandler(id, signature, invoker, errorHandler);
		return registry.managed(handler,
				new ListenerOptions(order(method, targetClass),
						ordering(listener, annotations.text(GatewayListener::ordering)),
						autoStartup(listener, annotations.text(GatewayListener::autoStartup)),
						filter(listener, annotations, signature, filters), exceptionHandlers, retryPolicy),
				surroundings);
	}

	private Set<String> names(String listener, ListenerAnnotations annotations, boolean takesTypedEvent) {
		GatewayListener annotation = annotations.naming(takesTypedEvent);
		Set<String> names = new LinkedHashSet<>();
		if (annotation != null) {
			names.addAll(this.texts.list(listener, annotation.events()));
			for (Class<? extends GatewayEvent> type : annotation.types()) {
				names.addAll(ListenerMethod.namesOf(ListenerMethod.eventsOf(type)));
			}
		}
		return names;
	}

	private @Nullable ListenerCondition condition(String listener, String text) {
		String condition = this.texts.text(listener, text);
		return condition.isEmpty() ? null : ListenerCondition.parse(listener, condition, this.texts.beanFactory());
	}

	private ListenerFilter filter(String listener, ListenerAnnotations annotations, ListenerMethod signature,
			List<Predicate<EventEnvelope>> filters) {
		ListenerFilter filter = new ListenerFilter(
				ListenerFilter.shards(listener, this.texts.list(listener, annotations.texts(GatewayListener::shards))),
				ListenerFilter.guilds(listener, this.texts.list(listener, annotations.texts(GatewayListener::guilds))),
				List.copyOf(filters), signature.parts(), signature.condition());
		return filter.equals(ListenerFilter.NONE) ? ListenerFilter.NONE : filter;
	}

	private boolean autoStartup(String listener, String text) {
		String value = this.texts.text(listener, text);
		if (value.isEmpty() || value.equalsIgnoreCase("true")) {
			return true;
		}
		if (value.equalsIgnoreCase("false")) {
			return false;
		}
		throw new InvalidGatewayListenerException(listener, "has the autoStartup '" + value + "'",
				"Set it to true or false.");
	}

	private @Nullable DispatchOrdering ordering(String listener, String text) {
		String value = this.texts.text(listener, text);
		if (value.isEmpty()) {
			return null;
		}
		for (DispatchOrdering ordering : DispatchOrdering.values()) {
			if (ordering.name().equalsIgnoreCase(value)) {
				return ordering;
			}
		}
		throw new InvalidGatewayListenerException(listener, "has the ordering '" + value + "'",
				"Set it to guild, shard or none.");
	}

	private String id(String listener, ListenerBean bean, Method method, @Nullable GatewayListener onMethod,
			String suffix) {
		String given = (onMethod != null) ? this.texts.text(listener, onMethod.id()) : "";
		return !given.isEmpty() ? given
				: bean.name() + "." + ListenerMethod.signature(method, bean.targetClass()) + suffix;
	}

	private static @Nullable Integer order(Method method, Class<?> targetClass) {
		Order onMethod = AnnotatedElementUtils.findMergedAnnotation(method, Order.class);
		return (onMethod != null) ? Integer.valueOf(onMethod.value()) : OrderUtils.getOrder(targetClass);
	}

}
