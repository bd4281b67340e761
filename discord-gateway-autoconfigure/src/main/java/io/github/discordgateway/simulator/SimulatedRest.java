package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The simulator's REST side: what was asked, and what to answer instead of the truth.
 * Thread-safe.
 */
public final class SimulatedRest {

	private static final int MAX_UNEXPECTED = 1000;

	private static final int SHOWN = 10;

	private static final Pattern TOKEN = Pattern.compile("(/(?:webhooks|interactions)/\\d+/)[^/?]+");

	private final Recording<ReceivedRequest> requests = new Recording<>(1000);

	private final List<ReceivedRequest> unexpected = new ArrayList<>();

	private final List<Script> scripts = new ArrayList<>();

	private final RestLimits limits;

	SimulatedRest(RestLimits limits) {
		this.limits = limits;
	}

	RestLimits limits() {
		return this.limits;
	}

	/**
	 * Changes how many requests are let through, from the next one on. What was counted
	 * so far is forgotten.
	 * @param count the number of requests for one channel, guild or webhook; 0 for no
	 * limit
	 * @param window in which time, from the first request on
	 * @param routes which routes share this limit, for example {@code POST
	 * /channels/{id}/messages}; none for all that have no limit of their own
	 */
	public void limit(int count, Duration window, String... routes) {
		Assert.isTrue(count >= 0, () -> "A limit of requests must be 0 or more: " + count);
		Assert.isTrue(count == 0 || (!window.isNegative() && !window.isZero()),
				() -> "The window of a limit must be longer than 0: " + window);
		RestLimits.Rule rule = (count > 0)
				? new RestLimits.Rule(count, window, (routes.length > 0) ? String.join(" ", routes) : null) : null;
		if (routes.length == 0) {
			this.limits.limit(null, rule);
		}
		for (String route : routes) {
			this.limits.limit(route, rule);
		}
	}

	/**
	 * Changes how many requests the whole bot may send in a second, answers to
	 * interactions not counted.
	 * @param count the number of requests; 0 for no limit
	 */
	public void limitAll(int count) {
		Assert.isTrue(count >= 0, () -> "A limit of requests must be 0 or more: " + count);
		this.limits.limitAll(count);
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
		answerNext(count, ScriptedAnswer.status(status));
	}

	/**
	 * Answers the next requests, whatever they ask for.
	 * @param count how many
	 * @param answer the answer
	 */
	public void answerNext(int count, ScriptedAnswer answer) {
		script(new Script("", count, answer));
	}

	/**
	 * Answers the next requests for a resource.
	 * @param count how many
	 * @param path the end of its path, for example {@code /gateway/bot}
	 * @param answer the answer
	 */
	public void answerNext(int count, String path, ScriptedAnswer answer) {
		script(new Script(path, count, answer));
	}

	/**
	 * Answers all requests for a resource until {@link #answerTruly()}.
	 * @param path the end of its path, for example {@code /gateway/bot}; empty for all
	 * @param answer the answer
	 */
	public void answerAlways(String path, ScriptedAnswer answer) {
		script(new Script(path, Integer.MAX_VALUE, answer));
	}

	/**
	 * Forgets all scripted answers.
	 */
	public void answerTruly() {
		synchronized (this.scripts) {
			this.scripts.clear();
		}
	}

	private void script(Script script) {
		Assert.isTrue(script.left > 0, () -> "At least one request is to be answered: " + script.left);
		synchronized (this.scripts) {
			this.scripts.add(script);
		}
	}

	/** Takes out the oldest request that fits; {@code null} when there is none. */
	@Nullable ReceivedRequest take(String method, Pattern path) {
		synchronized (this.unexpected) {
			for (Iterator<ReceivedRequest> all = this.unexpected.iterator(); all.hasNext();) {
				ReceivedRequest request = all.next();
				if (request.method().equals(method) && path.matcher(request.uri().replaceFirst("\\?.*", "")).find()) {
					all.remove();
					return request;
				}
			}
			return null;
		}
	}

	/** Forgets the requests that no test has expected. */
	void forget() {
		synchronized (this.unexpected) {
			this.unexpected.clear();
		}
	}

	String describe() {
		List<ReceivedRequest> all = this.requests.list();
		List<String> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size())
			.stream()
			.map((request) -> TOKEN.matcher(request.toString()).replaceAll("$1{token}"))
			.toList();
		return shown.isEmpty() ? "none" : "\n  " + String.join("\n  ", shown);
	}

	/**
	 * Notes a request.
	 * @param request the request
	 * @return what to answer instead of the truth; {@code null} for the truth
	 */
	@Nullable ScriptedAnswer received(ReceivedRequest request) {
		this.requests.add(request);
		synchronized (this.unexpected) {
			if (this.unexpected.size() == MAX_UNEXPECTED) {
				this.unexpected.remove(0);
			}
			this.unexpected.add(request);
		}
		String path = UriComponentsBuilder.fromUriString(request.uri()).build().getPath();
		synchronized (this.scripts) {
			for (Script script : this.scripts) {
				if (path != null && path.endsWith(script.path)) {
					if (--script.left == 0) {
						this.scripts.remove(script);
					}
					return script.answer;
				}
			}
			return null;
		}
	}

	/** The same answer a number of times. */
	private static final class Script {

		private final String path;

		private final ScriptedAnswer answer;

		private int left;

		Script(String path, int count, ScriptedAnswer answer) {
			this.path = path;
			this.left = count;
			this.answer = answer;
		}

	}

}
