package io.github.discordgateway.internal.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import io.github.discordgateway.internal.protocol.RetryAfter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;

/**
 * Tells of a handshake that fails, in place of Reactor Netty, which logs each as a
 * warning with a stack trace before it reports it. A server that is down for a minute
 * would fill the log with them. Sits in the pipeline until the handshake is done, and
 * takes the failure out of it. The handshake of a WebSocket is done with the status 101,
 * and that of another request with any answer.
 */
final class HandshakeGuard extends ChannelInboundHandlerAdapter {

	private static final String NAME = "discord-gateway.handshake";

	private final Guarded guarded;

	private HandshakeGuard(Guarded guarded) {
		this.guarded = guarded;
	}

	/**
	 * Has the failure of a handshake told, and afterwards the end of each read.
	 * @param handshake opens a WebSocket when it is subscribed to
	 * @param failure told instead of the subscriber, on the connection's event loop; to
	 * cancel the subscription
	 * @param readComplete run on the connection's event loop when all messages of a read
	 * were handed on
	 * @return what to subscribe to
	 */
	static Mono<Void> guard(Mono<Void> handshake, Consumer<Throwable> failure, Runnable readComplete) {
		return handshake
			.contextWrite((context) -> context.put(HandshakeGuard.class, new Guarded(failure, true, readComplete)));
	}

	/**
	 * Has the failure of the TLS handshake before a request told.
	 * @param <T> what is answered
	 * @param request connects and asks when it is subscribed to
	 * @param failure as above
	 * @return what to subscribe to
	 */
	static <T> Mono<T> guardRequest(Mono<T> request, Consumer<Throwable> failure) {
		return request.contextWrite((context) -> context.put(HandshakeGuard.class, new Guarded(failure, false, () -> {
		})));
	}

	/** Called by the HTTP client when a channel, guarded or not, gets its pipeline. */
	static void install(ConnectionObserver observer, Channel channel, @Nullable SocketAddress remote) {
		Guarded guarded = observer.currentContext().getOrDefault(HandshakeGuard.class, null);
		if (guarded != null) {
			channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, NAME, new HandshakeGuard(guarded));
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!(message instanceof HttpResponse response)) {
			context.fireChannelRead(message);
		}
		else if (!this.guarded.webSocket()) {
			context.pipeline().remove(this);
			context.fireChannelRead(message);
		}
		else if (HttpResponseStatus.SWITCHING_PROTOCOLS.equals(response.status())) {
			context.pipeline().replace(this, NAME, new MessageParts(this.guarded.readComplete()));
			context.fireChannelRead(message);
			FrameSorter.install(context.pipeline());
		}
		else {
			HandshakeRefusedException refusal = refusal(response);
			ReferenceCountUtil.release(message);
			fail(context, refusal);
		}
	}

	private static HandshakeRefusedException refusal(HttpResponse response) {
		Duration wait = RetryAfter.parse(response.headers().get(HttpHeaderNames.RETRY_AFTER), Instant.now());
		return new HandshakeRefusedException(response.status().code(), (wait != null && !wait.isZero()) ? wait : null);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable problem) {
		fail(context, problem);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		fail(context,
				new IOException(this.guarded.webSocket() ? "the connection was closed during the WebSocket handshake"
						: "the connection was closed before an answer came"));
		context.fireChannelInactive();
	}

	private void fail(ChannelHandlerContext context, Throwable problem) {
		Connection connection = Connection.from(context.channel());
		// What remains is a bare channel, with nobody who waits for an answer.
		connection.rebind(context::channel);
		this.guarded.failure().accept(problem);
		context.close();
	}

	/**
	 * A handshake under way.
	 *
	 * @param failure told when it fails
	 * @param webSocket whether it is that of a WebSocket
	 * @param readComplete run after each read of the WebSocket
	 */
	private record Guarded(Consumer<Throwable> failure, boolean webSocket, Runnable readComplete) {

	}

}
