package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.DispatchStatistics.SlowHandler;
import io.github.discordgateway.listener.EventHandler;
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

	private final HandlerLanes lanes;

	private final Duration limit;

	private final Scheduler clock;

	private final Disposable looking;

	/** What was running at the last look; replaced as a whole. */
	private volatile Map<HandlerTask, Sighting> running = Map.of();

	HandlerWatch(HandlerLanes lanes, Duration limit, Scheduler scheduler) {
		this.lanes = lanes;
		this.limit = limit;
		this.clock = scheduler;
		// A pause after each look, not a rate: looks that are late must not count as
		// time.
		this.looking = Mono.delay(limit.dividedBy(LOOKS), scheduler).doOnNext((tick) -> look()).repeat().subscribe();
	}

	private void look() {
		try {
			Map<HandlerTask, Sighting> before = this.running;
			Map<HandlerTask, Sighting> now = new IdentityHashMap<>();
			Map<EventHandler, Deque<HandlerTask>> late = new LinkedHashMap<>();
			this.lanes.forEachFirst((task) -> {
				if (task.isUnderWay() && !task.handler().isPaused()) {
					Sighting sighting = sight(before.get(task));
					now.put(task, sighting);
					if (sighting.looks == LOOKS) {
						late.computeIfAbsent(task.handler(), (handler) -> new ArrayDeque<>()).add(task);
					}
				}
			});
			this.running = now;
			late.values().forEach(this::report);
		}
		catch (RuntimeException ex) {
			// A handler that cannot say what it is must not end the watch over the
			// others.
			logger.error("Failed to look for slow listeners", ex);
		}
	}

	private Sighting sight(@Nullable Sighting before) {
		if (before == null) {
			return new Sighting(Instant.ofEpochMilli(this.clock.now(TimeUnit.MILLISECONDS)));
		}
		before.looks++;
		return before;
	}

	/**
	 * Reports the calls of one handler in one message: when what all of them need is
	 * slow, there may be thousands.
	 */
	private void report(Deque<HandlerTask> calls) {
		String text = null;
		while (text == null && !calls.isEmpty()) {
			text = describe(calls.poll());
		}
		if (text != null) {
			int more = calls.size();
			logger.warn((more > 0) ? text + "\n" + more + " more of its calls are as slow" : text);
		}
	}

	/** What is to be said of a call; {@code null} when it came to its end just now. */
	private @Nullable String describe(HandlerTask task) {
		Thread thread = task.thread();
		StackTraceElement[] stack = (thread != null) ? thread.getStackTrace() : new StackTraceElement[0];
		if (!task.isUnderWay()) {
			// The stack may be that of another call.
			return null;
		}
		StringBuilder text = new StringBuilder("Listener " + task.handler().description() + " has been busy with "
				+ task.envelope() + " for more than " + HandlerTimeout.text(this.limit)
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
		return text.toString();
	}

	/** Handlers that are slow at the moment, the slowest first. */
	List<SlowHandler> slow() {
		return this.running.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().looks >= LOOKS && entry.getKey().isUnderWay())
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

		private final Instant since;

		/** How often it was seen again. */
		private volatile int looks;

		Sighting(Instant since) {
			this.since = since;
		}

		SlowHandler describe(HandlerTask task) {
			EventEnvelope envelope = task.envelope();
			return new SlowHandler(task.handler().id(), envelope.shard(), envelope.name(), envelope.sequence(),
					this.since);
		}

	}

}
