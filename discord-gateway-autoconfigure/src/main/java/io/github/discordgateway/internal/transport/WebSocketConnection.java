package io.github.discordgateway.internal.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.internal.compression.CorruptStreamException;
import io.github.discordgateway.internal.compression.PayloadStream;
import io.github.discordgateway.internal.protocol.ServerText;
import io.github.discordgateway.internal.protocol.Utf8;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.TimeoutException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.NettyDataBufferFactory;
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

	private static final CloseStatus KEEP_SESSION = new CloseStatus(CloseCode.KEEPS_SESSION);

	private static final String NO_CLOSE_FRAME = "the connection ended without a close frame";

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private static final Log logger = LogFactory.getLog(WebSocketConnection.class);

	private final EventLoop eventLoop;

	private final ConnectionHandler handler;

	private final PayloadStream binary;

	private final PayloadStream text;

	private final ConnectFailures failures;

	private final Inbound inbound = new Inbound();

	/** Ends the handler that Spring's client waits for. */
	private final Sinks.Empty<Void> done = Sinks.empty();

	private @Nullable WebSocketSession session;

	private final Disposable.Swap execution = Disposables.swap();

	/** Whether the handler must not be called any more. */
	private boolean ended;

	private boolean corrupt;

	private boolean paused;

	/** The size of the parts of a message that have come. */
	private long messageBytes;

	/** Messages that were handled while reading is paused, to be asked for afterwards. */
	private int owedRequests;

	/**
	 * Whether messages were handled since the handler was told that a read is complete.
	 */
	private boolean reading;

	/** Whether the client tells when a read is complete. */
	private boolean tellsReads;

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
				(problem) -> onEventLoop(() -> fail(url, problem)), this::channelReadComplete);
		this.execution.update(run.subscribe((nothing) -> {
		}, (problem) -> onEventLoop(() -> fail(url, problem)),
				() -> onEventLoop(() -> end(ABNORMAL_CLOSURE, NO_CLOSE_FRAME))));
	}

	@Override
	public Mono<Void> handle(WebSocketSession opened) {
		onEventLoop(() -> {
			this.session = opened;
			if (this.ended) {
				sendClose(KEEP_SESSION);
				this.done.tryEmitEmpty();
				return;
			}
			this.failures.connected();
			try {
				this.handler.opened();
				// What has arrived is released by the close when it has no subscriber.
				opened.receive().subscribe(this.inbound);
				readComplete();
			}
			catch (Throwable ex) {
				giveUp(ex);
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
		}, (problem) -> onEventLoop(() -> broke(problem)), () -> onEventLoop(() -> end(code, "")));
	}

	@Override
	public void drop(int code) {
		if (this.ended) {
			return;
		}
		this.ended = true;
		// What was not read, since reading was paused, is released as it comes.
		pauseReading(false);
		sendClose(new CloseStatus(code));
		release();
	}

	/** To be called before the release, which would have the client send another code. */
	private void sendClose(CloseStatus status) {
		WebSocketSession current = this.session;
		// Reactor Netty does not release a close frame that it is given for a socket that
		// is gone.
		if (current != null && current.isOpen()) {
			current.close(status).onErrorComplete().subscribe();
		}
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
			readComplete();
		}
	}

	private void channelReadComplete() {
		this.tellsReads = true;
		readComplete();
	}

	private void readComplete() {
		if (this.reading) {
			this.reading = false;
			this.handler.readComplete();
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
			if (this.session == null) {
				fail(this.failures.explain(url, problem));
			}
			else {
				broke(problem);
			}
		}
	}

	private void fail(Throwable problem) {
		if (!this.ended) {
			this.ended = true;
			sendClose(KEEP_SESSION);
			release();
			this.handler.failed(problem);
		}
	}

	/**
	 * Nothing that is thrown while a message is read may reach the client: Reactor Netty
	 * would never read again, and nobody would be told.
	 */
	private void giveUp(Throwable problem) {
		logger.error("A connection is closed, since reading it failed", problem);
		try {
			fail(problem);
		}
		catch (Throwable ex) {
			logger.error("The end of a connection could not be told", ex);
		}
	}

	/** The stream of messages, or a write, has failed on a connection that was open. */
	private void broke(Throwable problem) {
		Throwable network = find(problem, IOException.class);
		if (network == null) {
			network = find(problem, TimeoutException.class);
		}
		if (network != null) {
			String how = (network.getMessage() != null) ? ConnectFailures.plain(network)
					: network.getClass().getSimpleName();
			end(ABNORMAL_CLOSURE, NO_CLOSE_FRAME + " (" + ServerText.clean(how) + ")");
			return;
		}
		Throwable corruption = find(problem, DecoderException.class);
		if (corruption != null) {
			corrupted(corruption);
		}
		else {
			fail(problem);
		}
	}

	private static @Nullable Throwable find(Throwable problem, Class<? extends Throwable> type) {
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return cause;
			}
		}
		return null;
	}

	/** The connection is still there, and ends when the handler closes it. */
	private void corrupted(Throwable problem) {
		if (this.ended || this.corrupt) {
			return;
		}
		this.corrupt = true;
		this.handler
			.corrupted(new CorruptStreamException("The WebSocket is corrupt: " + problem.getMessage(), problem));
		endOfStream();
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
		WebSocketFrame frame = (message.getNativeMessage() instanceof WebSocketFrame netty) ? netty : null;
		boolean last = frame == null || MessageParts.isLast(frame);
		this.messageBytes += message.getPayload().readableByteCount();
		if (last) {
			this.handler.messageRead((int) Math.min(this.messageBytes, Integer.MAX_VALUE));
			this.messageBytes = 0;
		}
		try {
			refuseReservedBits(frame);
			if (feed(stream, NettyDataBufferFactory.toByteBuf(message.getPayload()), last)) {
				deliver(stream);
			}
		}
		catch (CorruptStreamException ex) {
			this.corrupt = true;
			this.handler.corrupted(ex);
		}
	}

	private void deliver(PayloadStream stream) {
		byte[] buffer = stream.buffer();
		int length = stream.length();
		String problem = stream.excess();
		if (problem == null) {
			problem = Utf8.problem(buffer, length);
		}
		if (problem == null) {
			this.handler.received(buffer, length);
		}
		else {
			this.handler.broken(buffer, length, problem);
		}
	}

	/**
	 * Reserved bits belong to extensions. Netty lets them pass, and takes away those of
	 * an extension that was negotiated: with any other the bytes mean something unknown.
	 */
	private static void refuseReservedBits(@Nullable WebSocketFrame frame) throws CorruptStreamException {
		int bits = (frame != null) ? MessageParts.reservedBits(frame) : 0;
		if (bits != 0) {
			throw new CorruptStreamException(
					"A WebSocket frame has reserved bits (" + bits + ") of an extension that was not negotiated", null);
		}
	}

	/**
	 * Nothing is copied: a message that is spread over several buffers is fed in parts.
	 */
	private static boolean feed(PayloadStream stream, ByteBuf message, boolean last) throws CorruptStreamException {
		if (message.nioBufferCount() == 1) {
			return stream.feed(message.internalNioBuffer(message.readerIndex(), message.readableBytes()), last);
		}
		for (ByteBuffer part : message.nioBuffers()) {
			stream.feed(part, false);
		}
		return stream.feed(NOTHING, last);
	}

	private void endOfStream() {
		WebSocketSession current = this.session;
		if (this.ended || current == null) {
			return;
		}
		current.closeStatus()
			.defaultIfEmpty(new CloseStatus(ABNORMAL_CLOSURE, NO_CLOSE_FRAME))
			.subscribe(
					(status) -> onEventLoop(
							() -> end(status.getCode(), (status.getReason() != null) ? status.getReason() : "")),
					(problem) -> onEventLoop(() -> broke(problem)));
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
			if (!WebSocketConnection.this.reading) {
				WebSocketConnection.this.reading = true;
				if (!WebSocketConnection.this.tellsReads) {
					// After what else is at hand on the event loop.
					WebSocketConnection.this.eventLoop.execute(WebSocketConnection.this::readComplete);
				}
			}
			try {
				receive(message);
			}
			catch (Throwable ex) {
				giveUp(ex);
			}
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
			onEventLoop(() -> broke(problem));
		}

	}

}
