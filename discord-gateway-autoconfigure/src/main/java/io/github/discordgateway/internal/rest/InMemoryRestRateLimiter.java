package io.github.discordgateway.internal.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.discordgateway.internal.rest.Ticket.State;
import io.github.discordgateway.rest.RequestNotSentException;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Counts the requests of this process. Requests of a bucket go in the order in which they
 * were subscribed to; those that may go together are not held back for each other's
 * answers, and so may arrive in another order.
 */
public final class InMemoryRestRateLimiter implements RestRateLimiter {

	/** Discord's limit in 10 minutes. */
	private static final int INVALID_REQUESTS = 10_000;

	/** A bucket that nobody uses has about 300 bytes. */
	private static final int MAX_BUCKETS = 10_000;

	private final Scheduler scheduler;

	private final int maxQueued;

	private final Object lock = new Object();

	private final RequestLimits limits;

	private final Map<Ticket, TicketPermit> waiting = new HashMap<>();

	private final Queue<Runnable> signals = new ConcurrentLinkedQueue<>();

	private final AtomicInteger signalling = new AtomicInteger();

	private @Nullable Disposable timer;

	private long timerAt = RequestLimits.NEVER;

	/**
	 * Makes a rate limiter.
	 * @param scheduler wakes those that wait
	 * @param requestsPerSecond the limit for all requests of the bot, answers to
	 * interactions not counted
	 * @param maxQueued how many requests may wait; more are refused
	 */
	public InMemoryRestRateLimiter(Scheduler scheduler, int requestsPerSecond, int maxQueued) {
		this(scheduler, new RequestLimits.Settings(requestsPerSecond, INVALID_REQUESTS, maxQueued, MAX_BUCKETS));
	}

	InMemoryRestRateLimiter(Scheduler scheduler, RequestLimits.Settings settings) {
		this.scheduler = scheduler;
		this.maxQueued = settings.maxQueued();
		this.limits = new RequestLimits(settings);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	@Override
	public Mono<Permit> acquire(RestRoute route) {
		return Mono.<Permit>create((sink) -> {
			RequestNotSentException refusal;
			synchronized (this.lock) {
				refusal = refusal(route);
				if (refusal == null) {
					await(this.limits.submit(route, now()), sink);
				}
			}
			if (refusal != null) {
				sink.error(refusal);
			}
			else {
				go();
			}
		}).doOnNext(InMemoryRestRateLimiter::use);
	}

	private static void use(Permit permit) {
		((TicketPermit) permit).used = true;
	}

	private void await(Ticket ticket, MonoSink<Permit> sink) {
		TicketPermit permit = new TicketPermit(ticket, sink);
		this.waiting.put(ticket, permit);
		sink.onCancel(() -> cancelled(permit));
	}

	private void cancelled(TicketPermit permit) {
		synchronized (this.lock) {
			if (this.waiting.remove(permit.ticket, permit)) {
				this.limits.cancel(permit.ticket, now());
			}
		}
		if (!permit.used) {
			permit.unused();
		}
		go();
	}

	private @Nullable RequestNotSentException refusal(RestRoute route) {
		if (this.limits.isRefused(route)) {
			return tokenRefused(route);
		}
		return !this.limits.isFull() ? null
				: new RequestNotSentException(RequestNotSentException.Reason.QUEUE_FULL,
						route + " was not sent: " + this.maxQueued
								+ " requests wait for Discord's rate limits already. Send less, wait for "
								+ "the answers of those before, or raise discord.gateway.rest.max-queued");
	}

	private static RequestNotSentException tokenRefused(RestRoute route) {
		return new RequestNotSentException(RequestNotSentException.Reason.TOKEN_REFUSED, route
				+ " was not sent: Discord has refused the bot's token. Check discord.gateway.token, and start anew");
	}

	/** Lets go what may, and sets the timer for the next. */
	private void go() {
		synchronized (this.lock) {
			for (Ticket ticket : this.limits.grant(now())) {
				TicketPermit permit = this.waiting.remove(ticket);
				if (permit != null) {
					this.signals.add(() -> permit.sink.success(permit));
				}
			}
			setTimer();
		}
		signal();
	}

	private void setTimer() {
		long now = now();
		long next = this.limits.nextAt(now);
		if (next == this.timerAt) {
			return;
		}
		if (this.timer != null) {
			this.timer.dispose();
		}
		this.timerAt = next;
		this.timer = (next != RequestLimits.NEVER)
				? this.scheduler.schedule(this::awake, Math.max(next - now, 0), TimeUnit.NANOSECONDS) : null;
	}

	private void awake() {
		synchronized (this.lock) {
			this.timerAt = RequestLimits.NEVER;
			this.timer = null;
		}
		go();
	}

	/**
	 * One after the other and outside of the lock, so that requests go in order, and one
	 * that is answered at once does not pile up calls.
	 */
	private void signal() {
		if (this.signalling.getAndIncrement() != 0) {
			return;
		}
		int missed = 1;
		do {
			for (Runnable signal = this.signals.poll(); signal != null; signal = this.signals.poll()) {
				signal.run();
			}
			missed = this.signalling.addAndGet(-missed);
		}
		while (missed != 0);
	}

	private void refuse(List<Ticket> refused) {
		for (Ticket ticket : refused) {
			TicketPermit permit = this.waiting.remove(ticket);
			if (permit != null) {
				this.signals.add(() -> permit.sink.error(tokenRefused(ticket.route())));
			}
		}
	}

	@Override
	public double invalidRequestsLeft() {
		synchronized (this.lock) {
			return this.limits.invalidLeft(now());
		}
	}

	@Override
	public double waiting() {
		synchronized (this.lock) {
			return this.limits.waiting();
		}
	}

	/** How many buckets are remembered. */
	int size() {
		synchronized (this.lock) {
			return this.limits.size();
		}
	}

	private final class TicketPermit implements Permit {

		private final Ticket ticket;

		private final MonoSink<Permit> sink;

		/** Whether it reached the one who waited. */
		private volatile boolean used;

		private boolean ended;

		private TicketPermit(Ticket ticket, MonoSink<Permit> sink) {
			this.ticket = ticket;
			this.sink = sink;
		}

		@Override
		public void answered(Answer answer) {
			end((limits) -> refuse(limits.answered(this.ticket, answer, false, now())));
		}

		@Override
		public Mono<Permit> again(Answer answer) {
			return Mono.<Permit>create((next) -> end((limits) -> {
				RestRoute route = this.ticket.route();
				boolean refused = limits.isRefused(route);
				limits.answered(this.ticket, answer, !refused, now());
				if (refused) {
					InMemoryRestRateLimiter.this.signals.add(() -> next.error(tokenRefused(route)));
				}
				else {
					await(this.ticket, next);
				}
			})).doOnNext(InMemoryRestRateLimiter::use);
		}

		@Override
		public void unanswered() {
			end((limits) -> limits.unanswered(this.ticket, now()));
		}

		@Override
		public void unused() {
			end((limits) -> limits.unused(this.ticket, now()));
		}

		private void end(Consumer<RequestLimits> end) {
			synchronized (InMemoryRestRateLimiter.this.lock) {
				if (this.ended || this.ticket.state() != State.SENT) {
					return;
				}
				this.ended = true;
				end.accept(InMemoryRestRateLimiter.this.limits);
			}
			go();
		}

	}

}
