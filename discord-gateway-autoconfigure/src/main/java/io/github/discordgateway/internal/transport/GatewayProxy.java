package io.github.discordgateway.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.netty.channel.EventLoopGroup;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.transport.ProxyProvider;

import org.springframework.util.PatternMatchUtils;

/**
 * A proxy between this process and Discord.
 *
 * @param type what it speaks
 * @param host its host
 * @param port its port
 * @param username who uses it; {@code null} when it does not ask
 * @param password the password, which SOCKS4 does not have; {@code null} for none
 * @param nonProxyHosts hosts that are reached without it; a {@code *} stands for anything
 */
public record GatewayProxy(Type type, String host, int port, @Nullable String username, @Nullable String password,
		List<String> nonProxyHosts) {

	private static final Log logger = LogFactory.getLog(GatewayProxy.class);

	/**
	 * Has a client use the proxy. Its address is looked up for each connection, so that
	 * it may move, and of several the first that answers is taken; the hosts behind it
	 * are looked up by the proxy.
	 * @param client connects
	 * @param timeout the limit for its answer
	 * @return a client that uses the proxy
	 */
	public HttpClient apply(HttpClient client, Duration timeout) {
		return client.resolver(NoopAddressResolverGroup.INSTANCE).proxyWhen((config, spec) -> {
			String uri = config.uri();
			Mono<InetSocketAddress> address = (uri == null || proxies(URI.create(uri))) ? address(config)
					: Mono.just(InetSocketAddress.createUnresolved(this.host, this.port));
			return address.map((resolved) -> configure(spec, resolved, timeout));
		});
	}

	/**
	 * Has a client use the proxy of the JVM's system properties, if there is one.
	 * @param client connects
	 * @return a client that uses the proxy
	 */
	public static HttpClient applySystemProperties(HttpClient client) {
		HttpClient proxied = client.proxyWithSystemProperties();
		return proxied.configuration().hasProxy() ? proxied.resolver(NoopAddressResolverGroup.INSTANCE) : proxied;
	}

	/**
	 * Whether a URL is reached through the proxy.
	 * @param url what to connect to
	 * @return whether no pattern excludes its host
	 */
	public boolean proxies(URI url) {
		return proxies((url.getHost() != null) ? url.getHost() : "");
	}

	private boolean proxies(String target) {
		return this.nonProxyHosts.stream()
			.noneMatch((pattern) -> PatternMatchUtils.simpleMatch(pattern.toLowerCase(Locale.ROOT),
					target.toLowerCase(Locale.ROOT)));
	}

	/** The look-up may block; the connection shall stay on the caller's event loop. */
	private Mono<InetSocketAddress> address(HttpClientConfig config) {
		Mono<InetSocketAddress> address = Mono
			.fromCallable(
					() -> new InetSocketAddress(firstOf(InetAddress.getAllByName(this.host), this.port), this.port))
			.subscribeOn(Schedulers.boundedElastic());
		EventLoopGroup loops = config.loopResources().onClient(config.isPreferNative());
		for (EventExecutor loop : loops) {
			if (loop.inEventLoop()) {
				return address.publishOn(Schedulers.fromExecutor(loop));
			}
		}
		return address;
	}

	/**
	 * Chooses an address: the first one that accepts a connection, or else the last one.
	 * A single one is not tried.
	 * @param addresses at least one
	 * @param port the port
	 * @return one of them
	 */
	static InetAddress firstOf(InetAddress[] addresses, int port) {
		for (int i = 0; i < addresses.length - 1; i++) {
			if (accepts(addresses[i], port)) {
				return addresses[i];
			}
		}
		return addresses[addresses.length - 1];
	}

	private static boolean accepts(InetAddress address, int port) {
		try (Socket socket = new Socket(Proxy.NO_PROXY)) {
			socket.connect(new InetSocketAddress(address, port), (int) ConnectAddresses.MAX_PER_ADDRESS.toMillis());
			return true;
		}
		catch (IOException ex) {
			logger.debug("The proxy does not answer at " + address + ": " + ex.getMessage());
			return false;
		}
	}

	private ProxyProvider.Builder configure(ProxyProvider.TypeSpec spec, InetSocketAddress address, Duration timeout) {
		ProxyProvider.Builder builder = spec.type(this.type.type)
			.socketAddress(address)
			.nonProxyHostsPredicate(
					(target) -> target instanceof InetSocketAddress host && !proxies(host.getHostString()))
			.connectTimeoutMillis(timeout.toMillis());
		if (this.username != null) {
			builder.username(this.username);
			String secret = this.password;
			if (secret != null) {
				builder.password((user) -> secret);
			}
		}
		return builder;
	}

	/**
	 * The proxy as a URL, without the credentials.
	 * @return for example {@code socks5://proxy.example.org:1080}
	 */
	@Override
	public String toString() {
		return this.type.name().toLowerCase(Locale.ROOT) + "://" + this.host + ":" + this.port;
	}

	/**
	 * What a proxy speaks.
	 */
	public enum Type {

		/** HTTP, with the method CONNECT. */
		HTTP(ProxyProvider.Proxy.HTTP),

		/** SOCKS 4a, which knows users but no passwords. */
		SOCKS4(ProxyProvider.Proxy.SOCKS4),

		/** SOCKS 5. */
		SOCKS5(ProxyProvider.Proxy.SOCKS5);

		private final ProxyProvider.Proxy type;

		Type(ProxyProvider.Proxy type) {
			this.type = type;
		}

	}

}
