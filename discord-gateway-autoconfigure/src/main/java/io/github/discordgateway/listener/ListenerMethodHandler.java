package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Calls an annotated method of a bean.
 */
final class ListenerMethodHandler implements EventHandler {

	private final String id;

	private final ListenerMethod signature;

	private final ListenerArgument[] arguments;

	private final MethodInvoker invoker;

	private final @Nullable GatewayErrorHandler errorHandler;

	/**
	 * Makes a handler.
	 * @param id its unique name
	 * @param signature what the method takes
	 * @param invoker calls the method
	 * @param errorHandler the listener's own error handler; {@code null} for the common
	 * one
	 */
	ListenerMethodHandler(String id, ListenerMethod signature, MethodInvoker invoker,
			@Nullable GatewayErrorHandler errorHandler) {
		this.id = id;
		this.signature = signature;
		this.arguments = signature.arguments().toArray(ListenerArgument[]::new);
		this.invoker = invoker;
		this.errorHandler = errorHandler;
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
	public @Nullable GatewayErrorHandler errorHandler() {
		return this.errorHandler;
	}

	@Override
	public void handle(EventEnvelope envelope) throws Exception {
		BlockingWait.await(handleAsync(envelope));
	}

	@Override
	public @Nullable Mono<Void> handleAsync(EventEnvelope envelope) throws Exception {
		@Nullable Object[] values = new @Nullable Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].resolve(envelope);
		}
		return this.invoker.invoke(envelope, values);
	}

}
