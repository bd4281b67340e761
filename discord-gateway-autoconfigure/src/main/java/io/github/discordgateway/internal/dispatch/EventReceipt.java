package io.github.discordgateway.internal.dispatch;

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

}
