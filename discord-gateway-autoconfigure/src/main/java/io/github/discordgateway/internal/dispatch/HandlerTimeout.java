package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;

import io.github.discordgateway.internal.dispatch.Lanes.Lane;
import io.github.discordgateway.listener.HandlerTimeoutException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Gives up handlers that do not come to an end, so that none holds up its lane, and the
 * sequence that is stored, for ever. It counts its looks as {@link HandlerWatch} does: a
 * process that stood still gives nothing up.
 *
 * <p>
 * For a handler that is paused it is the waiting that has a limit, of the event that
 * stands first as of those behind it; what comes to wait later is kept longer.
 */
final class HandlerTimeout implements Disposable {

	private static final Log logger = LogFactory.getLog(HandlerTimeout.class);

	private static final int LOOKS = 8;

	private final HandlerLanes lanes;

	private final Executor executor;

	private final Duration limit;

	private final Disposable looking;

	/**
	 * How often each call was seen, in a row. It is long until the next look: an event
	 * that is handled meanwhile must not be kept.
	 */
	private Map<HandlerTask, Seen> seen = Map.of();

	private long look;

	HandlerTimeout(HandlerLanes lanes, Executor executor, Duration limit, Scheduler scheduler) {
		this.lanes = lanes;
		this.executor = executor;
		this.limit = limit;
		this.looking = Mono.delay(limit.dividedBy(LOOKS), scheduler).doOnNext((tick) -> look()).repeat().subscribe();
	}

	private void look() {
		try {
			this.look++;
			Map<HandlerTask, Seen> now = new WeakHashMap<>();
			Map<String, Integer> unseen = new HashMap<>();
			this.lanes.forEach((lane) -> lane.first((task) -> {
				if (task instanceof HandlerTask first && first.isUnderWay()) {
					look(lane, first, now, unseen);
				}
			}));
			this.seen = now;
			unseen.forEach((listener, count) -> logger.warn("Listener " + listener + " is paused, and " + count
					+ " events that have waited for it for more than " + text(this.limit) + " are given up"));
		}
		catch (RuntimeException ex) {
			// A handler that cannot say what it is must not end the watch over the
			// others.
			logger.error("Failed to look for listeners that do not come to an end", ex);
		}
	}

	private void look(Lane lane, HandlerTask first, Map<HandlerTask, Seen> now, Map<String, Integer> unseen) {
		boolean paused = first.handler().isPaused();
		boolean waiting = paused && first.thread() == null;
		Seen before = this.seen.get(first);
		int looks = (before != null && before.waiting() == waiting) ? before.looks() + 1 : 0;
		if (paused) {
			List<LaneTask> late = lane
				.takeBehindFirst((task) -> this.look - ((HandlerTask) task).seenBehindPaused(this.look) >= LOOKS);
			if (!late.isEmpty()) {
				unseen.merge(first.handler().description(), late.size(), Integer::sum);
				late.forEach((task) -> this.executor.execute(() -> giveUpUnseen((HandlerTask) task)));
			}
		}
		if (looks < LOOKS) {
			now.put(first, new Seen(looks, waiting));
		}
		else if (waiting) {
			if (first.giveUp(error(first, true, new StackTraceElement[0]), lane)) {
				unseen.merge(first.handler().description(), 1, Integer::sum);
			}
		}
		else {
			giveUp(lane, first);
		}
	}

	private void giveUp(Lane lane, HandlerTask task) {
		Thread thread = task.thread();
		StackTraceElement[] stack = (thread != null) ? thread.getStackTrace() : new StackTraceElement[0];
		HandlerTimeoutException error = error(task, false, stack);
		if (!task.giveUp(error, lane)) {
			return;
		}
		if (thread != null) {
			logger.error(error.getMessage() + ": it is given up, its thread " + thread.getName()
					+ " is interrupted, which was in the following", error);
		}
		else {
			logger.error(error.getMessage() + ": it is given up, and what it returned is cancelled");
		}
	}

	private HandlerTimeoutException error(HandlerTask task, boolean paused, StackTraceElement[] stack) {
		return new HandlerTimeoutException(task.handler(), task.envelope(), this.limit, paused, stack);
	}

	private void giveUpUnseen(HandlerTask task) {
		task.giveUpUnseen(error(task, true, new StackTraceElement[0]));
	}

	@Override
	public void dispose() {
		this.looking.dispose();
	}

	/**
	 * A call that was seen in a row.
	 *
	 * @param looks how often it was seen again
	 * @param waiting whether it waited for the end of a pause
	 */
	private record Seen(int looks, boolean waiting) {
	}

	static String text(Duration limit) {
		return limit.toString().substring(2).toLowerCase(Locale.ROOT);
	}

}
