package io.github.discordgateway.listener;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;

/**
 * Waits for what a listener returned.
 */
@FunctionalInterface
interface ReturnValueAwaiter {

	/** For methods that return nothing. */
	ReturnValueAwaiter NOTHING = (value) -> {
	};

	/**
	 * Waits on this thread.
	 * @param value what was returned
	 * @throws Exception what the value ended with, or an interrupt of the waiting
	 */
	void await(@Nullable Object value) throws Exception;

	/**
	 * Finds out how to wait.
	 * @param type the return type of the listener
	 * @return the way to wait; {@code null} when values of the type cannot be awaited
	 */
	static @Nullable ReturnValueAwaiter of(Class<?> type) {
		if (type == void.class || type == Void.class) {
			return NOTHING;
		}
		if (CompletionStage.class.isAssignableFrom(type)) {
			return (value) -> awaitStage((CompletionStage<?>) value);
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type);
		if (adapter == null) {
			return null;
		}
		return (value) -> {
			// Not a Mono: that would cancel a publisher at its first value.
			Publisher<?> publisher = (value != null) ? adapter.toPublisher(value) : Flux.empty();
			awaitStage(Flux.from(publisher).then().toFuture());
		};
	}

	private static void awaitStage(@Nullable CompletionStage<?> stage) throws Exception {
		if (stage == null) {
			return;
		}
		CompletableFuture<?> future = stage.toCompletableFuture();
		try {
			future.get();
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw rethrow((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	/**
	 * Throws something as it is.
	 * @param thrown what to throw
	 * @return nothing; lets the caller write {@code throw}
	 * @throws Exception the same
	 */
	static Exception rethrow(Throwable thrown) throws Exception {
		if (thrown instanceof Error) {
			throw (Error) thrown;
		}
		if (thrown instanceof Exception) {
			throw (Exception) thrown;
		}
		throw new IllegalStateException(thrown);
	}

}
