package io.github.discordgateway.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Asks a store for a session until it answers. After a failure it is asked again, sooner
 * at first; and when it is silent for long, without letting go of what was asked before:
 * the first answer counts, however late.
 */
final class SessionLoader {

	/** After this, the store is asked once more. */
	static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);

	private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

	/** A store that is asked again forgets what it was asked longest ago. */
	private static final int MAX_OPEN = 6;

	private final Supplier<Mono<StoredSession>> access;

	private final Scheduler scheduler;

	private final Consumer<Throwable> problems;

	private final MonoSink<StoredSession> sink;

	private final Disposable.Composite resources = Disposables.composite();

	private final Queue<Attempt> open = new ArrayDeque<>();

	private @Nullable Attempt latest;

	private Duration backOff = FIRST_BACK_OFF;

	private SessionLoader(Supplier<Mono<StoredSession>> access, Scheduler scheduler, Consumer<Throwable> problems,
			MonoSink<StoredSession> sink) {
		this.access = access;
		this.scheduler = scheduler;
		this.problems = problems;
		this.sink = sink;
	}

	/**
	 * Asks until there is an answer, or nobody waits for one.
	 * @param access asks the store once
	 * @param scheduler its timer
	 * @param problems told of each failure, and of each time that the store was silent
	 * for long
	 * @return the answer
	 */
	static Mono<StoredSession> of(Supplier<Mono<StoredSession>> access, Scheduler scheduler,
			Consumer<Throwable> problems) {
		return Mono.create((sink) -> {
			SessionLoader loader = new SessionLoader(access, scheduler, problems, sink);
			sink.onDispose(loader.resources);
			loader.ask();
		});
	}

	private void ask() {
		Attempt attempt = new Attempt();
		Attempt oldest;
		synchronized (this) {
			this.latest = attempt;
			this.open.add(attempt);
			oldest = (this.open.size() > MAX_OPEN) ? this.open.remove() : null;
		}
		if (oldest != null) {
			oldest.end();
		}
		if (this.resources.add(attempt.timer) && this.resources.add(attempt.request)) {
			attempt.timer.update(schedule(() -> overdue(attempt), PATIENCE));
			attempt.request.update(Mono.defer(this.access)
				.subscribe(this.sink::success, (ex) -> failed(attempt, ex), this.sink::success));
		}
	}

	private Disposable schedule(Runnable task, Duration delay) {
		return this.scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void failed(Attempt attempt, Throwable problem) {
		boolean again;
		Duration pause;
		synchronized (this) {
			again = attempt == this.latest;
			this.open.remove(attempt);
			pause = this.backOff;
			Duration doubled = pause.multipliedBy(2);
			this.backOff = (doubled.compareTo(LONGEST_BACK_OFF) < 0) ? doubled : LONGEST_BACK_OFF;
		}
		this.problems.accept(problem);
		if (again) {
			attempt.timer.update(schedule(() -> {
				attempt.end();
				ask();
			}, pause));
		}
		else {
			attempt.end();
		}
	}

	private void overdue(Attempt attempt) {
		this.problems.accept(StoreProblems.silence(PATIENCE));
		ask();
	}

	/** One access to the store, and what follows when it fails or takes long. */
	private final class Attempt {

		private final Disposable.Swap request = Disposables.swap();

		private final Disposable.Swap timer = Disposables.swap();

		private void end() {
			this.request.dispose();
			this.timer.dispose();
			SessionLoader.this.resources.remove(this.request);
			SessionLoader.this.resources.remove(this.timer);
		}

	}

}
