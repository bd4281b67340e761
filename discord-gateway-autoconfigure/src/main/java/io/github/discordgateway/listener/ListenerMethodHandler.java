package io.github.discordgateway.listener;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import io.github.discordgateway.dispatch.EventHandler;
import io.github.discordgateway.dispatch.EventInterest;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.LazyEvents;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;

/**
 * Calls an annotated method of a bean.
 */
final class ListenerMethodHandler implements EventHandler, Ordered {

	private final String id;

	private final ListenerMethod signature;

	private final ListenerArgument[] arguments;

	private final Supplier<Object> bean;

	private final Method invocable;

	private final LazyEvents events;

	private final int order;

	/**
	 * Makes a handler.
	 * @param id its unique name
	 * @param signature what the method takes and returns
	 * @param bean the bean, asked for each event
	 * @param method the method as it is written
	 * @param invocable the method as it is called, which differs when the bean is a proxy
	 * @param events reads raw events
	 */
	ListenerMethodHandler(String id, ListenerMethod signature, Supplier<Object> bean, Method method, Method invocable,
			LazyEvents events) {
		this.id = id;
		this.signature = signature;
		this.arguments = signature.arguments().toArray(ListenerArgument[]::new);
		this.bean = bean;
		this.invocable = invocable;
		this.events = events;
		Integer annotated = OrderUtils.getOrder(method);
		this.order = (annotated != null) ? annotated : Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public String description() {
		return this.signature.description();
	}

	@Override
	public EventInterest interest() {
		return this.signature.interest();
	}

	@Override
	public int getOrder() {
		return this.order;
	}

	@Override
	public void handle(EventEnvelope envelope) throws Exception {
		@Nullable Object[] values = new @Nullable Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].resolve(envelope, this.events);
		}
		Object returned;
		try {
			returned = this.invocable.invoke(this.bean.get(), values);
		}
		catch (InvocationTargetException ex) {
			throw ReturnValueAwaiter.rethrow(ex.getTargetException());
		}
		this.signature.awaiter().await(returned);
	}

	@Override
	public String toString() {
		return this.id + " (" + description() + ")";
	}

}
