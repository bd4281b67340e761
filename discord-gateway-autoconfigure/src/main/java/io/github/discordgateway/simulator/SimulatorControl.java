package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.Intent;
import org.jspecify.annotations.Nullable;

/**
 * All that a simulator can be told, by names and texts, as it comes from a page, a script
 * or a program in another language.
 *
 * @see GatewaySimulator#control()
 */
public final class SimulatorControl {

	private static final String SHARD = "shard=0";

	private static final String COUNT = "count=1";

	private final GatewaySimulator simulator;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private @Nullable Chaos chaos;

	SimulatorControl(GatewaySimulator simulator) {
		this.simulator = simulator;
		connections();
		heartbeats();
		sessions();
		bot();
		world();
	}

	/**
	 * What can be done.
	 * @return all actions
	 */
	public List<SimulatorAction> actions() {
		return this.entries.values().stream().map(Entry::action).toList();
	}

	/**
	 * Does something.
	 * @param name the name of the action
	 * @param arguments its arguments; those that are left out are as the action says
	 * @return what was done, as a sentence
	 * @throws IllegalArgumentException when there is no such action or argument, or a
	 * value cannot be
	 * @throws IllegalStateException when it cannot be done now, for example because a
	 * shard has no connection
	 */
	public String perform(String name, Map<String, String> arguments) {
		Entry entry = this.entries.get(name);
		if (entry == null) {
			throw new IllegalArgumentException("There is no action " + name + ", only " + this.entries.keySet());
		}
		Map<String, String> all = new LinkedHashMap<>(entry.action().arguments());
		arguments.forEach((argument, value) -> {
			if (all.replace(argument, value) == null) {
				throw new IllegalArgumentException(
						name + " takes no argument " + argument + ", only " + entry.action().arguments().keySet());
			}
		});
		entry.run().accept(new Arguments(all));
		return entry.action().text() + all.entrySet()
			.stream()
			.filter((argument) -> !argument.getValue().isEmpty())
			.map((argument) -> argument.getKey() + " " + argument.getValue())
			.collect(Collectors.joining(", ", all.isEmpty() ? "" : ": ", ""));
	}

