package io.github.discordgateway.actuate.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRequestListener;
import io.github.discordgateway.rest.RestRoute;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Measures requests to Discord's API. Tags hold routes and never ids, so that there are
 * only so many.
 */
public final class RestMetrics implements MeterBinder, RestRequestListener {

	private static final String PREFIX = "discord.rest.";

	private final Supplier<RestRateLimiter> limiter;

	private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

	/**
	 * Measures requests.
	 * @param limiter the one that they wait for; asked when the gauges are read
	 */
	public RestMetrics(Supplier<RestRateLimiter> limiter) {
		this.limiter = limiter;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
		Gauge.builder(PREFIX + "waiting", this.limiter, (limiter) -> limiter.get().waiting())
			.description("Requests that wait for rate limits")
			.baseUnit("requests")
			.register(registry);
		Gauge.builder(PREFIX + "invalid.remaining", this.limiter, (limiter) -> limiter.get().invalidRequestsLeft())
			.description("Invalid requests that Discord tolerates until it bans the address for a while")
			.baseUnit("requests")
			.register(registry);
	}

	@Override
	public void permitted(RestRoute route, Duration waited) {
		for (MeterRegistry registry : this.registries) {
			registry.timer(PREFIX + "limit.wait", tags(route)).record(waited);
		}
	}

	@Override
	public void answered(RestRoute route, @Nullable Integer status, Duration took) {
		for (MeterRegistry registry : this.registries) {
			registry
				.timer(PREFIX + "requests", tags(route).and("status", (status != null) ? status.toString() : "none"))
				.record(took);
		}
	}

	@Override
	public void limited(RestRoute route, RestRateLimiter.@Nullable Scope scope) {
		for (MeterRegistry registry : this.registries) {
			registry
				.counter(PREFIX + "limited",
						tags(route).and("scope", (scope != null) ? scope.name().toLowerCase(Locale.ROOT) : "none"))
				.increment();
		}
	}

	@Override
	public void repeated(RestRoute route) {
		for (MeterRegistry registry : this.registries) {
			registry.counter(PREFIX + "retries", tags(route)).increment();
		}
	}

	private static Tags tags(RestRoute route) {
		return Tags.of("method", route.method().name(), "route", route.template());
	}

}
