package io.github.discordgateway.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses what other web pages make a browser send, to the console and to the actuator
 * alike, since neither asks for a password: requests to a foreign host name, which a
 * page's own name becomes once it points to this machine (DNS rebinding), and requests
 * from another origin. A link to the console works from everywhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForeignRequestFilter implements WebFilter {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

	private static final Pattern PORT = Pattern.compile(":\\d*$");

	private static final String FOREIGN_HOST = "The demo answers at http://localhost and other names of the loopback"
			+ " interface only. List further host names in demo.allowed-hosts.";

	private static final String FOREIGN_ORIGIN = "The demo answers no requests of web pages from another origin.";

	private final Set<String> allowedHosts;

	ForeignRequestFilter(@Value("${demo.allowed-hosts:}") List<String> allowedHosts) {
		this.allowedHosts = allowedHosts.stream()
			.map((host) -> host.strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String problem = problem(exchange.getRequest());
		return (problem != null) ? refuse(exchange.getResponse(), problem) : chain.filter(exchange);
	}

	private @Nullable String problem(ServerHttpRequest request) {
		List<String> hosts = request.getHeaders().getOrEmpty(HttpHeaders.HOST);
		if (hosts.size() != 1 || !isAllowed(hosts.get(0))) {
			return FOREIGN_HOST;
		}
		return (isFromAnotherOrigin(request) || isPartOfAnotherPage(request)) ? FOREIGN_ORIGIN : null;
	}

	private boolean isAllowed(String hostAndPort) {
		String host = PORT.matcher(hostAndPort).replaceFirst("").toLowerCase(Locale.ROOT);
		return LOOPBACK.matcher(host).matches() || this.allowedHosts.contains(host);
	}

	private static boolean isFromAnotherOrigin(ServerHttpRequest request) {
		try {
			return CorsUtils.isCorsRequest(request);
		}
		catch (IllegalArgumentException ex) {
			// An origin that is no URL is not this one.
			return true;
		}
	}

	/**
	 * Whether a browser says that another page loads this, as a picture or a script is
	 * loaded, without naming its origin.
	 */
	private static boolean isPartOfAnotherPage(ServerHttpRequest request) {
		String site = request.getHeaders().getFirst("Sec-Fetch-Site");
		return site != null && !Set.of("same-origin", "none").contains(site)
				&& !"navigate".equals(request.getHeaders().getFirst("Sec-Fetch-Mode"));
	}

	private static Mono<Void> refuse(ServerHttpResponse response, String problem) {
		response.setStatusCode(HttpStatus.FORBIDDEN);
		response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
		return response.writeWith(
				Mono.fromSupplier(() -> response.bufferFactory().wrap(problem.getBytes(StandardCharsets.US_ASCII))));
	}

}
