package io.github.discordgateway.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that neither accepts nor refuses a connection: a listening socket whose queue is
 * full.
 */
public final class BlackHole implements AutoCloseable {

	/** More than the queue of one that some systems make longer. */
	private static final int WAITING = 8;

	private final ServerSocket server;

	private final List<SocketChannel> waiting = new ArrayList<>();

	public BlackHole(InetAddress address, int port) throws IOException {
		this.server = new ServerSocket(port, 1, address);
		for (int i = 0; i < WAITING; i++) {
			SocketChannel channel = SocketChannel.open();
			channel.configureBlocking(false);
			channel.connect(new InetSocketAddress(address, port));
			this.waiting.add(channel);
		}
	}

	@Override
	public void close() throws IOException {
		for (SocketChannel channel : this.waiting) {
			channel.close();
		}
		this.server.close();
	}

}
