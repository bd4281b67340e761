package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.internal.compression.Compression;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of a connection. Every write is queued on the event loop, also from
 * the event loop itself, so that the order of the calls is the order on the wire; the
 * context of the compression lives on that thread alone.
 */
final class ConnectionWriter {

	/** How long a peer has to echo a close, or to follow a RECONNECT. */
	private static final int PATIENCE_SECONDS = 5;

	/** Discord compresses single payloads only when it is worth it. */
	private static final int MIN_COMPRESSED_PAYLOAD = 1024;

	private final Channel channel;

	private final @Nullable PayloadWriter stream;

	private volatile boolean compressPayloads;

	private volatile boolean closing;

	/** Touched by the event loop only. */
	private boolean closeSent;

	private volatile int splitSize;

	private volatile boolean splitIntoMessages;

	private volatile int reservedBits;

	private @Nullable ScheduledFuture<?> heartbeatCheck;

	ConnectionWriter(Channel channel, @Nullable Compression compression) {
		this.channel = channel;
		this.stream = PayloadWriter.of(compression);
		channel.closeFuture().addListener((future) -> release());
	}

	boolean isOpen() {
		return !this.closing && this.channel.isActive();
	}

	/** Whether the client reads fast enough to be sent more. */
	boolean isWritable() {
		return this.channel.isWritable();
	}

	/** Compresses large payloads one by one, unless the whole stream is compressed. */
	void compressPayloads() {
		this.compressPayloads = true;
	}

	void split(int bytes, boolean intoMessages) {
		if (bytes < 0) {
			throw new IllegalArgumentException("A part of a message needs at least 1 byte (0 for no split): " + bytes);
		}
		this.splitIntoMessages = intoMessages;
		this.splitSize = bytes;
	}

	void reservedBits(int bits) {
		if (bits < 0 || bits > 7) {
			throw new IllegalArgumentException("The reserved bits are three, as a number from 0 to 7: " + bits);
		}
		this.reservedBits = bits;
	}

	void writeFrame(String json) {
		writeFrame(json.getBytes(StandardCharsets.UTF_8));
	}

	void writeFrame(byte[] bytes) {
		onEventLoop(() -> {
			if (this.stream != null) {
				write(this.stream.write(bytes), true);
			}
			else if (this.compressPayloads && bytes.length >= MIN_COMPRESSED_PAYLOAD) {
				write(ZlibWriter.compress(bytes), true);
			}
			else {
				write(bytes, false);
			}
		});
	}

	void writeText(String text) {
		writeText(text.getBytes(StandardCharsets.UTF_8));
	}

	void writeText(byte[] bytes) {
		onEventLoop(() -> write(bytes, false));
	}

	void writeBytes(byte[] bytes) {
		onEventLoop(() -> write(bytes, true));
	}

	/** Sends a ping of WebSocket, which is not part of Discord's protocol. */
	void ping(long number) {
		onEventLoop(() -> this.channel.writeAndFlush(new PingWebSocketFrame(Unpooled.copyLong(number))));
	}

	private void onEventLoop(Runnable task) {
		execute(() -> {
			if (!this.closeSent && this.channel.isActive()) {
				task.run();
			}
		});
	}

	private void execute(Runnable task) {
		// After the simulator's end there is nobody left to send to.
		if (!this.channel.eventLoop().isShuttingDown()) {
			this.channel.eventLoop().execute(task);
		}
	}

	private void write(byte[] bytes, boolean binary) {
		int size = (this.splitSize > 0) ? this.splitSize : Math.max(1, bytes.length);
		int offset = 0;
		do {
			int length = Math.min(size, bytes.length - offset);
			boolean last = offset + length == bytes.length;
			ByteBuf part = Unpooled.wrappedBuffer(bytes, offset, length);
			this.channel.write(frame(part, binary, offset == 0, last));
			offset += length;
		}
		while (offset < bytes.length);
		this.channel.flush();
	}

	private WebSocketFrame frame(ByteBuf part, boolean binary, boolean first, boolean last) {
		boolean whole = this.splitIntoMessages;
		if (!first && !whole) {
			return new ContinuationWebSocketFrame(last, 0, part);
		}
		int bits = this.reservedBits;
		return binary ? new BinaryWebSocketFrame(last || whole, bits, part)
				: new TextWebSocketFrame(last || whole, bits, part);
	}

	/** Does something after a while, if the connection is still open then. */
	void later(Duration delay, Runnable task) {
		if (delay.isZero()) {
			task.run();
			return;
		}
		this.channel.eventLoop().schedule(() -> {
			if (isOpen()) {
				task.run();
			}
		}, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	/** Sends a close frame and waits a while for its echo. */
	void close(int code, String reason) {
		this.closing = true;
		onEventLoop(() -> {
			this.closeSent = true;
			this.channel.writeAndFlush(new CloseWebSocketFrame(code, reason));
			this.channel.eventLoop().schedule(() -> this.channel.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
		});
	}

	void closeLater(int code, String reason) {
		this.channel.eventLoop().schedule(() -> close(code, reason), PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** Answers a close frame of the client, or takes it as the echo of one's own. */
	void echoClose(int code) {
		this.closing = true;
		execute(() -> {
			if (this.closeSent) {
				this.channel.close();
				return;
			}
			this.closeSent = true;
			// 1005 stands for a close frame without a code and is never on the wire.
			CloseWebSocketFrame echo = (code == 1005) ? new CloseWebSocketFrame()
					: new CloseWebSocketFrame(true, 0, code, null);
			this.channel.writeAndFlush(echo).addListener((future) -> this.channel.close());
		});
	}

	/** Waits for the end of the TCP connection; not to be called on the event loop. */
	void awaitClosed(long nanos) {
		this.channel.closeFuture().awaitUninterruptibly(Math.max(0, nanos), TimeUnit.NANOSECONDS);
	}

	/** Ends the TCP connection with a reset. */
	void drop() {
		this.closing = true;
		execute(() -> {
			this.closeSent = true;
			if (this.channel.isActive()) {
				this.channel.config().setOption(ChannelOption.SO_LINGER, 0);
				this.channel.close();
			}
		});
	}

	/**
	 * Starts the watch for heartbeats anew. To be called on the event loop.
	 * @param millis how long to wait for the next one
	 * @param late what to do when none came
	 */
	void expectHeartbeat(long millis, Runnable late) {
		ScheduledFuture<?> pending = this.heartbeatCheck;
		if (pending != null) {
			pending.cancel(false);
		}
		this.heartbeatCheck = this.channel.eventLoop().schedule(late, millis, TimeUnit.MILLISECONDS);
	}

	private void release() {
		this.closing = true;
		this.closeSent = true;
		ScheduledFuture<?> pending = this.heartbeatCheck;
		if (pending != null) {
			pending.cancel(false);
		}
		if (this.stream != null) {
			this.stream.close();
		}
	}

}
