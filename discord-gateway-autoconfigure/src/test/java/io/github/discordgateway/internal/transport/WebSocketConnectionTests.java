package io.github.discordgateway.internal.transport;

import io.github.discordgateway.simulator.ScriptedAnswer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.compression.CorruptStreamException;
import io.github.discordgateway.internal.compression.PayloadStream;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever ends a {@link WebSocketConnection}, and whenever, its streams are closed: they
 * hold memory that no garbage collector frees.
 */
@DisplayName("C44 the decompressors are closed with their connection")
class WebSocketConnectionTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final GatewaySimulator simulator = GatewaySimulator.builder().build();

	private final GatewayHttpResources http = new GatewayHttpResources(Duration.ofSeconds(10));

	private final EventLoop eventLoop = this.http.nextEventLoop();

	private final ReactorNettyWebSocketClient client = new ReactorNettyWebSocketClient(this.http.httpClient());

	private final ObservedStream binary = new ObservedStream(Compression.ZSTD_STREAM.open(100_000));

	private final ObservedStream text = new ObservedStream(Compression.NONE.open(100_000));

	private final FailingHandler handler = new FailingHandler();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
		this.http.close();
		assertThat(this.binary.afterClose).as("messages fed to a closed stream").hasValue(0);
	}

	private WebSocketConnection connect(URI url) {
		WebSocketConnection connection = new WebSocketConnection(this.eventLoop, this.handler, this.binary, this.text,
				new ConnectFailures(null, null));
		runOnLoop(() -> connection.open(this.client, url, new HttpHeaders()));
		return connection;
	}

	private WebSocketConnection connect() {
		return connect(new GatewayUrl(this.simulator.url(), Compression.ZSTD_STREAM).main());
	}

	/** Connects and waits for HELLO. */
	private WebSocketConnection connectOpen() {
		WebSocketConnection connection = connect();
		await().atMost(PATIENCE).until(() -> this.handler.received.get() > 0);
		assertThat(this.binary.closed).hasValue(0);
		return connection;
	}

	private void runOnLoop(Runnable task) {
		this.eventLoop.submit(task).syncUninterruptibly();
	}

	private SimulatedConnection server() {
		return this.simulator.connections().get(0);
	}

	private void awaitStreamsClosed() {
		await().atMost(PATIENCE).until(() -> this.binary.closed.get() > 0 && this.text.closed.get() > 0);
	}

	@Test
	void connectionRefused() {
		URI url = this.simulator.url();
		this.simulator.close();
		connect(url);
		awaitStreamsClosed();
	}

	@Test
	void handshakeRefused() {
		this.simulator.nextHandshakes(1, ScriptedAnswer.status(503));
		connect();
		awaitStreamsClosed();
	}

	@Test
	void droppedDuringTheHandshake() {
		this.simulator.nextHandshakes(1, ScriptedAnswer.hang());
		WebSocketConnection connection = connect();
		runOnLoop(() -> connection.drop(4000));
		awaitStreamsClosed();
	}

	@Test
	void closedDuringTheHandshake() {
		this.simulator.nextHandshakes(1, ScriptedAnswer.hang());
		WebSocketConnection connection = connect();
		runOnLoop(() -> connection.close(4000));
		awaitStreamsClosed();
	}

	@ParameterizedTest
	@MethodSource
	@DisplayName("C58 whatever is thrown when it opens ends the connection with a code that keeps the session, and is told")
	void handlerFailsWhenOpened(Throwable failure) {
		this.handler.failureWhenOpened = failure;
		connect();
		awaitStreamsClosed();
		awaitEndWith(failure);
	}

	static List<Throwable> handlerFailsWhenOpened() {
		return handlerFailsOnAPayload();
	}

	@ParameterizedTest
	@MethodSource
	@DisplayName("C58 whatever is thrown while a payload is read ends the connection with a code that keeps the session, and is told")
	void handlerFailsOnAPayload(Throwable failure) {
		this.handler.failureOnPayload = failure;
		connect();
		awaitStreamsClosed();
		awaitEndWith(failure);
	}

	static List<Throwable> handlerFailsOnAPayload() {
		return List.of(new IllegalStateException("on purpose"), new OutOfMemoryError("on purpose"),
				new StackOverflowError("on purpose"), new NoClassDefFoundError("on purpose"),
				new AssertionError("on purpose"));
	}

	private void awaitEndWith(Throwable failure) {
		await().atMost(PATIENCE).until(() -> this.handler.failed.get() != null);
		assertThat(this.handler.failed).hasValue(failure);
		await().atMost(PATIENCE).until(() -> !this.simulator.connections().isEmpty() && !server().isOpen());
		assertThat(server().closeCode()).isEqualTo(4000);
	}

	@Test
	void closedByTheServer() {
		connectOpen();
		server().close(4000, "");
		awaitStreamsClosed();
	}

	@Test
	void droppedByTheServer() {
		connectOpen();
		server().drop();
		awaitStreamsClosed();
	}

	@Test
	void closedByUs() {
		WebSocketConnection connection = connectOpen();
		runOnLoop(() -> connection.close(4000));
		awaitStreamsClosed();
	}

	@Test
	void droppedByUs() {
		WebSocketConnection connection = connectOpen();
		runOnLoop(() -> connection.drop(4000));
		awaitStreamsClosed();
	}

	@Test
	void droppedFromWithinAPayload() {
		WebSocketConnection connection = connectOpen();
		this.handler.onPayload = () -> connection.drop(4000);
		for (int i = 0; i < 50; i++) {
			server().sendFrame("{\"op\":11}");
		}
		awaitStreamsClosed();
	}

	@Test
	void corruptAndThenDropped() {
		WebSocketConnection connection = connectOpen();
		server().sendBytes(new byte[] { -1, -1, -1, -1 });
		await().atMost(PATIENCE).until(() -> this.handler.corrupted.get() > 0);
		assertThat(this.binary.closed).hasValue(0);
		runOnLoop(() -> connection.drop(4000));
		awaitStreamsClosed();
	}

	@Test
	void readingIsPausedWhenTheServerDrops() {
		WebSocketConnection connection = connectOpen();
		runOnLoop(() -> connection.pauseReading(true));
		server().drop();
		awaitStreamsClosed();
	}

	@Test
	void eventLoopsAreShutDown() {
		connectOpen();
		this.http.close();
		awaitStreamsClosed();
	}

	private static final class ObservedStream implements PayloadStream {

		private final PayloadStream delegate;

		private final AtomicInteger closed = new AtomicInteger();

		private final AtomicInteger afterClose = new AtomicInteger();

		private ObservedStream(PayloadStream delegate) {
			this.delegate = delegate;
		}

		@Override
		public boolean feed(ByteBuffer part, boolean last) throws CorruptStreamException {
			if (this.closed.get() > 0) {
				this.afterClose.incrementAndGet();
			}
			return this.delegate.feed(part, last);
		}

		@Override
		public byte[] buffer() {
			return this.delegate.buffer();
		}

		@Override
		public int length() {
			return this.delegate.length();
		}

		@Override
		public String excess() {
			return this.delegate.excess();
		}

		@Override
		public void close() {
			this.delegate.close();
			this.closed.incrementAndGet();
		}

	}

	private static final class FailingHandler implements ConnectionHandler {

		private final AtomicInteger received = new AtomicInteger();

		private final AtomicInteger corrupted = new AtomicInteger();

		private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

		private volatile @Nullable Throwable failureWhenOpened;

		private volatile @Nullable Throwable failureOnPayload;

		private volatile Runnable onPayload = () -> {
		};

		@Override
		public void opened() {
			fail(this.failureWhenOpened);
		}

		@Override
		public void received(byte[] buffer, int length) {
			fail(this.failureOnPayload);
			this.received.incrementAndGet();
			this.onPayload.run();
		}

		@Override
		public void corrupted(CorruptStreamException problem) {
			this.corrupted.incrementAndGet();
		}

		@Override
		public void closed(int code, String reason) {
		}

		@Override
		public void failed(Throwable problem) {
			assertThat(this.failed.getAndSet(problem)).isNull();
		}

		private static void fail(@Nullable Throwable failure) {
			if (failure != null) {
				ReflectionUtils.rethrowRuntimeException(failure);
			}
		}

	}

}
