package io.github.discordgateway.internal.transport;

import reactor.core.publisher.Mono;

/**
 * One connection. Its methods are called on its event loop only.
 */
public interface GatewayConnection {

	/**
	 * Sends a text frame.
	 * @param text the JSON
	 * @return completes when the frame was written; fails when the connection is gone
	 */
	Mono<Void> send(String text);

	/**
	 * Sends a close frame; the handler is told when the connection has ended.
	 * @param code the close code
	 */
	void close(int code);

	/**
	 * Gives the connection up at once: a close frame is tried, nothing is waited for, and
	 * the handler is not called any more.
	 * @param code the close code
	 */
	void drop(int code);

	/**
	 * Stops or goes on reading. What was already on its way is still delivered.
	 * @param paused whether to stop
	 */
	void pauseReading(boolean paused);

}
