package io.github.discordgateway.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * The socket: tells REST requests from WebSockets, and hands what arrives on a WebSocket
 * to its connection. Close frames are taken out of Reactor Netty's hands, because it
 * would always echo them and a test may want them to stay without an answer; and pongs,
 * because it would take them for messages.
 */
final class SimulatorServer {

	private static final String HOST = "127.0.0.1";

	/** Far above the 4096 bytes of the protocol, so that 4002 and not 1009 answers. */
	private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

	private static final WebsocketServerSpec SPEC = WebsocketServerSpec.builder()
		.maxFramePayloadLength(MAX_MESSAGE_BYTES)
		.build();

	private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

	private static final String FOREIGN_ORIGIN = "The simulator answers no web page of another origin,"
			+ " unless it is one of its allowed origins.";

	private final LoopResources loops;

	private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final AtomicInteger refusals = new AtomicInteger();

	private final DisposableServer server;

	/**
	 * Listens.
	 * @param port the port; 0 for a free one
	 * @param ssl the server's key and certificate; {@code null} for no TLS
	 * @param origins which web pages may send requests
	 * @param rest answers REST requests
	 * @param control answers what is asked of the simulator itself; {@code null} for
	 * nobody
	 * @param behaviours chooses the behaviour of a new connection
	 * @param connections makes the connection for an accepted WebSocket
	 * @throws SimulatorPortInUseException when the port is taken
	 */
	SimulatorServer(int port, @Nullable SslBundle ssl, AllowedOrigins origins, RestAnswers rest,
			@Nullable ControlApi control, Supplier<GatewayBehaviour> behaviours, ConnectionFactory connections) {
		this.loops = LoopResources.create("discord-simulator", 1, 2, true);
		try {
			this.server = secured(HttpServer.create(), ssl).host(HOST)
				.port(port)
				.runOn(this.loops)
				.channelGroup(this.channels)
				.doOnChannelInit((observer, channel, address) -> {
					if (this.refusals.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
						channel.config().setOption(ChannelOption.SO_LINGER, 0);
						channel.close();
					}
				})
				.handle((request,
						response) -> (control != null && ControlApi.isFor(request.uri())
								&& origins.allows(request.requestHeaders(), port(request)))
										? control.answer(request, response.keepAlive(false))
										: handle(request, response, origins, rest, behaviours, connections))
				.bindNow();
		}
		catch (ChannelBindException ex) {
			this.loops.dispose();
			if (isInUse(ex.getCause())) {
				throw new SimulatorPortInUseException(port, ex);
			}
			throw ex;
		}
	}

	private static HttpServer secured(HttpServer server, @Nullable SslBundle ssl) {
		if (ssl == null) {
			return server;
		}
		SslManagerBundle managers = ssl.getManagers();
		SslOptions options = ssl.getOptions();
		SslContextBuilder context = SslContextBuilder.forServer(managers.getKeyManagerFactory())
			.trustManager(managers.getTrustManagerFactory())
			.ciphers(SslOptions.asSet(options.getCiphers()))
			.protocols(SslOptions.asSet(options.getEnabledProtocols()));
		return server.secure((spec) -> {
			try {
				spec.sslContext(context.build());
			}
			catch (SSLException ex) {
				throw new IllegalArgumentException(
						"The simulator cannot serve TLS with this SSL bundle: " + ex.getMessage(), ex);
			}
		});
	}

	/**
	 * Each transport has an exception of its own for all that can go wrong with bind, so
	 * that only the system's words tell a taken port from a forbidden one.
	 */
	private static boolean isInUse(@Nullable Throwable cause) {
		String message = (cause != null) ? cause.getMessage() : null;
		return message != null && message.contains("in use");
	}

	int port() {
		return this.server.port();
	}

