package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.GatewayCommand;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what a test expects of a bot, and tells what came instead.
 */
final class Expectations {

	private static final Log logger = LogFactory.getLog(Expectations.class);

	private static final int DISPATCHES_SHOWN = 10;

	/** How long listeners that are still at work have to fail. */
	private static final Duration MAX_REST = Duration.ofSeconds(5);

	private final Duration timeout;

	private final SessionRegistry sessions;

	private final Recording<SimulatedConnection> connections;

	private final Inbox inbox = new Inbox();

	private final Recording<String> dispatched = new Recording<>(DISPATCHES_SHOWN);

	/** The resumed connections that a test has already waited for. */
	private final Set<SimulatedConnection> reportedResumes = ConcurrentHashMap.newKeySet();

	private final Failures failures = new Failures();

	private final AtomicLong pings = new AtomicLong();

	private volatile @Nullable BotProgress progress;

	Expectations(Duration timeout, SessionRegistry sessions, Recording<SimulatedConnection> connections) {
		this.timeout = timeout;
		this.sessions = sessions;
		this.connections = connections;
	}

	Inbox inbox() {
		return this.inbox;
	}

	Duration timeout() {
		return this.timeout;
	}

	void observe(BotProgress progress) {
		this.progress = progress;
	}

	void dispatched(String eventName, SimulatedSession session, long sequence) {
		this.dispatched.add(eventName + " to shard " + session.shard()
				+ ((sequence != SimulatedSession.NOT_SENT) ? " as " + sequence : ", held back by its intents"));
	}

	Failures failures() {
		return this.failures;
	}

	void forget() {
		this.inbox.clear();
		this.failures.forget();
	}

	/** The sessions that hear about a place, at least one. */
	List<SimulatedSession> awaitSessions(@Nullable Snowflake guildId) {
		return Polling.await(this.timeout, () -> {
			List<SimulatedSession> found = this.sessions.live()
				.stream()
				.filter((session) -> session.hears(guildId))
				.toList();
			return found.isEmpty() ? null : found;
		}, () -> "No bot has identified for " + ((guildId != null) ? "the shard of guild " + guildId : "shard 0")
				+ within() + describe());
	}

	void awaitReady() {
		Polling.until(this.timeout, this::isReady, () -> "The bot was not ready" + within() + describe());
	}

	private boolean isReady() {
		List<SimulatedSession> live = this.sessions.live();
		BotProgress bot = this.progress;
		return !live.isEmpty() && live.stream().allMatch((session) -> session.openConnection() != null)
				&& (bot == null || bot.isReady());
	}

	void awaitResumed() {
		// Of several shards one may be back before the next one is.
		Polling.until(this.timeout, () -> isReady() && this.reportedResumes.addAll(resumedConnections()),
				() -> "The bot has not resumed" + within() + describe());
	}

	private List<SimulatedConnection> resumedConnections() {
		return this.connections.list()
			.stream()
			.filter((connection) -> connection.isOpen() && connection.isResumed())
			.toList();
	}

	void awaitHandled() {
		BotProgress bot = this.progress;
		if (bot == null) {
			throw new IllegalStateException("The simulator cannot know what a client has handled, unless it is told:"
					+ " let the application's auto-configuration start it (discord.gateway.simulator.enabled=true),"
					+ " or give it a BotProgress with observe(...)");
		}
		Map<SimulatedSession, Long> due = new LinkedHashMap<>();
		this.sessions.live().forEach((session) -> due.put(session, session.lastSequence()));
		Polling.until(this.timeout, () -> {
			// What a session has that was lost meanwhile will never be handled.
			due.keySet().retainAll(this.sessions.live());
			due.entrySet().removeIf((entry) -> bot.handledSequence(entry.getKey().id()) >= entry.getValue());
			return due.isEmpty();
		}, () -> "Not all events were handled" + within() + unhandled(bot, due) + describe());
		// The bot has then handed on what it has just counted.
		awaitAllSent();
		Polling.until(this.timeout, bot::isIdle,
				() -> "A listener was still busy, or an event waited for one" + within() + describe());
		this.failures.verifyNone();
	}

	<T extends Throwable> T expectFailure(Class<T> type) {
		return Polling.await(this.timeout, () -> this.failures.take(type),
				() -> "No listener failed with " + type.getName() + within() + describe());
	}

