package io.github.discordgateway.network;

import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The HTTP client of the tests, which opens a connection for each request. On a
 * connection that is kept, a server on Reactor Netty may leave a request unread.
 *
 * @see <a href="https://github.com/reactor/reactor-netty/issues/4361">reactor-netty
 * 4361</a>
 */
public final class NewConnections {

	private NewConnections() {
	}

	/** Returns a client without a base URL. */
	public static WebClient webClient() {
		return WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.newConnection()))
			// As large as the dump of all threads may be.
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(-1))
			.build();
	}

}
