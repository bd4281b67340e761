package io.github.discordgateway.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/**
 * Hands the fragments of a message on as they come, each as a message of its own that
 * says whether more of it follows. Reactor Netty would collect them first, up to a limit
 * beyond which it closes the connection; a payload that is larger than allowed is to be
 * passed over instead. Says also when a read is complete, which Reactor Netty does not.
 */
final class MessageParts extends ChannelInboundHandlerAdapter {

	/**
	 * Stands beside the three reserved bits of a frame and means that more of the message
	 * follows. No server can set it.
	 */
	private static final int MORE = 1 << 3;

	private final Runnable readComplete;

	private boolean text;

	/**
	 * Makes a handler.
	 * @param readComplete run when all messages of a read were handed on
	 */
	MessageParts(Runnable readComplete) {
		this.readComplete = readComplete;
	}

	/**
	 * The reserved bits that the server has set.
	 * @param frame any frame
	 * @return three bits
	 */
	static int reservedBits(WebSocketFrame frame) {
		return frame.rsv() & (MORE - 1);
	}

	/**
	 * Whether a message ends with a frame.
	 * @param frame one that comes from this handler
	 * @return {@code false} when more of the message follows
	 */
	static boolean isLast(WebSocketFrame frame) {
		return (frame.rsv() & MORE) == 0;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof ContinuationWebSocketFrame part) {
			context.fireChannelRead(part(part));
		}
		else if ((message instanceof TextWebSocketFrame || message instanceof BinaryWebSocketFrame)
				&& message instanceof WebSocketFrame first && !first.isFinalFragment()) {
			this.text = first instanceof TextWebSocketFrame;
			context.fireChannelRead(part(first));
		}
		else {
			context.fireChannelRead(message);
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		context.fireChannelReadComplete();
		this.readComplete.run();
	}

	/** The content is handed over. */
	private WebSocketFrame part(WebSocketFrame fragment) {
		int bits = reservedBits(fragment) | (fragment.isFinalFragment() ? 0 : MORE);
		ByteBuf content = fragment.content();
		return this.text ? new TextWebSocketFrame(true, bits, content) : new BinaryWebSocketFrame(true, bits, content);
	}

}
