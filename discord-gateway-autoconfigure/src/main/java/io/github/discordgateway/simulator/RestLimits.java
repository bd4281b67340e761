package io.github.discordgateway.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The limits of requests: one for each bucket and top-level resource, and one for all
 * requests of the bot. A period begins with the first request after the one before it,
 * and the request that comes just after its end is the first of the next. Thread-safe.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
final class RestLimits {

	private static final int MAX_PERIODS = 10_000;

	private static final Duration GLOBAL_WINDOW = Duration.ofSeconds(1);

	private static final String MESSAGE = "You are being rate limited.";

	private final LongSupplier nanoTime;

	private final Map<String, Rule> rules = new HashMap<>();

	private final Map<String, Period> periods = new HashMap<>();

	private @Nullable Rule otherwise;

	private int global;

	RestLimits(@Nullable Rule otherwise, int global, Map<String, Rule> rules, LongSupplier nanoTime) {
		this.otherwise = otherwise;
		this.global = global;
		this.rules.putAll(rules);
		this.nanoTime = nanoTime;
	}

	/** Limits a route; {@code null} for all that have no limit of their own. */
	synchronized void limit(@Nullable String route, @Nullable Rule rule) {
		if (route == null) {
			this.otherwise = rule;
		}
		else if (rule == null) {
			this.rules.put(route, Rule.NONE);
		}
		else {
			this.rules.put(route, rule);
		}
		this.periods.clear();
	}

	/** Limits each route alike again. */
	synchronized void reset(@Nullable Rule each, int all) {
		this.rules.clear();
		this.periods.clear();
		this.otherwise = each;
		this.global = all;
	}

	synchronized void limitAll(int requestsPerSecond) {
		this.global = requestsPerSecond;
		this.periods.clear();
	}

	/**
	 * Counts a request.
	 * @param route what it is for, with {@code {id}} in the place of ids
	 * @param resource the top-level resource
	 * @param globallyLimited whether the limit of the whole bot counts
	 * @return what to tell about the limit, and whether it was exceeded
	 */
	synchronized Decision count(String route, String resource, boolean globallyLimited) {
		long now = this.nanoTime.getAsLong();
		if (this.periods.size() > MAX_PERIODS) {
			this.periods.values().removeIf((period) -> now - period.end >= 0);
		}
		if (globallyLimited && this.global > 0) {
			Period all = period("", GLOBAL_WINDOW, now);
			if (all.used >= this.global) {
				return exceeded(Map.of(), all.end - now, true);
			}
			all.used++;
		}
		Rule rule = this.rules.getOrDefault(route, this.otherwise);
		if (rule == null || rule == Rule.NONE) {
			return new Decision(Map.of(), null);
		}
		String bucket = (rule.bucket() != null) ? rule.bucket() : route;
		Period period = period(bucket + " " + resource, rule.window(), now);
		boolean within = period.used < rule.count();
		if (within) {
			period.used++;
		}
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("X-RateLimit-Limit", Integer.toString(rule.count()));
		headers.put("X-RateLimit-Remaining", Integer.toString(rule.count() - period.used));
		headers.put("X-RateLimit-Reset", period.reset);
		headers.put("X-RateLimit-Reset-After", seconds(period.end - now).toPlainString());
		headers.put("X-RateLimit-Bucket", Integer.toHexString(bucket.hashCode()));
		return within ? new Decision(headers, null) : exceeded(headers, period.end - now, false);
	}

	private Period period(String key, Duration window, long now) {
		Period known = this.periods.get(key);
		if (known == null || now - known.end >= 0) {
			long epochMillis = System.currentTimeMillis() + window.toMillis();
			known = new Period(now + window.toNanos(), BigDecimal.valueOf(epochMillis, 3).toPlainString());
			this.periods.put(key, known);
		}
		return known;
	}

	private static Decision exceeded(Map<String, String> headers, long nanos, boolean global) {
		BigDecimal wait = seconds(nanos);
		Map<String, String> all = new LinkedHashMap<>(headers);
		all.put("Retry-After", wait.toPlainString());
		all.put("X-RateLimit-Scope", global ? "global" : "user");
		if (global) {
			all.put("X-RateLimit-Global", "true");
		}
		return new Decision(all,
				ObjectPayloads.template("{}").put("message", MESSAGE).put("retry_after", wait).put("global", global));
	}

	/** Rounded up, so that who waits as long is not too early. */
	private static BigDecimal seconds(long nanos) {
		return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.CEILING);
	}

	/**
	 * How many requests a bucket lets through.
	 *
	 * @param count the number of requests
	 * @param window in which time
	 * @param bucket the name of the bucket; {@code null} for one for each route
	 */
	record Rule(int count, Duration window, @Nullable String bucket) {

		static final Rule NONE = new Rule(Integer.MAX_VALUE, Duration.ofSeconds(1), null);

	}

	/**
	 * What came of counting a request.
	 *
	 * @param headers what the answer tells of the limit
	 * @param refusal the body of 429; {@code null} when the request is within its limits
	 */
	record Decision(Map<String, String> headers, @Nullable ObjectNode refusal) {
	}

	private static final class Period {

		private final long end;

		private final String reset;

		private int used;

		Period(long end, String reset) {
			this.end = end;
			this.reset = reset;
		}

	}

}
