package io.github.discordgateway.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;

/**
 * Sorts the frames of a WebSocket before Netty's decoder. A message in one frame that has
 * come completely, as nearly all do, goes past the decoder, which would copy it: what
 * comes behind gets it where it lies.
 *
 * <p>
 * A large frame is turned into fragments. Netty collects a whole frame, up to a limit
 * beyond which the connection is of no use any more; in fragments a payload of any size
 * takes little memory, and can be passed over.
 *
 * <p>
 * What is allowed is the decoder's to say. From the first frame on that is neither a
 * whole message nor a ping or pong it gets all of them, since it knows what may follow.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc6455#section-5.2">RFC 6455, Base
 * Framing Protocol</a>
 */
final class FrameSorter extends ChannelInboundHandlerAdapter {

	/** The largest fragment, whose length has the form of two bytes. */
	static final int MAX_FRAGMENT_BYTES = 0xFFFF;

	private static final String NAME = "discord-gateway.sorter";

	private static final int FIN = 0x80;

	private static final int OPCODE = 0x0F;

	private static final int TEXT = 1;

	private static final int BINARY = 2;

	private static final int PING = 9;

	private static final int PONG = 10;

	private static final int MASKED = 0x80;

	private static final int LENGTH = 0x7F;

	/** Lengths up to this are their own form; the next two stand for longer forms. */
	private static final int MAX_SHORT_LENGTH = 125;

	/** The header of the frame that comes next, as far as it has come. */
	private final byte[] header = new byte[10];

	private int headerLength;

	/** What is still to come of the present frame. */
	private long frameLeft;

	/** What is still to come of the present fragment; 0 when the frame is not split. */
	private int fragmentLeft;

	/** Whether the frame that is split ends its message. */
	private boolean lastFrame;

	/** Whether everything passes from now on, for the decoder to refuse. */
	private boolean giveUp;

	/** Whether no frame has come so far that others depend on. */
	private boolean simple = true;

	/** Whether something has gone past the decoder in the present read. */
	private boolean wentPast;

	private final ChannelHandlerContext decoder;

	private FrameSorter(ChannelHandlerContext decoder) {
		this.decoder = decoder;
	}

