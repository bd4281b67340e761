package io.github.discordgateway.listener;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Waits for the end of what a handler has begun, for those who call it as one that
 * blocks.
 */
final class BlockingWait {

	private BlockingWait() {
	}

	/**
	 * Waits on this thread.
	 * @param rest what to wait for; {@code null} for nothing
	 * @throws Exception what it ended with, as it is, or an interrupt of the waiting,
	 * which cancels it
	 */
	static void await(@Nullable Mono<Void> rest) throws Exception {
		if (rest == null) {
			return;
		}
		CompletableFuture<Void> future = rest.toFuture();
		try {
			future.get();
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw MethodInvoker.rethrow((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

}
