package io.github.discordgateway.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;

/**
 * Accepts one WebSocket, says nothing, and ends the stream without a close frame when
 * told to.
 */
final class SilentServer implements AutoCloseable {

	private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));

	private final CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(this::accept);

	SilentServer() throws IOException {
	}

	private Socket accept() {
		try {
			Socket socket = this.server.accept();
			Scanner request = new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII);
			String key = "";
			for (String line = request.nextLine(); !line.isEmpty(); line = request.nextLine()) {
				if (line.toLowerCase().startsWith("sec-websocket-key:")) {
					key = line.substring(line.indexOf(':') + 1).strip();
				}
			}
			byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream()
				.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
						+ "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return socket;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	URI url() {
		return URI.create("ws://127.0.0.1:" + this.server.getLocalPort());
	}

	void end() throws IOException {
		this.accepted.join().shutdownOutput();
	}

	@Override
	public void close() throws IOException {
		this.accepted.join().close();
		this.server.close();
	}

}
