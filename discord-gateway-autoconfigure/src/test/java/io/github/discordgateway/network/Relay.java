package io.github.discordgateway.network;

import java.net.InetSocketAddress;
import java.util.function.Consumer;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * Hands the bytes of a channel on to another one.
 */
final class Relay extends ChannelInboundHandlerAdapter {

	private final Channel peer;

	private Relay(Channel peer) {
		this.peer = peer;
	}

	/** A server on a free port of the loopback interface. */
	static Channel listen(EventLoopGroup group, Consumer<Channel> initializer) {
		return new ServerBootstrap().group(group)
			.channel(NioServerSocketChannel.class)
			.childHandler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel channel) {
					initializer.accept(channel);
				}
			})
			.bind(new InetSocketAddress("127.0.0.1", 0))
			.syncUninterruptibly()
			.channel();
	}

	static EventLoopGroup group() {
		return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
	}

	static int port(Channel server) {
		return ((InetSocketAddress) server.localAddress()).getPort();
	}

	/**
	 * Connects to a port of this machine.
	 * @param source reads nothing until the relay is there
	 * @param port the port
	 * @param connected called when there is a connection, before bytes are relayed; its
	 * argument is to be run to begin that
	 * @param refused called when there is none
	 */
	static void connect(Channel source, int port, Consumer<Runnable> connected, Runnable refused) {
		source.config().setAutoRead(false);
		new Bootstrap().group(source.eventLoop())
			.channel(NioSocketChannel.class)
			.handler(new ChannelInboundHandlerAdapter())
			.connect("127.0.0.1", port)
			.addListener((ChannelFutureListener) (future) -> {
				Channel target = future.channel();
				if (!future.isSuccess()) {
					refused.run();
					return;
				}
				connected.accept(() -> {
					target.pipeline().addLast(new Relay(source));
					source.pipeline().addLast(new Relay(target));
					source.config().setAutoRead(true);
				});
			});
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.peer.writeAndFlush(message);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.peer.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
