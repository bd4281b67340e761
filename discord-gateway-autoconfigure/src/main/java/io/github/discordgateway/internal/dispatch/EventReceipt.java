package io.github.discordgateway.internal.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * Run when an event is handled, as any receipt is, and told before that when a handler
 * has failed on it.
 */
public interface EventReceipt extends Runnable {

	/**
	 * A handler has failed for good. Called on a thread of the handlers, for each of them
	 * that fails, before the event counts as handled.
	 * @param error what it failed with
	 */
	void failed(Throwable error);

	/**
	 * A handler is about to be called with the event, on this thread.
	 * @return closed when the call has returned; {@code null} for nothing
	 */
	@Nullable Scope enter();

	/**
	 * Something that surrounds a call.
	 */
	interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
