package io.github.discordgateway.internal.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.Thoroughness;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FrameSorter} and {@link MessageParts}, with Netty's decoder between
 * them.
 */
class FrameSorterTests {

	private static final int FEW_BYTES = 1000;

	private static final int FIN = 0x80;

	private static final int CONTINUATION = 0;

	private static final int TEXT = 1;

	private static final int BINARY = 2;

	private static final int CLOSE = 8;

	private static final int PING = 9;

	private final EmbeddedChannel channel = new EmbeddedChannel(new WebSocket13FrameDecoder(false, true, 100));

	private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

	private final Random random = new Random(42);

	FrameSorterTests() {
		FrameSorter.install(this.channel.pipeline());
		this.channel.pipeline().addLast(new MessageParts(() -> {
		}));
	}

	private byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private void frame(int first, byte[] payload) {
		this.wire.write(first);
		if (payload.length <= 125) {
			this.wire.write(payload.length);
		}
		else if (payload.length <= 0xFFFF) {
			this.wire.write(126);
			this.wire.write(payload.length >> 8);
			this.wire.write(payload.length);
		}
		else {
			this.wire.write(127);
			for (int shift = 56; shift >= 0; shift -= 8) {
				this.wire.write((int) ((long) payload.length >> shift));
			}
		}
		this.wire.writeBytes(payload);
	}

	private void receive(int chunk) {
		byte[] bytes = this.wire.toByteArray();
		for (int at = 0; at < bytes.length; at += chunk) {
			this.channel.writeInbound(Unpooled.copiedBuffer(bytes, at, Math.min(chunk, bytes.length - at)));
		}
	}

