package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.discordgateway.autoconfigure.DiscordRestProperties;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRateLimiter.Scope;
import io.github.discordgateway.rest.RestRequestListener;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Counts what becomes of requests to Discord's API.
 */
@Component
class RequestFigures implements RestRequestListener {

	/** Discord's API has some hundred routes; the page shows those that are used most. */
	private static final int MAX_ROUTES = 500;

	private static final int SHOWN = 8;

	private final Map<String, Route> routes = new TreeMap<>();

	private final Map<Scope, Long> limited = new EnumMap<>(Scope.class);

	private final RestRateLimiter limiter;

	private final int perSecond;

	private long repeated;

	RequestFigures(RestRateLimiter limiter, DiscordRestProperties properties) {
		this.limiter = limiter;
		this.perSecond = properties.requestsPerSecond();
	}

	@Override
	public synchronized void permitted(RestRoute route, Duration waited) {
		Route figures = figures(route);
		figures.lastWait = waited;
		if (waited.compareTo(figures.longestWait) > 0) {
			figures.longestWait = waited;
		}
	}

	@Override
	public synchronized void answered(RestRoute route, @Nullable Integer status, Duration took) {
		Route figures = figures(route);
		figures.requests++;
		figures.lastStatus = status;
	}

	@Override
	public synchronized void limited(RestRoute route, @Nullable Scope scope) {
		figures(route).limited++;
		if (scope != null) {
			this.limited.merge(scope, 1L, Long::sum);
		}
	}

	@Override
	public synchronized void repeated(RestRoute route) {
		this.repeated++;
	}

	private Route figures(RestRoute route) {
		String name = (this.routes.size() < MAX_ROUTES || this.routes.containsKey(route.toString())) ? route.toString()
				: "other";
		return this.routes.computeIfAbsent(name, (first) -> new Route());
	}

	ConsoleSnapshot.Requests snapshot() {
		double waiting = this.limiter.waiting();
		double left = this.limiter.invalidRequestsLeft();
		synchronized (this) {
			List<ConsoleSnapshot.Route> shown = this.routes.entrySet()
				.stream()
				.sorted(Comparator.comparingLong((Map.Entry<String, Route> route) -> -route.getValue().requests))
				.limit(SHOWN)
				.map((route) -> route.getValue().shown(route.getKey()))
				.toList();
			return new ConsoleSnapshot.Requests(
					this.routes.values().stream().mapToLong((route) -> route.requests).sum(), this.perSecond,
					Double.isNaN(waiting) ? null : (int) waiting, Double.isNaN(left) ? null : (int) left, this.repeated,
					count(Scope.USER), count(Scope.GLOBAL), count(Scope.SHARED), shown);
		}
	}

	private long count(Scope scope) {
		return this.limited.getOrDefault(scope, 0L);
	}

	private static final class Route {

		private long requests;

		private long limited;

		private @Nullable Integer lastStatus;

		private Duration lastWait = Duration.ZERO;

		private Duration longestWait = Duration.ZERO;

		private ConsoleSnapshot.Route shown(String name) {
			return new ConsoleSnapshot.Route(name, this.requests, this.lastStatus, this.lastWait.toMillis(),
					this.longestWait.toMillis(), this.limited);
		}

	}

}
