package io.github.discordgateway.internal.shard;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.internal.transport.GatewayConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The connection that a shard has at the moment, if any, and whether it is read. Touched
 * on the shard's event loop only.
 */
final class ShardConnection {

	private int number;

	private @Nullable GatewayConnection connection;

	/** The close code that was sent last. */
	private int closeCode = CloseCode.KEEPS_SESSION;

	/** Whether it is being closed, and read to its end whoever is behind. */
	private boolean closing;

	private boolean paused;

	/** Set once the shard is about to be stopped: nothing is read any more. */
	private boolean stopped;

	int number() {
		return this.number;
	}

	int closeCode() {
		return this.closeCode;
	}

	boolean isPaused() {
		return this.paused;
	}

	/** Another connection is about to be opened. */
	void begin(int next) {
		this.number = next;
		this.connection = null;
		this.closing = false;
	}

	void opening(GatewayConnection opening) {
		this.connection = opening;
		if (this.paused) {
			opening.pauseReading(true);
		}
	}

	void pause(boolean pause) {
		this.paused = pause;
		apply();
	}

	void stopReading() {
		this.stopped = true;
		apply();
	}

	private void apply() {
		GatewayConnection current = this.connection;
		if (current != null && !this.closing) {
			current.pauseReading(this.paused || this.stopped);
		}
	}

	void close(int code) {
		this.closeCode = code;
		GatewayConnection current = this.connection;
		if (current != null) {
			this.closing = true;
			// What still comes is ignored, but the peer's close frame is behind it.
			current.pauseReading(false);
			current.close(code);
		}
	}

	void drop(int code) {
		this.closeCode = code;
		GatewayConnection current = this.connection;
		if (current != null) {
			current.drop(code);
		}
	}

	Mono<Void> send(String json) {
		GatewayConnection current = this.connection;
		return (current != null) ? current.send(json)
				: Mono.error(() -> new IllegalStateException("The connection is gone"));
	}

}