	/** Waits as well as it can: a listener that never returns has not failed. */
	void expectNoFailure() {
		BotProgress bot = this.progress;
		if (bot != null && bot.isReady()) {
			try {
				Duration limit = (this.timeout.compareTo(MAX_REST) < 0) ? this.timeout : MAX_REST;
				awaitAllSent(limit);
				Polling.until(limit, bot::isIdle, () -> "busy");
			}
			catch (AssertionError ex) {
				logger.info("A listener is still busy, or an event waits for one; whether it will fail is not known");
			}
		}
		this.failures.verifyNone();
	}

	private static String unhandled(BotProgress bot, Map<SimulatedSession, Long> due) {
		return due.entrySet()
			.stream()
			.map((entry) -> " The bot is through with " + Math.max(0, bot.handledSequence(entry.getKey().id())) + " of "
					+ entry.getValue() + " events of shard " + entry.getKey().shard() + ".")
			.collect(Collectors.joining());
	}

	/** Waits for a command that one of the connections got. */
	<C extends GatewayCommand> C expectCommand(Class<C> type, BiPredicate<SimulatedConnection, C> wanted,
			String which) {
		return CommandReader.read(type, Polling.await(this.timeout, () -> this.inbox.take(accepting(type, wanted)),
				() -> "No " + type.getSimpleName() + which + " came" + within() + describe()));
	}

	private static <C extends GatewayCommand> BiPredicate<SimulatedConnection, ReceivedFrame> accepting(Class<C> type,
			BiPredicate<SimulatedConnection, C> wanted) {
		int opcode = CommandReader.opcode(type).code();
		return (connection, frame) -> frame.opcode() == opcode
				&& wanted.test(connection, CommandReader.read(type, frame));
	}

	ReceivedFrame expectFrame(Opcode opcode) {
		return Polling.await(this.timeout,
				() -> this.inbox.take((connection, frame) -> frame.opcode() == opcode.code()),
				() -> "No " + opcode.name() + " came" + within() + describe());
	}

	<C extends GatewayCommand> void expectNoCommand(Class<C> type, BiPredicate<SimulatedConnection, C> unwanted) {
		BiPredicate<SimulatedConnection, ReceivedFrame> sought = accepting(type, unwanted);
		if (this.progress != null) {
			awaitHandled();
		}
		awaitAllSent();
		awaitAllSent();
		ReceivedFrame frame = this.inbox.take(sought);
		if (frame != null) {
			throw new AssertionError("No " + type.getSimpleName() + " was expected, but this came: " + frame);
		}
	}

	/**
	 * Each client answers a ping after what it has written before. What it was only about
	 * to hand to its event loop may be overtaken by one answer, and not by a second.
	 */
	private void awaitAllSent() {
		awaitAllSent(this.timeout);
	}

	private void awaitAllSent(Duration limit) {
		long number = this.pings.incrementAndGet();
		List<SimulatedConnection> open = this.connections.list().stream().filter(SimulatedConnection::isOpen).toList();
		open.forEach((connection) -> connection.writer().ping(number));
		Polling.until(limit,
				() -> open.stream().allMatch((connection) -> !connection.isOpen() || connection.lastPong() >= number),
				() -> "The bot did not answer a ping" + within() + describe());
	}

	private String within() {
		return " within " + this.timeout.toMillis() + " ms.";
	}

	private String describe() {
		List<SimulatedConnection> all = this.connections.list();
		List<String> events = this.dispatched.list();
		return "\nListeners that failed: " + this.failures.describe()
				+ "\nWhat the bot sent and no test has expected yet: " + this.inbox.describe()
				+ "\nConnections, the latest last: " + lines(all.stream().map(Expectations::state).toList())
				+ "\nEvents that were dispatched last: " + lines(events);
	}

	private static String state(SimulatedConnection connection) {
		String state = connection.isOpen() ? "open" : "closed";
		return connection + ", " + state + (connection.isIdentified() ? ", identified" : "")
				+ (connection.isResumed() ? ", resumed" : "")
				+ ((connection.serverClose() != null) ? ", closed by the simulator with " + connection.serverClose()
						: "")
				+ ((connection.closeCode() != 0) ? ", closed by the bot with " + connection.closeCode() : "");
	}

	private static String lines(List<String> lines) {
		List<String> shown = lines.subList(Math.max(0, lines.size() - DISPATCHES_SHOWN), lines.size());
		return shown.isEmpty() ? "none" : "\n  " + String.join("\n  ", shown);
	}

}
