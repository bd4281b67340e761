package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the simulator answers to an HTTP request instead of the truth: any status, headers
 * and body, late, slowly, or nothing at all. For a request of REST or for the handshake
 * of a WebSocket. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * simulator.rest().answerNext(3, ScriptedAnswer.status(502).html("<h1>Bad gateway</h1>"));
 * simulator.nextHandshakes(1, ScriptedAnswer.status(429).header("Retry-After", "2"));
 * }</pre>
 *
 * @see SimulatedRest#answerNext(int, ScriptedAnswer)
 * @see GatewaySimulator#nextHandshakes(int, ScriptedAnswer)
 */
public final class ScriptedAnswer {

	private final Kind kind;

	private final int status;

	private final Map<String, String> headers;

	private final String body;

	private final Duration delay;

	private final @Nullable Duration pause;

	private ScriptedAnswer(Kind kind, int status, Map<String, String> headers, String body, Duration delay,
			@Nullable Duration pause) {
		this.kind = kind;
		this.status = status;
		this.headers = headers;
		this.body = body;
		this.delay = delay;
		this.pause = pause;
	}

	/**
	 * Answers with a status. The body is what Discord sends with it, as far as it is
	 * known.
	 * @param status the HTTP status, from 200 to 599
	 * @return the answer
	 */
	public static ScriptedAnswer status(int status) {
		Assert.isTrue(status >= 200 && status <= 599, () -> "An answer needs a status from 200 to 599: " + status);
		String body = "{\"message\":\"" + status + ": " + ((status == 401) ? "Unauthorized" : "simulated")
				+ "\",\"code\":0}";
		return new ScriptedAnswer(Kind.ANSWER, status, Map.of("Content-Type", "application/json"), body, Duration.ZERO,
				null);
	}

	/**
	 * Answers with 429, as Discord does when a limit is exceeded.
	 * @param retryAfter when to try again; in the header and in the body
	 * @param global whether it is the limit of the whole bot
	 * @return the answer
	 */
	public static ScriptedAnswer rateLimited(Duration retryAfter, boolean global) {
		String seconds = seconds(retryAfter);
		ScriptedAnswer answer = status(429).header("Retry-After", seconds)
			.header("X-RateLimit-Scope", global ? "global" : "user")
			.body("{\"message\":\"You are being rate limited.\",\"retry_after\":" + seconds + ",\"global\":" + global
					+ "}");
		return global ? answer.header("X-RateLimit-Global", "true") : answer;
	}

	/** Whole seconds where that is exact, decimals otherwise; Discord sends both. */
	private static String seconds(Duration duration) {
		double seconds = duration.toMillis() / 1000.0;
		return (seconds == Math.rint(seconds)) ? Long.toString((long) seconds) : Double.toString(seconds);
	}

	/**
	 * Answers nothing, and leaves the connection open.
	 * @return the answer
	 */
	public static ScriptedAnswer hang() {
		return new ScriptedAnswer(Kind.HANG, 0, Map.of(), "", Duration.ZERO, null);
	}

	/**
	 * Ends the TCP connection with a reset.
	 * @return the answer
	 */
	public static ScriptedAnswer reset() {
		return new ScriptedAnswer(Kind.RESET, 0, Map.of(), "", Duration.ZERO, null);
	}

	/**
	 * Adds a header, or replaces the one of this name.
	 * @param name the name
	 * @param value the value
	 * @return a changed copy
	 */
	public ScriptedAnswer header(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.headers);
		changed.keySet().removeIf(name::equalsIgnoreCase);
		changed.put(name, value);
		return new ScriptedAnswer(this.kind, this.status, changed, this.body, this.delay, this.pause);
	}

	/**
	 * Changes the body.
	 * @param body the body, which need not be JSON
	 * @return a changed copy
	 */
	public ScriptedAnswer body(String body) {
		return new ScriptedAnswer(this.kind, this.status, this.headers, body, this.delay, this.pause);
	}

	/**
	 * Changes the body to a page, as a proxy in front of Discord sends it.
	 * @param page the text of the page
	 * @return a changed copy
	 */
	public ScriptedAnswer html(String page) {
		return body(page).header("Content-Type", "text/html; charset=UTF-8");
	}

	/**
	 * Waits before it answers, or resets.
	 * @param delay the time
	 * @return a changed copy
	 */
	public ScriptedAnswer after(Duration delay) {
		Assert.isTrue(!delay.isNegative(), () -> "The delay of an answer must be 0 or more: " + delay);
		return new ScriptedAnswer(this.kind, this.status, this.headers, this.body, delay, this.pause);
	}

	/**
	 * Sends the answer byte by byte, headers included.
	 * @param pause the time between two bytes
	 * @return a changed copy
	 */
	public ScriptedAnswer slowly(Duration pause) {
		Assert.isTrue(!pause.isNegative() && !pause.isZero(),
				() -> "The time between two bytes of an answer must be longer than 0: " + pause);
		return new ScriptedAnswer(this.kind, this.status, this.headers, this.body, this.delay, pause);
	}

	Kind kind() {
		return this.kind;
	}

	int status() {
		return this.status;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	String body() {
		return this.body;
	}

	Duration delay() {
		return this.delay;
	}

	/** Between two bytes; {@code null} to send all of them at once. */
	@Nullable Duration pause() {
		return this.pause;
	}

	/** For example {@code 502}, {@code hang}. */
	@Override
	public String toString() {
		return switch (this.kind) {
			case ANSWER -> Integer.toString(this.status);
			case HANG -> "hang";
			case RESET -> "reset";
		};
	}

	enum Kind {

		ANSWER, HANG, RESET

	}

}