	/**
	 * Has the frames sorted on a connection whose handshake is done. Errors of the
	 * protocol are then told, without a close frame: whoever reads the connection knows a
	 * code that keeps the session.
	 * @param pipeline the connection's
	 */
	static void install(ChannelPipeline pipeline) {
		ChannelHandlerContext decoder = pipeline.context(WebSocket13FrameDecoder.class);
		if (decoder == null) {
			return;
		}
		String name = decoder.name();
		pipeline.replace(name, name,
				new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
					.expectMaskedFrames(false)
					.allowExtensions(true)
					.maxFramePayloadLength(MAX_FRAGMENT_BYTES)
					.closeOnProtocolViolation(false)
					.build()));
		pipeline.addBefore(name, NAME, new FrameSorter(pipeline.context(name)));
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.giveUp || !(message instanceof ByteBuf bytes)) {
			context.fireChannelRead(message);
			return;
		}
		try {
			int start = bytes.readerIndex();
			int unsent = split(context, bytes);
			if (unsent == start) {
				context.fireChannelRead(bytes.readerIndex(start).retain());
			}
			else {
				pass(context, bytes, unsent, bytes.writerIndex());
			}
		}
		finally {
			bytes.release();
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		if (this.wentPast) {
			this.wentPast = false;
			// The decoder, which may have seen nothing, would ask for more, also when
			// reading is paused.
			this.decoder.fireChannelReadComplete();
		}
		else {
			context.fireChannelReadComplete();
		}
	}

	/**
	 * Goes through what has come.
	 * @return from which index on it was not handed on yet
	 */
	private int split(ChannelHandlerContext context, ByteBuf bytes) {
		int unsent = bytes.readerIndex();
		while (bytes.isReadable() && !this.giveUp) {
			if (this.frameLeft == 0) {
				unsent = readHeader(context, bytes, unsent);
			}
			else if (this.fragmentLeft == 0) {
				int skipped = (int) Math.min(this.frameLeft, bytes.readableBytes());
				bytes.skipBytes(skipped);
				this.frameLeft -= skipped;
			}
			else {
				int skipped = Math.min(this.fragmentLeft, bytes.readableBytes());
				bytes.skipBytes(skipped);
				this.frameLeft -= skipped;
				this.fragmentLeft -= skipped;
				if (this.fragmentLeft == 0 && this.frameLeft > 0) {
					pass(context, bytes, unsent, bytes.readerIndex());
					unsent = bytes.readerIndex();
					startFragment(context, 0);
				}
			}
		}
		bytes.readerIndex(bytes.writerIndex());
		return unsent;
	}

	private int readHeader(ChannelHandlerContext context, ByteBuf bytes, int unsent) {
		int held = this.headerLength;
		int start = bytes.readerIndex();
		while (bytes.isReadable() && this.headerLength < headerSize()) {
			this.header[this.headerLength++] = bytes.readByte();
		}
		if (this.headerLength < headerSize()) {
			pass(context, bytes, unsent, start);
			return bytes.readerIndex();
		}
		this.frameLeft = payloadLength();
		this.headerLength = 0;
		int first = this.header[0] & 0xFF;
		this.giveUp = (this.header[1] & MASKED) != 0 || this.frameLeft < 0;
		this.simple &= !this.giveUp && isSimple(first);
		if (this.simple && (first & OPCODE) <= BINARY && this.frameLeft <= bytes.readableBytes()) {
			pass(context, bytes, unsent, start);
			goPast(first, bytes.readRetainedSlice((int) this.frameLeft));
			this.frameLeft = 0;
			return bytes.readerIndex();
		}
		if (!this.giveUp && (first & OPCODE) <= BINARY && this.frameLeft > MAX_FRAGMENT_BYTES) {
			pass(context, bytes, unsent, start);
			this.lastFrame = (first & FIN) != 0;
			startFragment(context, first & ~FIN);
			return bytes.readerIndex();
		}
		if (held > 0) {
			context.fireChannelRead(context.alloc().buffer(held).writeBytes(this.header, 0, held));
		}
		return unsent;
	}

	private boolean isSimple(int first) {
		return switch (first & ~FIN) {
			case TEXT, BINARY -> (first & FIN) != 0;
			case PING, PONG -> (first & FIN) != 0 && this.frameLeft <= MAX_SHORT_LENGTH;
			default -> false;
		};
	}

	private void goPast(int first, ByteBuf content) {
		this.wentPast = true;
		this.decoder.fireChannelRead(((first & OPCODE) == TEXT) ? new TextWebSocketFrame(true, 0, content)
				: new BinaryWebSocketFrame(true, 0, content));
	}

	/** How long the header is, as far as is known. */
	private int headerSize() {
		int length = (this.headerLength > 1) ? this.header[1] & LENGTH : 0;
		return 2 + ((length <= MAX_SHORT_LENGTH) ? 0 : (length == MAX_SHORT_LENGTH + 1) ? 2 : 8);
	}

	private long payloadLength() {
		int size = headerSize();
		long length = (size == 2) ? this.header[1] & LENGTH : 0;
		for (int i = 2; i < size; i++) {
			length = (length << 8) | (this.header[i] & 0xFF);
		}
		return length;
	}

	private void startFragment(ChannelHandlerContext context, int first) {
		this.fragmentLeft = (int) Math.min(this.frameLeft, MAX_FRAGMENT_BYTES);
		boolean last = this.lastFrame && this.fragmentLeft == this.frameLeft;
		ByteBuf start = context.alloc().buffer(4).writeByte(first | (last ? FIN : 0));
		if (this.fragmentLeft <= MAX_SHORT_LENGTH) {
			start.writeByte(this.fragmentLeft);
		}
		else {
			start.writeByte(MAX_SHORT_LENGTH + 1).writeShort(this.fragmentLeft);
		}
		context.fireChannelRead(start);
	}

	private static void pass(ChannelHandlerContext context, ByteBuf bytes, int from, int to) {
		if (to > from) {
			context.fireChannelRead(bytes.retainedSlice(from, to - from));
		}
	}

}
