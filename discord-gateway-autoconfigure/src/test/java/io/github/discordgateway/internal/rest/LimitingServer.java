package io.github.discordgateway.internal.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.rest.RestRateLimiter.Answer;
import io.github.discordgateway.rest.RestRateLimiter.Scope;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * A server that enforces limits exactly, in virtual time, and knows of each request that
 * it refuses whether that could have been avoided.
 */
final class LimitingServer {

	private static final double SECOND = 1e9;

	private final VirtualTimeScheduler time;

	private final Random random;

	private final Behaviour behaviour;

	private final Map<String, Window> windows = new HashMap<>();

	private final Map<String, Quota> quotas = new HashMap<>();

	private final Deque<Long> lastSecond = new ArrayDeque<>();

	private long secondStart = Long.MIN_VALUE;

	private int inSecond;

	/** What the client has been told: routes with their resource. */
	private final Set<String> told = new HashSet<>();

	private final List<String> avoidable = new ArrayList<>();

	private int refused;

	private int received;

	LimitingServer(VirtualTimeScheduler time, Random random, Behaviour behaviour) {
		this.time = time;
		this.random = random;
		this.behaviour = behaviour;
	}

	/** Has a route share the limit of others of the same name. */
	void quota(RestRoute route, String bucket, int limit, Duration period) {
		this.quotas.put(route.toString(), new Quota(bucket, limit, period.toNanos()));
	}

	List<String> avoidable() {
		return this.avoidable;
	}

	int refused() {
		return this.refused;
	}

	int received() {
		return this.received;
	}

	/**
	 * Sends a request, as it comes in: on the way, counted, and on the way back.
	 * @return the answer; nothing when it is lost
	 */
	Mono<Answer> exchange(RestRoute route) {
		return Mono.defer(() -> {
			String bucket = bucket(route);
			Request request = new Request(route, now(), bucket, this.told.contains(knowledge(route, bucket)));
			return Mono.delay(latency(), this.time)
				.map((tick) -> process(request))
				.delayElement(latency(), this.time)
				.flatMap((answer) -> chance(this.behaviour.lost()) ? Mono.never() : Mono.just(answer))
				.doOnNext((answer) -> tell(request, answer));
		});
	}

	private void tell(Request request, Answer answer) {
		request.answeredAt = now();
		if (answer.bucket() != null) {
			this.told.add(knowledge(request.route, answer.bucket()));
		}
	}

	private static String knowledge(RestRoute route, @Nullable String bucket) {
		return route + " " + route.resource() + " " + bucket;
	}

	/** The name of the bucket of a route, which may change. */
	private @Nullable String bucket(RestRoute route) {
		Quota quota = this.quotas.get(route.toString());
		if (quota == null) {
			return null;
		}
		return quota.bucket + ((now() >= this.behaviour.renamesAfter().toNanos()) ? "-renamed" : "");
	}

	private Duration latency() {
		int max = this.behaviour.maxLatencyMillis();
		return Duration.ofMillis((max > 0) ? this.random.nextInt(max) : 0);
	}

	private boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

	private long now() {
		return this.time.now(TimeUnit.NANOSECONDS);
	}

	private Answer process(Request request) {
		RestRoute route = request.route;
		this.received++;
		long now = now();
		if (route.globallyLimited() && !countSecond(now)) {
			this.refused++;
			this.avoidable.add(route + " exceeded the limit for all at " + now / SECOND);
			return new Answer(429, null, -1, -1, Double.NaN, null, Duration.ofSeconds(1), Scope.GLOBAL, false);
		}
		if (chance(this.behaviour.failing())) {
			return new Answer(502, null, -1, -1, Double.NaN, null, null, null, false);
		}
		Quota quota = this.quotas.get(route.toString());
		if (quota == null) {
			return new Answer(200, null, -1, -1, Double.NaN, null, null, null, false);
		}
		String bucket = bucket(route);
		request.known &= Objects.equals(bucket, request.bucket);
		Window window = this.windows.computeIfAbsent(bucket + " " + route.resource(), (key) -> new Window());
		if (now >= window.end) {
			window.end = now + quota.period;
			window.used.clear();
		}
		if (chance(this.behaviour.shared())) {
			return answer(429, bucket, quota, window, now, Scope.SHARED);
		}
		if (window.used.size() >= quota.limit) {
			this.refused++;
			if (request.known && window.knownTo(request) >= quota.limit) {
				this.avoidable.add(route + " " + route.resource() + " exceeded " + quota + " at " + now / SECOND);
			}
			return answer(429, bucket, quota, window, now, Scope.USER);
		}
		window.used.add(request);
		return answer(200, bucket, quota, window, now, null);
	}

