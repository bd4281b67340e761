package io.github.discordgateway.simulator;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which web pages may talk to the simulator: those of its own address, and those that are
 * configured. Any page can make a browser open a WebSocket to a loopback port, and only
 * {@code Origin} tells which one did; a client that is no browser sends none.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc6455#section-10.2">RFC 6455,
 * 10.2</a>
 */
final class AllowedOrigins {

	private final Set<String> configured;

	AllowedOrigins(Collection<String> configured) {
		this.configured = configured.stream().map(AllowedOrigins::lowerCase).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether a request may be answered.
	 * @param origins the values of its header {@code Origin}
	 * @param port the simulator's port
	 * @return {@code false} when one of them is a page from elsewhere
	 */
	boolean allows(Collection<String> origins, int port) {
		Set<String> own = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
		return origins.stream()
			.map(AllowedOrigins::lowerCase)
			.allMatch((origin) -> own.contains(origin) || this.configured.contains(origin));
	}

	private static String lowerCase(String origin) {
		return origin.toLowerCase(Locale.ROOT);
	}

}
