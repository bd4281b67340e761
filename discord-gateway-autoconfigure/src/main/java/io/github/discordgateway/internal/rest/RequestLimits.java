package io.github.discordgateway.internal.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.discordgateway.internal.rest.Ticket.State;
import io.github.discordgateway.rest.RestRateLimiter.Answer;
import io.github.discordgateway.rest.RestRateLimiter.Scope;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;

/**
 * Discord's limits as a model without clock and threads: it is told the time, what is to
 * be sent and what was answered, and says what may go and when to ask again. Not
 * thread-safe.
 *
 * <p>
 * Whose request is the oldest goes first, so that no bucket starves another one where the
 * limit for all is short.
 */
final class RequestLimits {

	/** Only an answer can tell. */
	static final long NEVER = Long.MAX_VALUE;

	private static final int TOO_MANY_REQUESTS = 429;

	/** A ban by Discord's proxy is a 429 without numbers: a long pause for all. */
	private static final long PAUSE_OF_A_BAN = Duration.ofMinutes(1).toNanos();

	/** The API has some hundred routes. */
	private static final int MAX_ROUTES = 2000;

	private static final Comparator<Bucket> BY_OLDEST = Comparator
		.comparingLong((Bucket bucket) -> bucket.queue().firstKey());

	private static final Comparator<Bucket> BY_TIME = Comparator.comparingLong(Bucket::wakeAt)
		.thenComparing(Bucket::key);

	private final Settings settings;

	private final GlobalLimit global;

	private final InvalidRequests invalid;

