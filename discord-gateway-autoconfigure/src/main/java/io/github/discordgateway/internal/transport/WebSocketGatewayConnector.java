package io.github.discordgateway.internal.transport;

import java.net.URI;

import io.github.discordgateway.internal.compression.Compression;
import io.netty.channel.EventLoop;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * Opens connections with Spring's {@link WebSocketClient}. The client has to allow
 * several sends on one session, as Reactor Netty's does; a client that works on other
 * threads than the event loop is brought back to it.
 */
public final class WebSocketGatewayConnector implements GatewayConnector {

	private final WebSocketClient client;

	private final Compression compression;

	private final int maxPayloadBytes;

	private final String userAgent;

	private final ConnectFailures failures;

	/**
	 * Makes a connector.
	 * @param client opens the WebSockets
	 * @param compression what the URLs ask for
	 * @param maxPayloadBytes the largest payload to accept, inflated
	 * @param userAgent the header {@code User-Agent} of the handshake
	 */
	public WebSocketGatewayConnector(WebSocketClient client, Compression compression, int maxPayloadBytes,
			String userAgent) {
		this(client, compression, maxPayloadBytes, userAgent, new ConnectFailures(null, null));
	}

	/**
	 * Makes a connector that explains what goes wrong.
	 * @param client opens the WebSockets
	 * @param compression what the URLs ask for
	 * @param maxPayloadBytes the largest payload to accept, inflated
	 * @param userAgent the header {@code User-Agent} of the handshake
	 * @param failures explains why a connection could not be opened
	 */
	public WebSocketGatewayConnector(WebSocketClient client, Compression compression, int maxPayloadBytes,
			String userAgent, ConnectFailures failures) {
		this.client = client;
		this.compression = compression;
		this.maxPayloadBytes = maxPayloadBytes;
		this.userAgent = userAgent;
		this.failures = failures;
	}

	/**
	 * How the server is expected to compress, and so what the URLs have to ask for.
	 * @return the compression
	 */
	public Compression compression() {
		return this.compression;
	}

	@Override
	public GatewayConnection connect(URI url, EventLoop eventLoop, ConnectionHandler handler) {
		WebSocketConnection connection = new WebSocketConnection(eventLoop, handler,
				this.compression.open(this.maxPayloadBytes), Compression.NONE.open(this.maxPayloadBytes),
				this.failures);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.USER_AGENT, this.userAgent);
		connection.open(this.client, url, headers);
		return connection;
	}

}
