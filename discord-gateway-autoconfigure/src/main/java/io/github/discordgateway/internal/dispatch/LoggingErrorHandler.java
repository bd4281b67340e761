package io.github.discordgateway.internal.dispatch;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.HandlerTimeoutException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs each failure once, save that of a listener that is given up, which the dispatcher
 * reports itself: the handler, the event, its number and its shard, and what was thrown;
 * never the event's body.
 */
public final class LoggingErrorHandler implements GatewayErrorHandler {

	private static final Log logger = LogFactory.getLog(LoggingErrorHandler.class);

	/**
	 * Makes the handler.
	 */
	public LoggingErrorHandler() {
	}

	@Override
	public void handleError(Throwable error, EventEnvelope envelope, EventHandler handler) {
		if (error instanceof HandlerTimeoutException) {
			// Reported with more than can be told here when it was given up.
			return;
		}
		logger.error("Listener " + handler.description() + " failed on " + envelope, error);
	}

}
