package io.github.discordgateway.simulator;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Which web pages may talk to the simulator: those of its own address, and those that are
 * configured. Any page can make a browser open a WebSocket to a loopback port, and only
 * {@code Origin} tells which one did; a client that is no browser sends none.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc6455#section-10.2">RFC 6455,
 * 10.2</a>
 */
final class AllowedOrigins {

	/** All browsers begin their names with it. */
	private static final String BROWSER = "Mozilla/";

	private final Set<String> configured;

	AllowedOrigins(Collection<String> configured) {
		this.configured = configured.stream().map(AllowedOrigins::lowerCase).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether a request may be answered.
	 * @param headers its headers
	 * @param port the simulator's port
	 * @return {@code false} when it comes from a page from elsewhere
	 */
	boolean allows(HttpHeaders headers, int port) {
		Set<String> own = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
		return headers.getAll(HttpHeaderNames.ORIGIN)
			.stream()
			.map(AllowedOrigins::lowerCase)
			.allMatch((origin) -> own.contains(origin) || this.configured.contains(origin)
					|| isOfAProgram(origin, headers));
	}

	/**
	 * Whether a program that is no browser names the host that it connects to, as Netty's
	 * WebSocket client does. A page of a host name that was bound to this machine does
	 * so, too, but no page can hide which browser shows it.
	 */
	private static boolean isOfAProgram(String origin, HttpHeaders headers) {
		String agent = headers.get(HttpHeaderNames.USER_AGENT, "");
		String host = lowerCase(headers.get(HttpHeaderNames.HOST, ""));
		return !agent.isEmpty() && !agent.startsWith(BROWSER)
				&& (origin.equals("http://" + host) || origin.equals("https://" + host));
	}

	private static String lowerCase(String origin) {
		return origin.toLowerCase(Locale.ROOT);
	}

}