	void add(String name, String text, Run run, String... arguments) {
		Map<String, String> defaults = new LinkedHashMap<>();
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			defaults.put(argument.substring(0, equals), argument.substring(equals + 1));
		}
		this.entries.put(name, new Entry(new SimulatorAction(name, text, defaults), run));
	}

	private SimulatedConnection connection(Arguments arguments) {
		return this.simulator.connection(arguments.number("shard"));
	}

	private void connections() {
		add("drop", "Reset the connection", (arguments) -> connection(arguments).drop(), SHARD);
		add("close", "Close the connection",
				(arguments) -> connection(arguments).close(arguments.number("code"), arguments.text("reason")), SHARD,
				"code=4000", "reason=");
		add("reconnect", "Ask for a reconnect", (arguments) -> connection(arguments).reconnect(), SHARD);
		add("invalid-session", "Refuse the session",
				(arguments) -> connection(arguments).invalidSession(arguments.flag("resumable")), SHARD,
				"resumable=false");
		add("silence", "Fall silent", (arguments) -> connection(arguments).silence(), SHARD);
		add("latency", "Send everything later",
				(arguments) -> connection(arguments).latency(arguments.millis("shortest"), arguments.millis("longest")),
				SHARD, "shortest=20", "longest=80");
		add("stall", "Send nothing for a while", (arguments) -> connection(arguments).stall(arguments.millis("millis")),
				SHARD, "millis=3000");
		add("handshakes", "Answer handshakes by script",
				(arguments) -> this.simulator.nextHandshakes(arguments.number("count"), answer(arguments)), COUNT,
				"answer=503", "retry-after=", "after=0", "pause=");
		add("refuse-connections", "Reset connections before they begin",
				(arguments) -> this.simulator.refuseConnections(arguments.number("count")), COUNT);
		add("restart", "Restart the gateway piece by piece",
				(arguments) -> this.simulator.restart(arguments.millis("millis")), "millis=10000");
	}

	private static ScriptedAnswer answer(Arguments arguments) {
		ScriptedAnswer answer = switch (arguments.text("answer")) {
			case "hang" -> ScriptedAnswer.hang();
			case "reset" -> ScriptedAnswer.reset();
			default -> ScriptedAnswer.status(arguments.number("answer"));
		};
		if (!arguments.text("retry-after").isEmpty()) {
			answer = answer.header("Retry-After", arguments.text("retry-after"));
		}
		if (!arguments.text("pause").isEmpty()) {
			answer = answer.slowly(arguments.millis("pause"));
		}
		return answer.after(arguments.millis("after"));
	}

	private void heartbeats() {
		add("request-heartbeat", "Demand a heartbeat", (arguments) -> connection(arguments).requestHeartbeat(), SHARD);
		add("send-ack", "Acknowledge what was not sent", (arguments) -> connection(arguments).sendAck(), SHARD);
		add("skip-acks", "Leave heartbeats without acknowledgement",
				(arguments) -> connection(arguments).skipAcks(arguments.number("count")), SHARD, COUNT);
		add("double-acks", "Acknowledge heartbeats twice",
				(arguments) -> connection(arguments).doubleAcks(arguments.number("count")), SHARD, COUNT);
		add("delay-acks", "Acknowledge heartbeats later",
				(arguments) -> connection(arguments).delayAcks(arguments.millis("millis")), SHARD, "millis=2000");
	}

	private void sessions() {
		add("repeat", "Send events again", (arguments) -> connection(arguments).repeat(arguments.number("count")),
				SHARD, "count=5");
		add("skip-sequences", "Leave out sequences",
				(arguments) -> connection(arguments).skipSequences(arguments.number("count")), SHARD, "count=5");
		add("swap-events", "Let pairs of events change places",
				(arguments) -> connection(arguments).swapEvents(arguments.number("count")), SHARD, COUNT);
		add("drop-resumes", "Drop connections in mid-replay", (arguments) -> this.simulator
			.nextResumes(arguments.number("count"), Replay.droppedAfter(arguments.number("events"))), COUNT,
				"events=3");
		add("partial-resumes", "Leave out events of replays", (arguments) -> this.simulator
			.nextResumes(arguments.number("count"), Replay.without(arguments.number("events"))), COUNT, "events=3");
		add("endless-resumes", "Replay without RESUMED",
				(arguments) -> this.simulator.nextResumes(arguments.number("count"), Replay.withoutResumed()), COUNT);
		add("replay-limit", "Keep fewer events for replays",
				(arguments) -> this.simulator.replayLimit(arguments.number("events")), "events=100");
		add("end-sessions", "End the sessions of a shard",
				(arguments) -> this.simulator.endSessions(arguments.number("shard")), SHARD);
		add("ignore-identifies", "Send no READY",
				(arguments) -> this.simulator.ignoreIdentifies(arguments.number("count")), COUNT);
		add("refuse-identifies", "Refuse to identify, as too early",
				(arguments) -> this.simulator.refuseIdentifies(arguments.number("count")), COUNT);
	}

	private void bot() {
		add("rest", "Answer requests by script",
				(arguments) -> this.simulator.rest()
					.answerNext(arguments.number("count"), arguments.text("path"), answer(arguments)),
				COUNT, "path=", "answer=502", "retry-after=", "after=0", "pause=");
		add("intents", "Switch privileged intents on and off",
				(arguments) -> this.simulator.allowedPrivilegedIntents(arguments.intents("allowed")), "allowed=");
		add("shards", "Need more shards",
				(arguments) -> this.simulator.shards(arguments.number("minimum"), arguments.number("recommended")),
				"minimum=1", "recommended=1");
		add("session-start-limit", "Change the daily budget",
				(arguments) -> this.simulator.sessionStartLimit(arguments.number("total"),
						arguments.number("remaining"), arguments.millis("reset-after")),
				"total=1000", "remaining=0", "reset-after=60000");
		add("reset-token", "Give the bot another token",
				(arguments) -> this.simulator.resetToken(arguments.text("token")), "token=another.token.here");
		add("resume-url", "Name another URL for resumes", (arguments) -> {
			String url = arguments.text("url");
			this.simulator.resumeUrl((own) -> url.isEmpty() ? own : url);
		}, "url=ws://127.0.0.1:1");
		add("chaos", "Begin a chaos", (arguments) -> {
			endChaos();
			this.chaos = this.simulator.chaos(arguments.number("seed")).every(arguments.millis("millis"));
		}, "seed=42", "millis=1000");
		add("undo", "Undo all that was scripted", (arguments) -> {
			endChaos();
			this.simulator.undoScripts();
		});
	}

	private void endChaos() {
		Chaos running = this.chaos;
		if (running != null) {
			running.close();
			this.chaos = null;
		}
	}

	private void world() {
		add("outage", "Begin an outage of all guilds, or of those of a shard", (arguments) -> {
			if (arguments.text("shard").isEmpty()) {
				this.simulator.outage();
			}
			else {
				this.simulator.outage(arguments.number("shard"));
			}
		}, "shard=");
		add("end-outage", "End the outage", (arguments) -> this.simulator.endOutage());
		add("dispatch", "Dispatch an event", (arguments) -> this.simulator.dispatch(arguments.number("shard"),
				arguments.text("event"), arguments.text("data")), SHARD, "event=TYPING_START", "data={}");
		new WorldActions(this.simulator, this).add();
	}

	/** What an action does. */
	@FunctionalInterface
	interface Run {

		void accept(Arguments arguments);

	}

	private record Entry(SimulatorAction action, Run run) {
	}

	/** What an action is given: each of its arguments has a value. */
	record Arguments(Map<String, String> values) {

		String text(String name) {
			return this.values.getOrDefault(name, "");
		}

		int number(String name) {
			try {
				return Integer.parseInt(text(name).strip());
			}
			catch (NumberFormatException ex) {
				throw new IllegalArgumentException(name + " must be a number, not '" + text(name) + "'", ex);
			}
		}

		/** How many things, none included. */
		int size(String name) {
			int size = number(name);
			if (size < 0 || size > 1_000_000) {
				throw new IllegalArgumentException(name + " must be from 0 to 1000000: " + size);
			}
			return size;
		}

		String[] list(String name) {
			return Arrays.stream(text(name).split(","))
				.map(String::strip)
				.filter((part) -> !part.isEmpty())
				.toArray(String[]::new);
		}

		boolean flag(String name) {
			return Boolean.parseBoolean(text(name));
		}

		Duration millis(String name) {
			Duration duration = Duration.ofMillis(number(name));
			if (duration.isNegative()) {
				throw new IllegalArgumentException(name + " must be 0 or more milliseconds: " + number(name));
			}
			return duration;
		}

		Set<Intent> intents(String name) {
			return Arrays.stream(list(name))
				.map((intent) -> Intent.valueOf(intent.toUpperCase(Locale.ROOT).replace('-', '_')))
				.collect(Collectors.toSet());
		}

	}

}