	/** The name of the bucket of each route, as far as it was learnt. */
	private final Map<String, String> names = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > MAX_ROUTES;
		}

	};

	private final Map<String, Bucket> buckets = new LinkedHashMap<>();

	/**
	 * The requests that wait, by route and resource: those that come later follow them,
	 * whatever their bucket is called meanwhile.
	 */
	private final Map<String, Waiting> waitingOf = new HashMap<>();

	/** Those that nobody uses, in the order in which they are forgotten. */
	private final Set<Bucket> idle = new LinkedHashSet<>();

	private final TreeSet<Bucket> ready = new TreeSet<>(BY_OLDEST);

	/** Those whose requests the limit for all does not bind. */
	private final TreeSet<Bucket> exempt = new TreeSet<>(BY_OLDEST);

	private final TreeSet<Bucket> timed = new TreeSet<>(BY_TIME);

	private long numbers;

	private int waiting;

	private boolean tokenRefused;

	/** Whatever the request, since Discord's proxy takes none. */
	private long bannedUntil = Long.MIN_VALUE;

	RequestLimits(Settings settings) {
		this.settings = settings;
		this.global = new GlobalLimit(settings.requestsPerSecond());
		this.invalid = new InvalidRequests(settings.invalidRequests());
	}

	/** Whether another request may wait. */
	boolean isFull() {
		return this.waiting >= this.settings.maxQueued();
	}

	/** Whether a request makes no sense any more. */
	boolean isRefused(RestRoute route) {
		return this.tokenRefused && !route.authorizedByPath();
	}

	int waiting() {
		return this.waiting;
	}

	int invalidLeft(long now) {
		return this.invalid.left(now);
	}

	int size() {
		return this.buckets.size();
	}

	Ticket submit(RestRoute route, long now) {
		Bucket bucket = bucketOf(route);
		Ticket ticket = new Ticket(this.numbers++, route, bucket);
		enqueue(ticket, bucket, now);
		return ticket;
	}

	private Bucket bucketOf(RestRoute route) {
		Waiting before = this.waitingOf.get(provisionalKey(route));
		if (before != null) {
			return before.bucket;
		}
		Bucket provisional = this.buckets.get(provisionalKey(route));
		if (provisional != null) {
			return provisional;
		}
		String name = this.names.get(route.toString());
		return (name != null) ? bucket(key(name, route), false) : bucket(provisionalKey(route), true);
	}

	private Bucket bucket(String key, boolean provisional) {
		return this.buckets.computeIfAbsent(key, (absent) -> new Bucket(key, provisional));
	}

	private static String provisionalKey(RestRoute route) {
		return key(route.toString(), route);
	}

	private static String key(String name, RestRoute route) {
		return name + " " + route.resource();
	}

	private void enqueue(Ticket ticket, Bucket bucket, long now) {
		change(bucket);
		ticket.bucket(bucket);
		ticket.state(State.WAITING);
		bucket.queue().put(ticket.number(), ticket);
		Waiting waiting = this.waitingOf.computeIfAbsent(provisionalKey(ticket.route()), (key) -> new Waiting(bucket));
		waiting.bucket = bucket;
		waiting.count++;
		this.waiting++;
		changed(bucket, now);
	}

	/** A request does not wait any more. */
	private void dequeued(Ticket ticket) {
		this.waiting--;
		this.waitingOf.computeIfPresent(provisionalKey(ticket.route()),
				(key, waiting) -> (--waiting.count > 0) ? waiting : null);
	}

	/** To be called before a bucket changes, since its place follows from it. */
	private void change(Bucket bucket) {
		this.idle.remove(bucket);
		if (!bucket.queue().isEmpty()) {
			this.ready.remove(bucket);
			this.exempt.remove(bucket);
		}
		this.timed.remove(bucket);
	}

	/** To be called after a bucket has changed. */
	private void changed(Bucket bucket, long now) {
		if (bucket.idle()) {
			retire(bucket, now);
			return;
		}
		if (bucket.queue().isEmpty()) {
			return;
		}
		long at = bucket.nextAt(now);
		if (at <= now) {
			(bucket.queue().firstEntry().getValue().route().globallyLimited() ? this.ready : this.exempt).add(bucket);
		}
		else if (at != NEVER) {
			bucket.setWakeAt(at);
			this.timed.add(bucket);
		}
	}

	private void retire(Bucket bucket, long now) {
		if (bucket.provisional() && !bucket.blocks(now)) {
			this.buckets.remove(bucket.key());
			return;
		}
		this.idle.add(bucket);
		if (this.idle.size() > this.settings.maxBuckets()) {
			Iterator<Bucket> eldest = this.idle.iterator();
			this.buckets.remove(eldest.next().key());
			eldest.remove();
		}
	}

	/** The requests that may go now. */
	List<Ticket> grant(long now) {
		List<Ticket> granted = new ArrayList<>();
		while (!this.timed.isEmpty() && this.timed.first().wakeAt() <= now) {
			Bucket bucket = this.timed.first();
			change(bucket);
			changed(bucket, now);
		}
		while (!this.exempt.isEmpty() && nextExemptAt(now) <= now) {
			granted.add(send(this.exempt.first(), now));
		}
		while (!this.ready.isEmpty() && nextReadyAt(now) <= now) {
			granted.add(send(this.ready.first(), now));
		}
		return granted;
	}

	private Ticket send(Bucket bucket, long now) {
		change(bucket);
		Ticket ticket = bucket.queue().pollFirstEntry().getValue();
		dequeued(ticket);
		ticket.sent(bucket.sent(now));
		if (ticket.route().globallyLimited()) {
			this.global.sent();
			this.invalid.sent(now);
		}
		changed(bucket, now);
		return ticket;
	}

	private long nextExemptAt(long now) {
		return Math.max(this.bannedUntil, this.invalid.nextAt(now, true));
	}

	private long nextReadyAt(long now) {
		return Math.max(Math.max(this.bannedUntil, this.global.nextAt(now)), this.invalid.nextAt(now, false));
	}

	/**
	 * When to ask again, if nothing happens before.
	 * @return a time; {@link #NEVER} when an answer comes before
	 */
	long nextAt(long now) {
		long next = this.timed.isEmpty() ? NEVER : this.timed.first().wakeAt();
		if (!this.exempt.isEmpty()) {
			next = Math.min(next, nextExemptAt(now));
		}
		if (!this.ready.isEmpty()) {
			next = Math.min(next, nextReadyAt(now));
		}
		return next;
	}

	/** Takes a request back that waits. */
	void cancel(Ticket ticket, long now) {
		Bucket bucket = ticket.bucket();
		change(bucket);
		bucket.queue().remove(ticket.number());
		ticket.state(State.DONE);
		dequeued(ticket);
		changed(bucket, now);
	}

	/** A request that might have gone was not sent. */
	void unused(Ticket ticket, long now) {
		if (ticket.route().globallyLimited()) {
			this.global.unused();
			this.invalid.ended();
		}
		end(ticket, null, now);
	}

	/** There is no answer, and the server may have counted the request. */
	void unanswered(Ticket ticket, long now) {
		if (ticket.route().globallyLimited()) {
			this.global.answered(now);
			this.invalid.ended();
		}
		ticket.bucket().unaccounted(now);
		end(ticket, null, now);
	}

	private void end(Ticket ticket, @Nullable Bucket into, long now) {
		Bucket bucket = ticket.bucket();
		change(bucket);
		bucket.leave();
		ticket.state(State.DONE);
		if (into != null) {
			move(ticket.route(), bucket, into, now);
		}
		changed(bucket, now);
	}

	/** The requests of a route whose bucket turns out to be another one. */
	private void move(RestRoute route, Bucket from, Bucket to, long now) {
		List<Ticket> moving = from.queue()
			.values()
			.stream()
			.filter((ticket) -> ticket.route().toString().equals(route.toString()))
			.toList();
		for (Ticket ticket : moving) {
			from.queue().remove(ticket.number());
			dequeued(ticket);
			enqueue(ticket, to, now);
		}
	}

	/**
	 * Learns from an answer.
	 * @param ticket the request
	 * @param answer what was answered
	 * @param again whether the request is to be sent again, in its old place
	 * @return requests that make no sense any more
	 */
	List<Ticket> answered(Ticket ticket, Answer answer, boolean again, long now) {
		RestRoute route = ticket.route();
		if (route.globallyLimited()) {
			this.global.answered(now);
			this.invalid.ended();
		}
		if (isInvalid(answer)) {
			this.invalid.add(now);
		}
		Bucket bucket = ticket.bucket();
		if (answer.bucket() != null) {
			this.names.put(route.toString(), answer.bucket());
			bucket = bucket(key(answer.bucket(), route), false);
		}
		change(bucket);
		if (answer.resetAfter() == null) {
			bucket.unaccounted(now);
		}
		bucket.learn(answer, (bucket == ticket.bucket()) ? ticket.period() : Bucket.NO_PERIOD, now);
		if (answer.status() == TOO_MANY_REQUESTS) {
			block(bucket, answer, now);
		}
		if (bucket == ticket.bucket()) {
			end(ticket, null, now);
		}
		else {
			end(ticket, bucket, now);
			change(bucket);
			changed(bucket, now);
		}
		if (again) {
			enqueue(ticket, bucketOf(route), now);
		}
		return answer.tokenRefused() ? refuse(now) : List.of();
	}

	private static boolean isInvalid(Answer answer) {
		return switch (answer.status()) {
			case 401, 403 -> true;
			case TOO_MANY_REQUESTS -> answer.scope() != Scope.SHARED;
			default -> false;
		};
	}

	private void block(Bucket bucket, Answer answer, long now) {
		long pause = (answer.retryAfter() != null) ? answer.retryAfter().toNanos() : PAUSE_OF_A_BAN;
		if (answer.scope() == null) {
			this.bannedUntil = Math.max(this.bannedUntil, now + pause);
		}
		else if (answer.scope() == Scope.GLOBAL) {
			this.global.blockUntil(now + pause);
		}
		else {
			bucket.block(now + pause);
		}
	}

	private List<Ticket> refuse(long now) {
		this.tokenRefused = true;
		List<Ticket> refused = this.buckets.values()
			.stream()
			.flatMap((bucket) -> bucket.queue().values().stream())
			.filter((ticket) -> isRefused(ticket.route()))
			.toList();
		refused.forEach((ticket) -> cancel(ticket, now));
		return refused;
	}

	/** Requests of a route and resource that wait. */
	private static final class Waiting {

		private Bucket bucket;

		private int count;

		private Waiting(Bucket bucket) {
			this.bucket = bucket;
		}

	}

	/**
	 * How much there may be of what.
	 *
	 * @param requestsPerSecond requests of the bot in a second
	 * @param invalidRequests invalid requests in 10 minutes
	 * @param maxQueued requests that wait
	 * @param maxBuckets buckets that are remembered while nobody uses them
	 */
	record Settings(int requestsPerSecond, int invalidRequests, int maxQueued, int maxBuckets) {
	}

}