	private static Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response,
			AllowedOrigins origins, RestAnswers rest, Supplier<GatewayBehaviour> behaviours,
			ConnectionFactory connections) {
		Map<String, String> headers = headers(request);
		// A request that comes while Reactor Netty still ends the one before it on the
		// same
		// connection may stay unread (its issue 4361). A WebSocket takes no notice of
		// this.
		response.keepAlive(false);
		if (!origins.allows(request.requestHeaders(), port(request))) {
			return response.status(HttpResponseStatus.FORBIDDEN).sendString(Mono.just(FOREIGN_ORIGIN));
		}
		if (!request.requestHeaders().containsValue(HttpHeaderNames.UPGRADE, "websocket", true)) {
			return rest.answer(request, response, headers);
		}
		GatewayBehaviour behaviour = behaviours.get();
		ScriptedAnswer scripted = behaviour.onHandshake(headers);
		if (scripted != null) {
			return ScriptedAnswerWriter.write(scripted, response);
		}
		String uri = request.uri();
		return response.sendWebsocket((in, out) -> serve(in, connections, behaviour, uri, headers), SPEC);
	}

	private static Publisher<Void> serve(WebsocketInbound in, ConnectionFactory connections, GatewayBehaviour behaviour,
			String uri, Map<String, String> headers) {
		@Nullable SimulatedConnection[] opened = new @Nullable SimulatedConnection[1];
		in.aggregateFrames(MAX_MESSAGE_BYTES).withConnection((netty) -> {
			ConnectionWriter writer = new ConnectionWriter(netty.channel(), HandshakeQuery.compression(uri));
			SimulatedConnection connection = connections.create(behaviour, writer, uri, headers);
			opened[0] = connection;
			netty.addHandlerLast("discord-simulator.control", new ControlFrameHandler(connection));
			netty.channel().closeFuture().addListener((future) -> connection.disconnected());
		});
		SimulatedConnection connection = opened[0];
		if (connection == null) {
			return Mono.error(new IllegalStateException("The connection of a WebSocket was not at hand"));
		}
		connection.opened();
		return in.receiveFrames().doOnNext((frame) -> {
			if (frame instanceof TextWebSocketFrame text) {
				connection.received(text.text());
			}
			else {
				connection.receivedBinary();
			}
		}).then();
	}

	private static int port(HttpServerRequest request) {
		return (request.connectionHostAddress() instanceof InetSocketAddress address) ? address.getPort() : 0;
	}

	private static Map<String, String> headers(HttpServerRequest request) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		request.requestHeaders().forEach((header) -> headers.put(header.getKey(), header.getValue()));
		return Collections.unmodifiableMap(headers);
	}

	/** Resets the next TCP connections before a byte was exchanged. */
	void refuse(int count) {
		this.refusals.set(count);
	}

	/** Ends all connections and gives the port and the threads back. */
	void stop() {
		this.server.channel().close().awaitUninterruptibly(SHUTDOWN_TIMEOUT.toMillis());
		// Before disposing, which would wait for clients that never answer.
		this.channels.close().awaitUninterruptibly(SHUTDOWN_TIMEOUT.toMillis());
		this.server.disposeNow(SHUTDOWN_TIMEOUT);
		this.loops.disposeLater(Duration.ZERO, SHUTDOWN_TIMEOUT).block(SHUTDOWN_TIMEOUT.plusSeconds(1));
	}

	/** Answers what is not a WebSocket. */
	interface RestAnswers {

		Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response, Map<String, String> headers);

	}

	/** Makes the connection for an accepted WebSocket. */
	interface ConnectionFactory {

		SimulatedConnection create(GatewayBehaviour behaviour, ConnectionWriter writer, String uri,
				Map<String, String> headers);

	}

	private static final class ControlFrameHandler extends ChannelInboundHandlerAdapter {

		private final SimulatedConnection connection;

		ControlFrameHandler(SimulatedConnection connection) {
			this.connection = connection;
		}

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof CloseWebSocketFrame close) {
				int code = (close.statusCode() < 0) ? 1005 : close.statusCode();
				close.release();
				this.connection.receivedClose(code);
			}
			else if (message instanceof PongWebSocketFrame pong) {
				if (pong.content().readableBytes() == Long.BYTES) {
					this.connection.receivedPong(pong.content().readLong());
				}
				pong.release();
			}
			else {
				context.fireChannelRead(message);
			}
		}

	}

}
