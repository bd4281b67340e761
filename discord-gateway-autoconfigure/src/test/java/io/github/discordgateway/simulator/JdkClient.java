package io.github.discordgateway.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * A second, independent client: the JDK's WebSocket.
 */
final class JdkClient implements AutoCloseable, WebSocket.Listener {

	private final List<String> texts = new CopyOnWriteArrayList<>();

	private final List<byte[]> binaries = new CopyOnWriteArrayList<>();

	private final StringBuilder partial = new StringBuilder();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	private final CompletableFuture<Throwable> failed = new CompletableFuture<>();

	private volatile int parts;

	private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

	static JdkClient connect(GatewaySimulator simulator, String target) {
		JdkClient client = new JdkClient();
		client.socket.complete(HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create(simulator.url() + target), client)
			.join());
		return client;
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.parts++;
		this.partial.append(data);
		if (last) {
			this.texts.add(this.partial.toString());
			this.partial.setLength(0);
		}
		webSocket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
		byte[] bytes = new byte[data.remaining()];
		data.get(bytes);
		this.binaries.add(bytes);
		webSocket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		this.closed.complete(statusCode);
		return null;
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		this.failed.complete(error);
	}

	void send(String text) {
		this.socket.join().sendText(text, true).join();
	}

	void sendClose(int code) {
		this.socket.join().sendClose(code, "").join();
	}

	List<String> texts() {
		return this.texts;
	}

	List<byte[]> binaries() {
		return this.binaries;
	}

	int parts() {
		return this.parts;
	}

	CompletableFuture<Integer> closed() {
		return this.closed;
	}

	CompletableFuture<Throwable> failed() {
		return this.failed;
	}

	@Override
	public void close() {
		this.socket.join().abort();
	}

}