	/** What was received, each message as its kind and payload. */
	private List<String> messages() {
		List<String> messages = new ArrayList<>();
		ByteArrayOutputStream message = new ByteArrayOutputStream();
		for (WebSocketFrame frame; (frame = this.channel.readInbound()) != null; frame.release()) {
			byte[] content = ByteBufUtil.getBytes(frame.content());
			assertThat(content.length).isLessThanOrEqualTo(FrameSorter.MAX_FRAGMENT_BYTES);
			assertThat(frame.isFinalFragment()).isTrue();
			if (frame instanceof PingWebSocketFrame) {
				messages.add("ping " + Arrays.hashCode(content));
				continue;
			}
			message.writeBytes(content);
			if (MessageParts.isLast(frame)) {
				assertThat(frame).isInstanceOfAny(TextWebSocketFrame.class, BinaryWebSocketFrame.class);
				messages.add(((frame instanceof TextWebSocketFrame) ? "text " : "binary ")
						+ MessageParts.reservedBits(frame) + " " + Arrays.hashCode(message.toByteArray()));
				message.reset();
			}
		}
		assertThat(message.size()).isZero();
		return messages;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 1000, 65535, 65536, 65546, 10_000_000 })
	@DisplayName("C41 frames of any size, however they are cut, are the messages that were sent")
	void framesOfAnySize(int chunk) {
		List<String> expected = new ArrayList<>();
		for (int size : new int[] { 0, 1, 125, 126, 65_535, 65_536, 65_537, 131_070, 131_071, 131_196, 300_000 }) {
			if (chunk < FEW_BYTES && size > FrameSorter.MAX_FRAGMENT_BYTES + 1 && !Thoroughness.THOROUGH) {
				// As with the chunks that are larger.
				continue;
			}
			byte[] payload = bytes(size);
			frame(FIN | ((size % 2 == 0) ? TEXT : BINARY), payload);
			expected.add(((size % 2 == 0) ? "text" : "binary") + " 0 " + Arrays.hashCode(payload));
			byte[] ping = bytes(size % 126);
			frame(FIN | PING, ping);
			expected.add("ping " + Arrays.hashCode(ping));
			ByteArrayOutputStream whole = new ByteArrayOutputStream();
			for (int part = 0; part < 3; part++) {
				byte[] fragment = bytes(size);
				frame(((part == 0) ? BINARY : CONTINUATION) | ((part == 2) ? FIN : 0), fragment);
				whole.writeBytes(fragment);
			}
			expected.add("binary 0 " + Arrays.hashCode(whole.toByteArray()));
		}
		receive(chunk);
		assertThat(messages()).isEqualTo(expected);
		assertThat(this.channel.finishAndReleaseAll()).isFalse();
	}

	@Test
	@DisplayName("C42 what the protocol forbids is left to the decoder, and ends without a close frame of its own")
	void forbiddenFramesAreRefused() {
		this.wire.writeBytes(new byte[] { (byte) (FIN | TEXT), (byte) 0xFF, 0, 0, 0, 0, 0, 2, 0, 0, 1, 2, 3, 4 });
		this.wire.writeBytes(bytes(200_000));
		assertThatExceptionOfType(CorruptedWebSocketFrameException.class).isThrownBy(() -> receive(1000));
		assertThat(this.channel.<Object>readOutbound()).isNull();
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.finishAndReleaseAll();
	}

	@Test
	@DisplayName("C42 reserved bits are seen, and nobody can pretend that more follows")
	void reservedBitsAreKept() {
		frame(FIN | 0x70 | TEXT, "{}".getBytes(StandardCharsets.US_ASCII));
		receive(1);
		assertThat(messages()).singleElement().asString().startsWith("text 7 ");
		this.channel.finishAndReleaseAll();
	}

	@Test
	void aWholeMessageIsNotCopied() {
		frame(FIN | BINARY, bytes(200));
		ByteBuf received = Unpooled.copiedBuffer(this.wire.toByteArray());
		received.setByte(received.writerIndex() - 1, 1);
		this.channel.writeInbound(received);
		BinaryWebSocketFrame frame = this.channel.readInbound();
		received.setByte(received.writerIndex() - 1, 2);
		assertThat(frame.content().readableBytes()).isEqualTo(200);
		assertThat(frame.content().getByte(199)).isEqualTo((byte) 2);
		frame.release();
		assertThat(received.refCnt()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10_000 })
	@DisplayName("C42 a message within another one, and the rest of none, are refused also behind whole messages")
	void whatMayNotFollowIsRefused(int chunk) {
		frame(FIN | BINARY, bytes(200));
		frame(TEXT, bytes(200));
		frame(FIN | BINARY, bytes(200));
		assertThatExceptionOfType(CorruptedWebSocketFrameException.class).isThrownBy(() -> receive(chunk));
		assertThat(this.channel.inboundMessages()).hasSize(2);
		this.channel.finishAndReleaseAll();
	}

	@Test
	@DisplayName("C42 what follows a close frame is ignored")
	void nothingComesBehindAClose() {
		frame(FIN | BINARY, bytes(200));
		frame(FIN | CLOSE, new byte[] { 0x0F, (byte) 0xA0 });
		frame(FIN | BINARY, bytes(200));
		receive(10_000);
		assertThat(this.channel.inboundMessages()).hasSize(2).last().isInstanceOf(CloseWebSocketFrame.class);
		this.channel.finishAndReleaseAll();
	}

	@Test
	@DisplayName("C50 while reading is paused a whole message does not cause another read, and the part of one does")
	void readsNoFurtherWhilePaused() {
		AtomicInteger reads = new AtomicInteger();
		this.channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {

			@Override
			public void read(ChannelHandlerContext context) {
				reads.incrementAndGet();
			}

		});
		this.channel.config().setAutoRead(false);
		frame(FIN | BINARY, bytes(200));
		receive(10_000);
		assertThat(this.channel.inboundMessages()).hasSize(1);
		assertThat(reads).hasValue(0);
		this.channel.writeInbound(Unpooled.copiedBuffer(new byte[] { (byte) (FIN | BINARY), 10, 0 }));
		assertThat(reads).hasValue(1);
		this.channel.finishAndReleaseAll();
	}

}
