package io.github.discordgateway.internal.transport;

import java.net.URI;

import io.netty.channel.EventLoop;

/**
 * Opens connections to the gateway.
 */
@FunctionalInterface
public interface GatewayConnector {

	/**
	 * Starts to open a connection.
	 * @param url the complete URL
	 * @param eventLoop where the handler is called
	 * @param handler told what happens, always on the event loop
	 * @return the connection, whose methods are called on the event loop only
	 */
	GatewayConnection connect(URI url, EventLoop eventLoop, ConnectionHandler handler);

}
