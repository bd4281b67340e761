package io.github.discordgateway.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;

/**
 * Tells of a WebSocket handshake that fails, in place of Reactor Netty, which logs each
 * as a warning with a stack trace before it reports it. A server that is down for a
 * minute would fill the log with them. Sits in the pipeline until the handshake is done,
 * and takes the failure out of it.
 */
final class HandshakeGuard extends ChannelInboundHandlerAdapter {

	private static final String NAME = "discord-gateway.handshake";

	private final Consumer<Throwable> failure;

	private HandshakeGuard(Consumer<Throwable> failure) {
		this.failure = failure;
	}

	/**
	 * Has the failure of a handshake told.
	 * @param handshake opens a WebSocket when it is subscribed to
	 * @param failure told instead of the subscriber, on the connection's event loop; to
	 * cancel the subscription
	 * @return what to subscribe to
	 */
	static Mono<Void> guard(Mono<Void> handshake, Consumer<Throwable> failure) {
		return handshake.contextWrite((context) -> context.put(HandshakeGuard.class, failure));
	}

	/** Called by the HTTP client when a channel, guarded or not, gets its pipeline. */
	static void install(ConnectionObserver observer, Channel channel, @Nullable SocketAddress remote) {
		Consumer<Throwable> failure = observer.currentContext().getOrDefault(HandshakeGuard.class, null);
		if (failure != null) {
			channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, NAME, new HandshakeGuard(failure));
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!(message instanceof HttpResponse response)) {
			context.fireChannelRead(message);
		}
		else if (HttpResponseStatus.SWITCHING_PROTOCOLS.equals(response.status())) {
			context.pipeline().remove(this);
			context.fireChannelRead(message);
		}
		else {
			ReferenceCountUtil.release(message);
			fail(context, new IOException("the server refused the WebSocket with status " + response.status()));
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable problem) {
		fail(context, problem);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		fail(context, new IOException("the connection was closed during the WebSocket handshake"));
		context.fireChannelInactive();
	}

	private void fail(ChannelHandlerContext context, Throwable problem) {
		Connection connection = Connection.from(context.channel());
		// What remains is a bare channel, with nobody who waits for an answer.
		connection.rebind(context::channel);
		this.failure.accept(problem);
		context.close();
	}

}
