package io.github.discordgateway.network;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.socksx.SocksMessage;
import io.netty.handler.codec.socksx.v4.DefaultSocks4CommandResponse;
import io.netty.handler.codec.socksx.v4.Socks4CommandRequest;
import io.netty.handler.codec.socksx.v4.Socks4CommandStatus;
import io.netty.handler.codec.socksx.v4.Socks4ServerDecoder;
import io.netty.handler.codec.socksx.v4.Socks4ServerEncoder;
import io.netty.handler.codec.socksx.v5.DefaultSocks5CommandResponse;
import io.netty.handler.codec.socksx.v5.DefaultSocks5InitialResponse;
import io.netty.handler.codec.socksx.v5.DefaultSocks5PasswordAuthResponse;
import io.netty.handler.codec.socksx.v5.Socks5AuthMethod;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequest;
import io.netty.handler.codec.socksx.v5.Socks5CommandRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5CommandStatus;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequest;
import io.netty.handler.codec.socksx.v5.Socks5InitialRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5PasswordAuthRequest;
import io.netty.handler.codec.socksx.v5.Socks5PasswordAuthRequestDecoder;
import io.netty.handler.codec.socksx.v5.Socks5PasswordAuthStatus;
import io.netty.handler.codec.socksx.v5.Socks5ServerEncoder;

/**
 * An HTTP, SOCKS 4a or SOCKS 5 proxy that finds any host on this machine.
 */
public final class TestProxy implements AutoCloseable {

	private final EventLoopGroup group = Relay.group();

	private final List<String> targets = new CopyOnWriteArrayList<>();

	private final Map<Integer, Integer> ports = new ConcurrentHashMap<>();

	private final String username;

	private final String password;

	private final Channel server;

	private volatile boolean forbidding;

	/**
	 * Starts a proxy.
	 * @param type {@code http}, {@code socks4} or {@code socks5}
	 * @param username who may use it; null for anybody
	 * @param password the password; null for none
	 */
	public TestProxy(String type, String username, String password) {
		this.username = username;
		this.password = password;
		this.server = Relay.listen(this.group, (channel) -> {
			ChannelPipeline pipeline = channel.pipeline();
			switch (type) {
				case "http" ->
					pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(1024), new HttpConnect());
				case "socks4" ->
					pipeline.addLast(Socks4ServerEncoder.INSTANCE, new Socks4ServerDecoder(), new Socks4());
				case "socks5" ->
					pipeline.addLast(Socks5ServerEncoder.DEFAULT, new Socks5InitialRequestDecoder(), new Socks5());
				default -> throw new IllegalArgumentException(type);
			}
		});
	}

	public int port() {
		return Relay.port(this.server);
	}

	/** The hosts and ports that were asked for, one for each connection. */
	public List<String> targets() {
		return this.targets;
	}

	/** Has it lead to another port from now on, whatever host is asked for. */
	public void lead(int from, int to) {
		this.ports.put(from, to);
	}

	/** Has it refuse all connections from now on. */
	public void forbid() {
		this.forbidding = true;
	}

	@Override
	public void close() {
		this.group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
	}

	private void open(ChannelHandlerContext context, String host, int port, Object accepted, Object refused) {
		this.targets.add(host + ":" + port);
		if (this.forbidding) {
			context.writeAndFlush(refused).addListener(ChannelFutureListener.CLOSE);
			return;
		}
		Relay.connect(context.channel(), this.ports.getOrDefault(port, port),
				(relay) -> context.writeAndFlush(accepted).addListener((ChannelFutureListener) (written) -> {
					for (ChannelHandler handler : context.pipeline().toMap().values()) {
						context.pipeline().remove(handler);
					}
					relay.run();
				}), () -> context.writeAndFlush(refused).addListener(ChannelFutureListener.CLOSE));
	}

	private static DefaultFullHttpResponse answer(HttpResponseStatus status) {
		DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
				Unpooled.EMPTY_BUFFER);
		if (!HttpResponseStatus.OK.equals(status)) {
			answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
		}
		return answer;
	}

	private final class HttpConnect extends SimpleChannelInboundHandler<FullHttpRequest> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
			if (!HttpMethod.CONNECT.equals(request.method())) {
				context.writeAndFlush(answer(HttpResponseStatus.METHOD_NOT_ALLOWED));
				return;
			}
			if (TestProxy.this.username != null) {
				String credentials = TestProxy.this.username + ":" + TestProxy.this.password;
				String expected = "Basic "
						+ Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
				if (!expected.equals(request.headers().get(HttpHeaderNames.PROXY_AUTHORIZATION))) {
					context.writeAndFlush(answer(HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED));
					return;
				}
			}
			int colon = request.uri().lastIndexOf(':');
			open(context, request.uri().substring(0, colon), Integer.parseInt(request.uri().substring(colon + 1)),
					answer(HttpResponseStatus.OK), answer(HttpResponseStatus.FORBIDDEN));
		}

	}

	private final class Socks4 extends SimpleChannelInboundHandler<Socks4CommandRequest> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, Socks4CommandRequest request) {
			if (TestProxy.this.username != null && !TestProxy.this.username.equals(request.userId())) {
				context.writeAndFlush(new DefaultSocks4CommandResponse(Socks4CommandStatus.IDENTD_AUTH_FAILURE));
				return;
			}
			open(context, request.dstAddr(), request.dstPort(),
					new DefaultSocks4CommandResponse(Socks4CommandStatus.SUCCESS),
					new DefaultSocks4CommandResponse(Socks4CommandStatus.REJECTED_OR_FAILED));
		}

	}

	private final class Socks5 extends SimpleChannelInboundHandler<SocksMessage> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, SocksMessage message) {
			if (message instanceof Socks5InitialRequest) {
				boolean open = TestProxy.this.username == null;
				context.pipeline()
					.addFirst(open ? new Socks5CommandRequestDecoder() : new Socks5PasswordAuthRequestDecoder());
				context.writeAndFlush(
						new DefaultSocks5InitialResponse(open ? Socks5AuthMethod.NO_AUTH : Socks5AuthMethod.PASSWORD));
			}
			else if (message instanceof Socks5PasswordAuthRequest request) {
				boolean known = Objects.equals(request.username(), TestProxy.this.username)
						&& Objects.equals(request.password(), TestProxy.this.password);
				context.pipeline().addFirst(new Socks5CommandRequestDecoder());
				context.writeAndFlush(new DefaultSocks5PasswordAuthResponse(
						known ? Socks5PasswordAuthStatus.SUCCESS : Socks5PasswordAuthStatus.FAILURE));
			}
			else if (message instanceof Socks5CommandRequest request) {
				open(context, request.dstAddr(), request.dstPort(),
						new DefaultSocks5CommandResponse(Socks5CommandStatus.SUCCESS, request.dstAddrType()),
						new DefaultSocks5CommandResponse(Socks5CommandStatus.FORBIDDEN, request.dstAddrType()));
			}
		}

	}

}