	private Answer answer(int status, @Nullable String bucket, Quota quota, Window window, long now,
			@Nullable Scope scope) {
		double skew = this.behaviour.clockSkewSeconds();
		long millis = Math.floorDiv(window.end - now, 1_000_000L);
		double reset = this.behaviour.tellsReset() ? Math.round((window.end / SECOND + skew) * 1000) / 1000.0
				: Double.NaN;
		return new Answer(status, bucket, quota.limit, quota.limit - window.used.size(), reset,
				Duration.ofMillis(millis), (status == 429) ? Duration.ofMillis(millis + 1) : null, scope, false);
	}

	/** Half of the servers have seconds of a clock, the others look back. */
	private boolean countSecond(long now) {
		if (this.behaviour.slidingSecond()) {
			while (!this.lastSecond.isEmpty() && this.lastSecond.peek() <= now - (long) SECOND) {
				this.lastSecond.remove();
			}
			return this.lastSecond.size() < this.behaviour.requestsPerSecond() && this.lastSecond.add(now);
		}
		long start = now - Math.floorMod(now, (long) SECOND);
		if (start != this.secondStart) {
			this.secondStart = start;
			this.inSecond = 0;
		}
		return ++this.inSecond <= this.behaviour.requestsPerSecond();
	}

	/**
	 * What a server is like.
	 *
	 * @param maxLatencyMillis how long a request is on its way at most, each way
	 * @param requestsPerSecond the limit for all
	 * @param slidingSecond whether it looks back a second at any time
	 * @param tellsReset whether it names the end of a period by its clock
	 * @param clockSkewSeconds how wrong that clock is
	 * @param shared how often a shared limit is exceeded
	 * @param failing how often there is an answer without numbers
	 * @param lost how often there is no answer
	 * @param renamesAfter when its buckets get other names
	 */
	record Behaviour(int maxLatencyMillis, int requestsPerSecond, boolean slidingSecond, boolean tellsReset,
			double clockSkewSeconds, double shared, double failing, double lost, Duration renamesAfter) {

		static final Behaviour EXACT = new Behaviour(0, 50, true, true, 0, 0, 0, 0, Duration.ofDays(1));

		static Behaviour random(Random random) {
			boolean calm = random.nextBoolean();
			return new Behaviour(random.nextInt(4) * 80, 20 + random.nextInt(60), random.nextBoolean(),
					random.nextInt(4) != 0, random.nextInt(2000) - 1000, calm ? 0 : random.nextDouble() * 0.1,
					calm ? 0 : random.nextDouble() * 0.1, calm ? 0 : random.nextDouble() * 0.05,
					Duration.ofSeconds(1 + random.nextInt(20)));
		}

	}

	private record Quota(String bucket, int limit, long period) {
	}

	private static final class Request {

		private final RestRoute route;

		private final long sentAt;

		private final @Nullable String bucket;

		/** Whether the client knew the bucket of its route, and it is still the same. */
		private boolean known;

		private long answeredAt = Long.MAX_VALUE;

		private Request(RestRoute route, long sentAt, @Nullable String bucket, boolean known) {
			this.route = route;
			this.sentAt = sentAt;
			this.bucket = bucket;
			this.known = known;
		}

	}

	private static final class Window {

		private final List<Request> used = new ArrayList<>();

		private long end = Long.MIN_VALUE;

		/**
		 * How many of the requests its sender could know to count here: those of routes
		 * whose bucket it knew, or whose answer it had.
		 */
		private long knownTo(Request request) {
			return this.used.stream().filter((other) -> other.known || other.answeredAt < request.sentAt).count();
		}

	}

}
