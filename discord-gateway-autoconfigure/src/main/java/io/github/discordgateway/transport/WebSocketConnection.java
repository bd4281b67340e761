package io.github.discordgateway.transport;

import java.net.URI;
import java.nio.ByteBuffer;

import io.github.discordgateway.compression.CorruptStreamException;
import io.github.discordgateway.compression.PayloadStream;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * One WebSocket. All state is touched on the event loop only; whatever comes on another
 * thread hops there first.
 */
final class WebSocketConnection implements GatewayConnection, WebSocketHandler {

	/** Messages asked for ahead, and so what still arrives when reading is paused. */
	private static final int READ_AHEAD = 16;

	private static final int ABNORMAL_CLOSURE = 1006;

	private final EventLoop eventLoop;

	private final ConnectionHandler handler;

	private final PayloadStream binary;

	private final PayloadStream text;

	private final ConnectFailures failures;

	private final Utf8Check utf8 = new Utf8Check();

	private final Inbound inbound = new Inbound();

	/** Ends the handler that Spring's client waits for. */
	private final Sinks.Empty<Void> done = Sinks.empty();

	private @Nullable WebSocketSession session;

	private final Disposable.Swap execution = Disposables.swap();

	/** Whether the handler must not be called any more. */
	private boolean ended;

	private boolean corrupt;

	private boolean paused;

	/** Messages that were handled while reading is paused, to be asked for afterwards. */
	private int owedRequests;

	WebSocketConnection(EventLoop eventLoop, ConnectionHandler handler, PayloadStream binary, PayloadStream text,
			ConnectFailures failures) {
		this.eventLoop = eventLoop;
		this.handler = handler;
		this.binary = binary;
		this.text = text;
		this.failures = failures;
	}

	void open(WebSocketClient client, URI url, HttpHeaders headers) {
		Mono<Void> run = HandshakeGuard.guard(Mono.defer(() -> client.execute(url, headers, this)),
				(problem) -> onEventLoop(() -> fail(url, problem)));
		this.execution.update(run.subscribe((nothing) -> {
		}, (problem) -> onEventLoop(() -> fail(url, problem)), () -> onEventLoop(() -> end(ABNORMAL_CLOSURE, ""))));
	}

	@Override
	public Mono<Void> handle(WebSocketSession opened) {
		onEventLoop(() -> {
			if (this.ended) {
				this.done.tryEmitEmpty();
				return;
			}
			this.session = opened;
			this.failures.connected();
			try {
				this.handler.opened();
				opened.receive().subscribe(this.inbound);
			}
			catch (RuntimeException ex) {
				// What has arrived is released by the close: it has no subscriber.
				opened.close(CloseStatus.SERVER_ERROR).onErrorComplete().subscribe();
				fail(ex);
			}
		});
		return this.done.asMono();
	}

	@Override
	public Mono<Void> send(String payload) {
		WebSocketSession current = this.session;
		if (current == null || this.ended) {
			return Mono.error(() -> new IllegalStateException("The connection is not open"));
		}
		return current.send(Mono.just(current.textMessage(payload)));
	}

	@Override
	public void close(int code) {
		WebSocketSession current = this.session;
		if (this.ended || current == null) {
			end(ABNORMAL_CLOSURE, "");
			return;
		}
		// Reactor Netty closes the socket once the close frame is written, without an
		// echo;
		// other clients end their inbound stream when the echo comes.
		current.close(new CloseStatus(code)).subscribe((nothing) -> {
		}, (problem) -> onEventLoop(() -> fail(problem)), () -> onEventLoop(() -> end(code, "")));
	}

	@Override
	public void drop(int code) {
		if (this.ended) {
			return;
		}
		this.ended = true;
		// What was not read, since reading was paused, is released as it comes.
		pauseReading(false);
		WebSocketSession current = this.session;
		// Reactor Netty does not release a close frame that it is given for a socket that
		// is gone.
		if (current != null && current.isOpen()) {
			current.close(new CloseStatus(code)).onErrorComplete().subscribe();
		}
		release();
	}

	@Override
	public void pauseReading(boolean pause) {
		this.paused = pause;
		if (!pause && this.owedRequests > 0) {
			// Not here: what was held back must not come in the middle of the caller's
			// work.
			this.eventLoop.execute(this::requestOwed);
		}
	}

