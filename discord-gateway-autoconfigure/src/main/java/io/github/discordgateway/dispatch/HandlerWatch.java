package io.github.discordgateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.dispatch.DispatchStatistics.SlowHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Finds handlers that do not come to an end. It looks at the lanes a few times within the
 * limit and reports what was there in so many looks one after the other, so that a call
 * costs nothing: neither a timer nor a place in a list. What it calls slow has therefore
 * run for the limit at least, and is reported within an eighth of it more.
 */
final class HandlerWatch implements Disposable {

	private static final Log logger = LogFactory.getLog(HandlerWatch.class);

	private static final int LOOKS = 8;

	private final Lanes lanes;

	private final Duration limit;

	private final Scheduler clock;

	private final Disposable looking;

	/** What was running at the last look; replaced as a whole. */
	private volatile Map<Delivery, Sighting> running = Map.of();

	HandlerWatch(Lanes lanes, Duration limit, Scheduler scheduler) {
		this.lanes = lanes;
		this.limit = limit;
		this.clock = scheduler;
		// A pause after each look, not a rate: looks that are late must not count as
		// time.
		this.looking = Mono.delay(limit.dividedBy(LOOKS), scheduler).doOnNext((tick) -> look()).repeat().subscribe();
	}

	private void look() {
		Map<Delivery, Sighting> before = this.running;
		Map<Delivery, Sighting> now = new IdentityHashMap<>();
		this.lanes.forEachRunning((task, where) -> {
			Delivery.Call call = (task instanceof Delivery delivery) ? delivery.call(where) : null;
			if (call != null) {
				now.put((Delivery) task, sight((Delivery) task, call, before.get(task)));
			}
		});
		this.running = now;
	}

	private Sighting sight(Delivery delivery, Delivery.Call call, @Nullable Sighting before) {
		if (before == null || before.position != call.position()) {
			return new Sighting(call, Instant.ofEpochMilli(this.clock.now(TimeUnit.MILLISECONDS)));
		}
		before.looks++;
		if (before.looks == LOOKS) {
			report(delivery, call);
		}
		return before;
	}

	private void report(Delivery delivery, Delivery.Call call) {
		Thread thread = call.thread();
		StackTraceElement[] stack = (thread != null) ? thread.getStackTrace() : new StackTraceElement[0];
		if (thread != null && !delivery.isAt(call.position())) {
			// It came to its end just now: the stack may be that of another call.
			return;
		}
		StringBuilder text = new StringBuilder("Listener " + call.handler().description() + " has been busy with "
				+ delivery.envelope() + " for more than " + this.limit.toString().substring(2).toLowerCase(Locale.ROOT)
				+ ", and holds up later events of its lane. ");
		if (thread != null) {
			text.append("Its thread ").append(thread.getName()).append(" is in:");
			for (StackTraceElement element : stack) {
				text.append("\n\tat ").append(element);
			}
		}
		else {
			text.append("It waits for what it returned, which neither completes nor fails");
		}
		logger.warn(text);
	}

	/** Handlers that are slow at the moment, the slowest first. */
	List<SlowHandler> slow() {
		return this.running.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().looks >= LOOKS && entry.getKey().isAt(entry.getValue().position))
			.map((entry) -> entry.getValue().describe(entry.getKey()))
			.sorted(Comparator.comparing(SlowHandler::since))
			.toList();
	}

	@Override
	public void dispose() {
		this.looking.dispose();
		this.running = Map.of();
	}

	/** A call that was seen running. */
	private static final class Sighting {

		private final EventHandler handler;

		private final int position;

		private final Instant since;

		/** How often it was seen again. */
		private volatile int looks;

		Sighting(Delivery.Call call, Instant since) {
			this.handler = call.handler();
			this.position = call.position();
			this.since = since;
		}

		SlowHandler describe(Delivery delivery) {
			return new SlowHandler(this.handler.id(), delivery.envelope().shard(), delivery.envelope().name(),
					delivery.envelope().sequence(), this.since);
		}

	}

}
