package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The simulator's REST side: what was asked, and what to answer instead of the truth.
 * Thread-safe.
 */
public final class SimulatedRest {

	private final Recording<ReceivedRequest> requests = new Recording<>(1000);

	private final Deque<Failure> failures = new ArrayDeque<>();

	SimulatedRest() {
	}

	/**
	 * What was requested so far, refused requests included.
	 * @return the latest 1000, in the order of arrival
	 */
	public List<ReceivedRequest> requests() {
		return this.requests.list();
	}

	/**
	 * Lets the next requests fail.
	 * @param count how many
	 * @param status the HTTP status, for example 500 or 401
	 */
	public void failNext(int count, int status) {
		failNext(count, status, null);
	}

	/**
	 * Lets the next requests fail and tells the client when to try again.
	 * @param count how many
	 * @param status the HTTP status, for example 429
	 * @param retryAfter the value of {@code Retry-After}; {@code null} for none
	 */
	public void failNext(int count, int status, @Nullable Duration retryAfter) {
		synchronized (this.failures) {
			for (int i = 0; i < count; i++) {
				this.failures.addLast(new Failure(status, retryAfter));
			}
		}
	}

	/**
	 * Notes a request.
	 * @param request the request
	 * @return how it is to fail; {@code null} to answer it
	 */
	@Nullable Failure received(ReceivedRequest request) {
		this.requests.add(request);
		synchronized (this.failures) {
			return this.failures.pollFirst();
		}
	}

	/** One scripted answer. */
	record Failure(int status, @Nullable Duration retryAfter) {

		/** Whole seconds where that is exact, decimals otherwise; Discord sends both. */
		String retryAfterSeconds() {
			double seconds = (this.retryAfter != null) ? this.retryAfter.toMillis() / 1000.0 : 0;
			return (seconds == Math.rint(seconds)) ? Long.toString((long) seconds) : Double.toString(seconds);
		}

		String body() {
			return switch (this.status) {
				case 401 -> "{\"message\":\"401: Unauthorized\",\"code\":0}";
				case 429 -> "{\"message\":\"You are being rate limited.\",\"retry_after\":" + retryAfterSeconds()
						+ ",\"global\":false}";
				default -> "{\"message\":\"" + this.status + ": simulated\",\"code\":0}";
			};
		}

	}

}
