package io.github.discordgateway.listener;

import java.util.concurrent.CancellationException;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Stands around each call of each listener. Beans of this type are called in their order,
 * the first one outermost, for events that the listener wants (its condition, guilds and
 * shards are met). Inside of them are repeated calls and
 * {@link GatewayExceptionHandler @GatewayExceptionHandler} methods, outside of them the
 * error handler.
 *
 * <p>
 * A handler may go on after its method has returned, on other threads. {@link #around}
 * sees both ends: what it does before it returns belongs to the call on this thread, and
 * what it adds to the returned {@code Mono} to the end of the event. It is the one to
 * override for thread locals: <pre>{@code
 * MDC.put("shard", envelope.shard().toString());
 * try {
 *     return call.proceed();
 * }
 * finally {
 *     MDC.remove("shard");
 * }
 * }</pre> When {@code io.micrometer:context-propagation} is on the class path, thread
 * locals that it knows and that are set when the method is called are there as well when
 * the returned publisher is subscribed to, in its Reactor context, in repeated calls and
 * in exception handlers.
 */
public interface GatewayListenerInterceptor {

	/**
	 * Called on the thread of the handler, before it.
	 * @param envelope the event
	 * @param handler who is going to get it
	 * @throws Exception keeps the event from the handler; counts as a failure of it
	 */
	default void before(EventEnvelope envelope, EventHandler handler) throws Exception {
	}

	/**
	 * Called once when the handler is through with an event for which {@link #before} has
	 * returned; on the thread on which it ended, which need not be the one where it
	 * began.
	 * @param envelope the event
	 * @param handler who got it
	 * @param error what the handler failed with; {@code null} when it succeeded, or when
	 * an exception handler has dealt with the failure
	 */
	default void after(EventEnvelope envelope, EventHandler handler, @Nullable Throwable error) {
	}

	/**
	 * Calls the rest. Unless overridden, with {@link #before} and {@link #after} around
	 * it.
	 * @param envelope the event
	 * @param handler who is going to get it
	 * @param call the rest: the next interceptor, in the end the handler. Without it, the
	 * handler does not get the event
	 * @return subscribed once, completes or fails when the event is handled; {@code null}
	 * when it is handled already
	 * @throws Exception what the rest threw, or what the interceptor throws itself
	 */
	default @Nullable Mono<Void> around(EventEnvelope envelope, EventHandler handler, Call call) throws Exception {
		before(envelope, handler);
		Mono<Void> rest;
		try {
			rest = call.proceed();
		}
		catch (Throwable ex) {
			try {
				after(envelope, handler, ex);
			}
			catch (RuntimeException failure) {
				ex.addSuppressed(failure);
			}
			throw ex;
		}
		if (rest == null) {
			after(envelope, handler, null);
			return null;
		}
		return rest.doOnError((error) -> after(envelope, handler, error))
			.doOnSuccess((nothing) -> after(envelope, handler, null))
			.doOnCancel(() -> after(envelope, handler, new CancellationException("The listener was cancelled")));
	}

	/**
	 * The rest of the way to a handler.
	 */
	@FunctionalInterface
	interface Call {

		/**
		 * Goes on to the next interceptor or the handler.
		 * @return completes or fails when the event is handled; {@code null} when it is
		 * handled already
		 * @throws Exception what the handler throws
		 */
		@Nullable Mono<Void> proceed() throws Exception;

	}

}