	private void requestOwed() {
		if (!this.paused && this.owedRequests > 0) {
			int owed = this.owedRequests;
			this.owedRequests = 0;
			this.inbound.request(owed);
		}
	}

	private void end(int code, String reason) {
		if (!this.ended) {
			this.ended = true;
			release();
			this.handler.closed(code, reason);
		}
	}

	private void fail(URI url, Throwable problem) {
		if (!this.ended) {
			fail((this.session == null) ? this.failures.explain(url, problem) : problem);
		}
	}

	private void fail(Throwable problem) {
		if (!this.ended) {
			this.ended = true;
			release();
			this.handler.failed(problem);
		}
	}

	private void release() {
		this.binary.close();
		this.text.close();
		this.done.tryEmitEmpty();
		this.execution.dispose();
	}

	private void onEventLoop(Runnable task) {
		if (this.eventLoop.inEventLoop()) {
			task.run();
		}
		else {
			this.eventLoop.execute(task);
		}
	}

	private void receive(WebSocketMessage message) {
		if (this.ended || this.corrupt) {
			return;
		}
		PayloadStream stream;
		switch (message.getType()) {
			case TEXT -> stream = this.text;
			case BINARY -> stream = this.binary;
			default -> {
				return;
			}
		}
		this.handler.messageRead(message.getPayload().readableByteCount());
		try {
			refuseReservedBits(message);
			if (stream.feed(contiguous(message.getPayload()))) {
				this.utf8.verify(stream.buffer(), stream.length());
				this.handler.received(stream.buffer(), stream.length());
			}
		}
		catch (CorruptStreamException ex) {
			this.corrupt = true;
			this.handler.corrupted(ex);
		}
	}

	/**
	 * Reserved bits belong to extensions. Netty lets them pass, and takes away those of
	 * an extension that was negotiated: with any other the bytes mean something unknown.
	 */
	private static void refuseReservedBits(WebSocketMessage message) throws CorruptStreamException {
		if (message.getNativeMessage() instanceof WebSocketFrame frame && frame.rsv() != 0) {
			throw new CorruptStreamException(
					"A WebSocket frame has reserved bits (" + frame.rsv() + ") of an extension that was not negotiated",
					null);
		}
	}

	/** A message that came in continuation frames is spread over several buffers. */
	private static ByteBuffer contiguous(DataBuffer payload) {
		try (DataBuffer.ByteBufferIterator parts = payload.readableByteBuffers()) {
			if (!parts.hasNext()) {
				return ByteBuffer.allocate(0);
			}
			ByteBuffer first = parts.next();
			if (!parts.hasNext()) {
				return first;
			}
		}
		ByteBuffer joined = ByteBuffer.allocate(payload.readableByteCount());
		payload.toByteBuffer(joined);
		return joined;
	}

	private void endOfStream() {
		WebSocketSession current = this.session;
		if (this.ended || current == null) {
			return;
		}
		current.closeStatus()
			.defaultIfEmpty(new CloseStatus(ABNORMAL_CLOSURE))
			.subscribe(
					(status) -> onEventLoop(
							() -> end(status.getCode(), (status.getReason() != null) ? status.getReason() : "")),
					(problem) -> onEventLoop(() -> fail(problem)));
	}

	/** Takes the messages in, on the event loop. */
	private final class Inbound extends BaseSubscriber<WebSocketMessage> {

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			subscription.request(READ_AHEAD);
		}

		@Override
		protected void hookOnNext(WebSocketMessage message) {
			if (WebSocketConnection.this.eventLoop.inEventLoop()) {
				handle(message);
			}
			else {
				message.retain();
				WebSocketConnection.this.eventLoop.execute(() -> {
					try {
						handle(message);
					}
					finally {
						message.release();
					}
				});
			}
		}

		private void handle(WebSocketMessage message) {
			receive(message);
			if (WebSocketConnection.this.paused) {
				WebSocketConnection.this.owedRequests++;
			}
			else {
				request(1);
			}
		}

		@Override
		protected void hookOnComplete() {
			onEventLoop(WebSocketConnection.this::endOfStream);
		}

		@Override
		protected void hookOnError(Throwable problem) {
			onEventLoop(() -> fail(problem));
		}

	}

}
