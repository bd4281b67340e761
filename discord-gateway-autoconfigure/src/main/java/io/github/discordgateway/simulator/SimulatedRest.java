package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The simulator's REST side: what was asked, and what to answer instead of the truth.
 * Thread-safe.
 */
public final class SimulatedRest {

	private final Recording<ReceivedRequest> requests = new Recording<>(1000);

	private final List<Script> scripts = new ArrayList<>();

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

	/**
	 * Notes a request.
	 * @param request the request
	 * @return what to answer instead of the truth; {@code null} for the truth
	 */
	@Nullable ScriptedAnswer received(ReceivedRequest request) {
		this.requests.add(request);
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
