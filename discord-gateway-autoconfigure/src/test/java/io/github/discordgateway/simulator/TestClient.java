package io.github.discordgateway.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.compression.CorruptStreamException;
import io.github.discordgateway.internal.compression.PayloadStream;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway client with no rules of its own, over Reactor Netty.
 */
final class TestClient implements AutoCloseable {

	static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	static final String PLAIN = "/?v=10&encoding=json";

	static final String ZLIB = PLAIN + "&compress=zlib-stream";

	static final String ZSTD = PLAIN + "&compress=zstd-stream";

	static final int ALL_INTENTS = Intent.valueOf(List.of(Intent.values()));

	private static final long PATIENCE_SECONDS = 20;

	private final GatewaySimulator simulator;

	private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

	private final List<Integer> messageSizes = new ArrayList<>();

	private final Sinks.Many<WebSocketFrame> outgoing = Sinks.many().unicast().onBackpressureBuffer();

	private final CompletableFuture<WebSocketCloseStatus> closed = new CompletableFuture<>();

	private final CompletableFuture<Void> greeted = new CompletableFuture<>();

	private final CompletableFuture<Connection> connection = new CompletableFuture<>();

	private final Inflater inflater = new Inflater();

	private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

	private final boolean zlibStream;

	private final @Nullable PayloadStream zstdStream;

	private volatile boolean lastWasBinary;

	private TestClient(GatewaySimulator simulator, String target) {
		this.simulator = simulator;
		this.zlibStream = target.contains("zlib-stream");
		this.zstdStream = target.contains("zstd-stream") ? Compression.ZSTD_STREAM.open(10_000_000) : null;
	}

	static TestClient connect(GatewaySimulator simulator) {
		return connect(simulator, PLAIN);
	}

	static TestClient connect(GatewaySimulator simulator, String target) {
		TestClient client = new TestClient(simulator, target);
		HttpClient.create()
			.headers((headers) -> headers.set("X-Test", "yes"))
			.websocket(WebsocketClientSpec.builder().maxFramePayloadLength(10_000_000).build())
			.uri(simulator.url() + target)
			.handle((in, out) -> {
				in.withConnection(client.connection::complete);
				in.receiveCloseStatus().subscribe(client.closed::complete, client.closed::completeExceptionally);
				Mono<Void> reading = in.aggregateFrames(10_000_000).receiveFrames().doOnNext(client::receive).then();
				return out.sendObject(client.outgoing.asFlux(), (frame) -> true).then().and(reading);
			})
			.subscribe((ignored) -> {
			}, (error) -> {
				client.connection.completeExceptionally(error);
				client.closed.completeExceptionally(error);
			}, () -> client.closed.complete(WebSocketCloseStatus.EMPTY));
		client.connection.join();
		return client;
	}

	private void receive(WebSocketFrame frame) {
		byte[] bytes = ByteBufUtil.getBytes(frame.content());
		this.lastWasBinary = frame instanceof BinaryWebSocketFrame;
		this.messageSizes.add(bytes.length);
		if (!this.lastWasBinary) {
			receive(MAPPER.readTree(bytes));
			return;
		}
		if (this.zstdStream != null) {
			receive(inflate(this.zstdStream, bytes));
		}
		else if (this.zlibStream) {
			this.pending.writeBytes(bytes);
			byte[] all = this.pending.toByteArray();
			int end = all.length;
			if (end >= 4 && all[end - 4] == 0 && all[end - 3] == 0 && all[end - 2] == -1 && all[end - 1] == -1) {
				this.pending.reset();
				receive(MAPPER.readTree(inflate(this.inflater, all)));
			}
		}
		else {
			Inflater once = new Inflater();
			receive(MAPPER.readTree(inflate(once, bytes)));
			once.end();
		}
	}

	private void receive(JsonNode payload) {
		this.received.add(payload);
		if (payload.path("op").asInt() == Opcode.HELLO.code()) {
			this.greeted.complete(null);
		}
	}

	private static JsonNode inflate(PayloadStream stream, byte[] compressed) {
		try {
			stream.feed(ByteBuffer.wrap(compressed));
			return MAPPER.readTree(stream.buffer(), 0, stream.length());
		}
		catch (CorruptStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] inflate(Inflater inflater, byte[] compressed) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			byte[] chunk = new byte[4096];
			inflater.setInput(compressed);
			int count;
			while ((count = inflater.inflate(chunk)) > 0) {
				out.write(chunk, 0, count);
			}
			return out.toByteArray();
		}
		catch (DataFormatException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The next frame of any kind. */
	JsonNode next() {
		try {
			JsonNode frame = this.received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
			if (frame == null) {
				throw new AssertionError("No frame came");
			}
			return frame;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The next frame with an opcode; those before it are dropped. */
	JsonNode next(int opcode) {
		JsonNode frame;
		do {
			frame = next();
		}
		while (frame.path("op").asInt() != opcode);
		return frame;
	}

	/** The next event with a name; frames before it are dropped. */
	JsonNode nextEvent(String name) {
		JsonNode frame;
		do {
			frame = next();
		}
		while (!name.equals(frame.path("t").asString("")));
		return frame;
	}

	boolean hasNothingMore() {
		return this.received.isEmpty();
	}

	List<Integer> messageSizes() {
		return this.messageSizes;
	}

	boolean lastWasBinary() {
		return this.lastWasBinary;
	}

	TestClient send(String text) {
		return send(new TextWebSocketFrame(text));
	}

	TestClient send(WebSocketFrame frame) {
		this.outgoing.emitNext(frame, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
		return this;
	}

	TestClient sendBinary(String text) {
		return send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8))));
	}

	TestClient identify() {
		return identify(0, 1, ALL_INTENTS);
	}

	/** Not before HELLO, as a real client. */
	TestClient identify(int shard, int total, int intents) {
		awaitHello();
		return send(identifyJson(this.simulator.token(), shard, total, intents));
	}

	private void awaitHello() {
		this.greeted.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	static String identifyJson(String token, int shard, int total, int intents) {
		return """
				{"op":2,"d":{"token":"%s","intents":%d,"shard":[%d,%d],"large_threshold":250,
				"properties":{"os":"linux","browser":"test","device":"test"}}}""".formatted(token, intents, shard,
				total);
	}

	/** Not before HELLO, as a real client. */
	TestClient resume(String sessionId, long sequence) {
		awaitHello();
		return send("{\"op\":6,\"d\":{\"token\":\"%s\",\"session_id\":\"%s\",\"seq\":%d}}"
			.formatted(this.simulator.token(), sessionId, sequence));
	}

	/** Identifies and waits for the end of the burst. */
	JsonNode awaitReady() {
		identify();
		JsonNode ready = nextEvent("READY");
		ready.path("d").path("guilds").forEach((guild) -> nextEvent("GUILD_CREATE"));
		return ready;
	}

	void close(int code) {
		send(new CloseWebSocketFrame(code, ""));
	}

	/** The code with which the server closed. */
	int closeCode() {
		return closeStatus().code();
	}

	/** How the server closed. */
	WebSocketCloseStatus closeStatus() {
		return this.closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	/** Waits for the end of the TCP connection. */
	void awaitDisconnect() {
		this.connection.join().onDispose().block(Duration.ofSeconds(PATIENCE_SECONDS));
	}

	@Override
	public void close() {
		this.outgoing.tryEmitComplete();
		this.connection.join().channel().close().awaitUninterruptibly();
		this.inflater.end();
		if (this.zstdStream != null) {
			this.zstdStream.close();
		}
	}

}
