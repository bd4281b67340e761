package io.github.discordgateway.internal.transport;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.NoopAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.NameResolverProvider;

/**
 * One HTTP client, with its threads, for all shards and for the REST request.
 *
 * <p>
 * The threads are no daemons: an application without a web server then lives as long as
 * its shards. Connections of shards are not pooled: each shard needs one of its own, and
 * a pool would limit their number.
 */
public final class GatewayHttpResources implements AutoCloseable {

	/**
	 * A write that takes longer has no peer any more. Closes sockets on which not even a
	 * close frame gets through.
	 */
	private static final int WRITE_TIMEOUT_SECONDS = 30;

	private static final Duration QUIET_PERIOD = Duration.ZERO;

	/** Threads that do not end by then are left to the end of the process. */
	private volatile Duration closeTimeout = Duration.ofSeconds(5);

	private final LoopResources loops;

	private final EventLoopGroup eventLoops;

	private final UnaryOperator<HttpClient> configuration;

	/**
	 * Set before the client runs on its threads, which would make one of their own that
	 * neither ends with them nor gives way to a proxy.
	 */
	private final AddressResolverGroup<?> resolver;

	private final HttpClient httpClient;

	private @Nullable ConnectionProvider pool;

	/**
	 * Starts the client.
	 * @param connectTimeout limit for a TCP connection; of a host with several addresses
	 * each but the last has a part of it, at most two seconds
	 */
	public GatewayHttpResources(Duration connectTimeout) {
		this(connectTimeout, UnaryOperator.identity());
	}

	/**
	 * Starts a client with what it needs beside the threads: TLS, a proxy, and the like.
	 * @param connectTimeout limit for a TCP connection
	 * @param customizer changes the client
	 */
	public GatewayHttpResources(Duration connectTimeout, UnaryOperator<HttpClient> customizer) {
		this.loops = LoopResources.create("discord-gateway", LoopResources.DEFAULT_IO_WORKER_COUNT, false);
		this.eventLoops = this.loops.onClient(LoopResources.DEFAULT_NATIVE);
		this.resolver = NameResolverProvider.builder()
			.build()
			.newNameResolverGroup(this.loops, LoopResources.DEFAULT_NATIVE);
		this.configuration = (client) -> leaveNamesToProxy(customizer.apply(configure(client, connectTimeout)));
		this.httpClient = this.configuration.apply(HttpClient.create(ConnectionProvider.newConnection()));
	}

	private HttpClient configure(HttpClient client, Duration connectTimeout) {
		return client.resolver(this.resolver)
			.runOn(this.loops)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
					(int) Math.min(Math.max(connectTimeout.toMillis(), 1), Integer.MAX_VALUE))
			.resolvedAddressesSelector((config, addresses) -> ConnectAddresses.limit(addresses, connectTimeout))
			.doOnChannelInit((observer, channel, remote) -> {
				ConnectAddresses.install(channel);
				HandshakeGuard.install(observer, channel, remote);
			})
			.doOnConnected((connection) -> connection.addHandlerLast(new WriteTimeoutHandler(WRITE_TIMEOUT_SECONDS)));
	}

	/** Which may know names that nobody here does. */
	private HttpClient leaveNamesToProxy(HttpClient client) {
		HttpClientConfig configuration = client.configuration();
		return (configuration.hasProxy() && configuration.resolver() == this.resolver)
				? client.resolver(NoopAddressResolverGroup.INSTANCE) : client;
	}

	/**
	 * The client that all connections share.
	 * @return the client
	 */
	public HttpClient httpClient() {
		return this.httpClient;
	}

	/**
	 * A client with the same threads, TLS and proxy that keeps connections open for the
	 * next request. To be asked for once.
	 * @param maxConnections how many connections there are at most
	 * @param maxIdle for how long one is kept that nobody uses
	 * @return the client
	 */
	public HttpClient pooledHttpClient(int maxConnections, Duration maxIdle) {
		ConnectionProvider provider = ConnectionProvider.builder("discord-gateway-rest")
			.maxConnections(maxConnections)
			.pendingAcquireMaxCount(-1)
			// Forever: who sends a request knows how long it waits for the answer.
			.pendingAcquireTimeout(Duration.ZERO)
			.maxIdleTime(maxIdle)
			.lifo()
			.build();
		this.pool = provider;
		// What may be sent twice is decided by whoever knows what it is.
		return this.configuration.apply(HttpClient.create(provider)).disableRetry(true);
	}

	/**
	 * An event loop for a shard. A connection that is opened on it stays on it.
	 * @return the next one in turn
	 */
	public EventLoop nextEventLoop() {
		return this.eventLoops.next();
	}

	/**
	 * Sets how long {@link #close} may take. Default: 5 seconds.
	 * @param closeTimeout the limit
	 */
	public void setCloseTimeout(Duration closeTimeout) {
		this.closeTimeout = closeTimeout;
	}

	/** Ends the threads, and with them all connections. */
	@Override
	public void close() {
		Duration limit = this.closeTimeout;
		if (this.pool != null) {
			this.pool.dispose();
		}
		this.resolver.close();
		this.loops.disposeLater(QUIET_PERIOD, limit).timeout(limit).onErrorComplete(TimeoutException.class).block();
	}

}
