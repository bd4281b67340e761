package io.github.discordgateway.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Repeats a call that has failed once, as a policy says. It does what Spring's
 * {@link org.springframework.core.retry.RetryTemplate RetryTemplate} does, without a
 * thread that sleeps.
 */
final class RetryingCall {

	/** A policy may never give up. */
	private static final int MAX_ATTACHED = 10;

	private final RetryPolicy policy;

	private final Scheduler clock;

	private final Scheduler scheduler;

	private final BackOffExecution backOff;

	private final long started;

	private final List<Throwable> failures = new ArrayList<>();

	/**
	 * Prepares for repeated calls.
	 * @param policy whether and when to repeat
	 * @param clock measures the pauses
	 * @param scheduler where to repeat, which may be blocked
	 */
	RetryingCall(RetryPolicy policy, Scheduler clock, Scheduler scheduler) {
		this.policy = policy;
		this.clock = clock;
		this.scheduler = scheduler;
		this.backOff = policy.getBackOff().start();
		this.started = clock.now(TimeUnit.MILLISECONDS);
	}

	/**
	 * Repeats the call until it succeeds or the policy gives up.
	 * @param first what the call failed with
	 * @param call the call
	 * @return fails with the last failure, to which the earlier ones are attached
	 */
	Mono<Void> afterFailure(Throwable first, Mono<Void> call) {
		return pause(first)
			.then(call.retryWhen(Retry.from((signals) -> signals.concatMap((signal) -> pause(signal.failure())))));
	}

	/** Emits when it is time to call again. */
	private Mono<Long> pause(Throwable failure) {
		long pause = isWorthAnother(failure) ? this.backOff.nextBackOff() : BackOffExecution.STOP;
		if (pause == BackOffExecution.STOP || isTooLate(pause)) {
			this.failures.stream().filter((earlier) -> earlier != failure).forEach(failure::addSuppressed);
			return Mono.error(failure);
		}
		if (this.failures.size() < MAX_ATTACHED) {
			this.failures.add(failure);
		}
		return Mono.delay(Duration.ofMillis(pause), this.clock).publishOn(this.scheduler);
	}

	/** An interrupt means that the application stops. */
	private boolean isWorthAnother(Throwable failure) {
		return !(failure instanceof InterruptedException) && !(failure instanceof VirtualMachineError)
				&& this.policy.shouldRetry(failure);
	}

	private boolean isTooLate(long pause) {
		Duration timeout = this.policy.getTimeout();
		long next = this.clock.now(TimeUnit.MILLISECONDS) - this.started + pause;
		return !timeout.isZero() && next > timeout.toMillis();
	}

}
