package io.github.discordgateway.internal.transport;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Answers each handshake with a status and, if it has one, a {@code Retry-After}.
 */
final class RefusingServer implements AutoCloseable {

	private final DisposableServer server;

	RefusingServer(int status, @Nullable String retryAfter) {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			if (retryAfter != null) {
				response.header("Retry-After", retryAfter);
			}
			return response.status(status).keepAlive(false).sendString(Mono.just("error code: 1015"));
		}).bindNow();
	}

	URI url() {
		return URI.create("ws://127.0.0.1:" + this.server.port());
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
