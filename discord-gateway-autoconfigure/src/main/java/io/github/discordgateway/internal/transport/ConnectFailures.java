package io.github.discordgateway.internal.transport;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.ProxyConnectException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Says why Discord cannot be reached, and what to do. Whoever connects tries again by
 * itself, so that the remedy is logged once for each problem, and the last one kept.
 */
public final class ConnectFailures {

	private static final Log logger = LogFactory.getLog(ConnectFailures.class);

	/** More different problems than that are not about the configuration. */
	private static final int MAX_REMEDIES = 100;

	private static final List<String> REASONS = List.of("Connection refused", "No route to host",
			"Network is unreachable", "Connection timed out", "Connection reset", "Broken pipe");

	private final @Nullable GatewayProxy proxy;

	private final TlsFailures tls;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	private volatile @Nullable ConnectFailure last;

	/**
	 * Knows how connections are made.
	 * @param proxy the proxy; {@code null} when there is none
	 * @param bundle the name of the SSL bundle; {@code null} when there is none
	 */
	public ConnectFailures(@Nullable GatewayProxy proxy, @Nullable String bundle) {
		this.proxy = proxy;
		this.tls = new TlsFailures(bundle);
	}

	/**
	 * The last failure that was explained.
	 * @return the failure; {@code null} when there was none, or a connection has been
	 * opened since
	 */
	public @Nullable ConnectFailure last() {
		return this.last;
	}

	/** A connection was opened. */
	public void connected() {
		this.last = null;
	}

	/**
	 * Explains a failure, and logs what to do when that was not said yet.
	 * @param url what to connect to
	 * @param problem what was thrown
	 * @return a {@link ConnectFailure}; the problem itself when it is of another kind
	 */
	public Throwable explain(URI url, Throwable problem) {
		ConnectFailure failure = find(url, problem);
		if (failure == null) {
			return problem;
		}
		this.last = failure;
		if (this.told.size() < MAX_REMEDIES && this.told.add(String.valueOf(failure.getMessage()))) {
			logger.warn("Cannot connect: " + failure.getMessage() + ". " + failure.remedy());
		}
		return failure;
	}

	private @Nullable ConnectFailure find(URI url, Throwable problem) {
		String server = server(url);
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectFailure failure) {
				return failure;
			}
			if (cause instanceof ProxyConnectException) {
				return proxyRefused(server, cause);
			}
			GatewayProxy between = (this.proxy != null && this.proxy.proxies(url)) ? this.proxy : null;
			if (cause instanceof UnknownHostException) {
				return unknownHost((between != null) ? between.host() : url.getHost(), between, cause);
			}
			if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
				return unreachable(server, between, cause);
			}
		}
		return this.tls.explain(server, String.valueOf(url.getHost()), problem);
	}

	private static String server(URI url) {
		boolean secure = "wss".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
		return url.getHost() + ":" + ((url.getPort() > 0) ? url.getPort() : secure ? 443 : 80);
	}

	private static ConnectFailure unknownHost(String host, @Nullable GatewayProxy proxy, Throwable cause) {
		if (proxy != null) {
			return new ConnectFailure("the host of the proxy " + proxy + " is not known",
					"Check discord.gateway.proxy.host, and this machine's DNS.", cause);
		}
		return new ConnectFailure("the host " + host + " is not known",
				"Check this machine's DNS, and discord.gateway.url and discord.gateway.api-url when they are set. "
						+ "Where only a proxy gets out, set discord.gateway.proxy.host.",
				cause);
	}

	private static ConnectFailure unreachable(String server, @Nullable GatewayProxy proxy, Throwable cause) {
		String reason = (cause instanceof ConnectTimeoutException) ? "no answer in time" : plain(cause);
		if (proxy != null) {
			return new ConnectFailure("the proxy " + proxy + " cannot be reached: " + reason,
					"Check discord.gateway.proxy.host and discord.gateway.proxy.port, and that the proxy runs.", cause);
		}
		return new ConnectFailure(server + " cannot be reached: " + reason,
				"Check the network and the firewall, and discord.gateway.url and discord.gateway.api-url when they "
						+ "are set. Where only a proxy gets out, set discord.gateway.proxy.host.",
				cause);
	}

	private ConnectFailure proxyRefused(String server, Throwable cause) {
		String said = String.valueOf(cause.getMessage());
		String reason = said.substring(said.lastIndexOf(", ") + 1).strip();
		String name = (this.proxy != null) ? "the proxy " + this.proxy : "the proxy of the system properties";
		if (said.contains("status: 407") || said.contains("authMethod") || said.contains("authStatus")
				|| said.contains("IDENTD")) {
			return new ConnectFailure(name + " refused the credentials: " + reason,
					"Check discord.gateway.proxy.username and discord.gateway.proxy.password.", cause);
		}
		return new ConnectFailure(name + " did not connect to " + server + ": " + reason,
				"Check that discord.gateway.proxy.type and discord.gateway.proxy.port are those of the proxy, and "
						+ "that it allows connections to " + server + ".",
				cause);
	}

	/** Netty adds the system call and the address, which is named already. */
	static String plain(Throwable cause) {
		String message = String.valueOf(cause.getMessage());
		return REASONS.stream().filter(message::contains).findFirst().orElse(message).toLowerCase(Locale.ROOT);
	}

}
