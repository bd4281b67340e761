package io.github.discordgateway.network;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/**
 * Speaks TLS in front of a server that does not.
 */
public final class TlsFront implements AutoCloseable {

	private final EventLoopGroup group = Relay.group();

	private final Channel server;

	private volatile SslContext context;

	public TlsFront(SslContext context, int targetPort) {
		this.context = context;
		this.server = Relay.listen(this.group,
				(channel) -> channel.pipeline()
					.addLast(this.context.newHandler(channel.alloc()))
					.addLast(new Opening(targetPort)));
	}

	/** Has new connections be shown another certificate. */
	public void use(SslContext next) {
		this.context = next;
	}

	public int port() {
		return Relay.port(this.server);
	}

	@Override
	public void close() {
		this.group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
	}

	private static final class Opening extends ChannelInboundHandlerAdapter {

		private final int targetPort;

		/** What came together with the end of the handshake. */
		private final Queue<Object> early = new ArrayDeque<>();

		private Opening(int targetPort) {
			this.targetPort = targetPort;
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext context, Object event) {
			if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
				Relay.connect(context.channel(), this.targetPort, (relay) -> {
					relay.run();
					this.early.forEach(context::fireChannelRead);
					context.pipeline().remove(this);
				}, context::close);
			}
		}

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			this.early.add(message);
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			context.close();
		}

	}

}
