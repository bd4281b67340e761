package io.github.discordgateway.internal.transport;

import java.net.URI;
import java.util.function.BooleanSupplier;

import io.netty.channel.EventLoop;
import reactor.core.publisher.Mono;

/**
 * Begins connections only as long as that is allowed. Else the shard takes it for a
 * connection that failed, and tries again later.
 */
public final class GuardedConnector implements GatewayConnector {

	private static final GatewayConnection NONE = new GatewayConnection() {

		@Override
		public Mono<Void> send(String text) {
			return Mono.error(() -> new IllegalStateException("No connection was begun"));
		}

		@Override
		public void close(int code) {
			// There is nothing to close.
		}

		@Override
		public void drop(int code) {
			// There is nothing to drop.
		}

		@Override
		public void pauseReading(boolean paused) {
			// There is nothing to read.
		}

	};

	private final GatewayConnector connector;

	private final BooleanSupplier allowed;

	private final String reason;

	/**
	 * Makes a connector.
	 * @param connector opens the connections
	 * @param allowed asked before each of them
	 * @param reason why one is not allowed, as a clause
	 */
	public GuardedConnector(GatewayConnector connector, BooleanSupplier allowed, String reason) {
		this.connector = connector;
		this.allowed = allowed;
		this.reason = reason;
	}

	@Override
	public GatewayConnection connect(URI url, EventLoop eventLoop, ConnectionHandler handler) {
		if (this.allowed.getAsBoolean()) {
			return this.connector.connect(url, eventLoop, handler);
		}
		eventLoop.execute(() -> handler.failed(new IllegalStateException("is not begun: " + this.reason)));
		return NONE;
	}

}
