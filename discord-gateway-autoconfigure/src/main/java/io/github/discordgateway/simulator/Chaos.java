package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import io.github.discordgateway.CloseCode;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Trouble of all kinds, drawn at random from a seed: connections that are refused,
 * dropped, closed or asked to reconnect, one or all of them, refused handshakes and
 * IDENTIFYs, late, missing, doubled and unasked acknowledgements, stalls, events that
 * come twice, sequences that are left out, replays that break off, outages of guilds,
 * requests that fail. None of it costs a session: a bot that keeps to the protocol
 * handles each event at least once. What no bot can make up for is not among it: replays
 * that leave events out or keep too few of them, and events that change places, of which
 * the earlier one would be lost with the connection.
 *
 * @see GatewaySimulator#chaos(long)
 */
public final class Chaos implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Chaos.class);

	private static final CloseCode[] CODES = { CloseCode.UNKNOWN_ERROR, CloseCode.DECODE_ERROR,
			CloseCode.RATE_LIMITED };

	/** What may happen to the bot as a whole. */
	private static final List<BiFunction<GatewaySimulator, Integer, String>> FOR_THE_BOT = List.of(
			Chaos::refuseHandshake, Chaos::resetHandshake, Chaos::dropReplay, Chaos::refuseConnections,
			Chaos::refuseIdentify, Chaos::failRequest, Chaos::limitRequest, Chaos::resetRequest, Chaos::restart,
			Chaos::beginOutage, Chaos::endOutage);

	/** What may happen to one of its connections. */
	private static final List<BiFunction<SimulatedConnection, Integer, String>> FOR_A_CONNECTION = List.of(Chaos::drop,
			Chaos::demandReconnect, Chaos::close, Chaos::demandResume, Chaos::stall, Chaos::slowDown, Chaos::skipAck,
			Chaos::doubleAck, Chaos::delayAcks, Chaos::sendAck, Chaos::splitFrames, Chaos::repeat,
			Chaos::skipSequences);

	private final GatewaySimulator simulator;

	private final long seed;

	private final Random random;

	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "discord-simulator-chaos");
		thread.setDaemon(true);
		return thread;
	});

	Chaos(GatewaySimulator simulator, long seed) {
		this.simulator = simulator;
		this.seed = seed;
		this.random = new Random(seed);
		logger.info("Chaos with the seed " + seed);
	}

	/**
	 * The seed, from which what happens follows.
	 * @return the seed
	 */
	public long seed() {
		return this.seed;
	}

	/**
	 * Lets something happen from time to time, until {@link #close()}.
	 * @param pause the time between two troubles
	 * @return this chaos
	 */
	public Chaos every(Duration pause) {
		this.scheduler.scheduleWithFixedDelay(this::happenQuietly, pause.toNanos(), pause.toNanos(),
				TimeUnit.NANOSECONDS);
		return this;
	}

	private void happenQuietly() {
		try {
			happen();
		}
		catch (RuntimeException ex) {
			// A scheduler silently ends a task that throws.
			logger.warn("Chaos with the seed " + this.seed + " could not cause trouble", ex);
		}
	}

	/**
	 * Lets one thing happen, now.
	 * @return what, in a few words
	 */
	public synchronized String happen() {
		int kind = this.random.nextInt(FOR_THE_BOT.size() + FOR_A_CONNECTION.size());
		int number = 1 + this.random.nextInt(5);
		List<SimulatedConnection> open = this.simulator.connections()
			.stream()
			.filter((connection) -> connection.isOpen() && connection.sessionId() != null)
			.toList();
		int chosen = this.random.nextInt(1000);
		String what;
		try {
			what = happen(kind, number, chosen, open);
		}
		catch (IllegalStateException ex) {
			what = "nothing, since a connection has just been closed";
		}
		logger.debug("Chaos with the seed " + this.seed + ": " + what);
		return what;
	}

	private String happen(int kind, int number, int chosen, List<SimulatedConnection> open) {
		if (kind < FOR_THE_BOT.size()) {
			return FOR_THE_BOT.get(kind).apply(this.simulator, number);
		}
		if (open.isEmpty()) {
			return "nothing, since no shard is connected";
		}
		SimulatedConnection connection = open.get(chosen % open.size());
		return FOR_A_CONNECTION.get(kind - FOR_THE_BOT.size()).apply(connection, number) + " on " + connection;
	}

	private static String refuseHandshake(GatewaySimulator simulator, int number) {
		simulator.nextHandshakes(1, ScriptedAnswer.status(503).after(Duration.ofMillis(number)));
		return "a handshake is refused with 503";
	}

	private static String resetHandshake(GatewaySimulator simulator, int number) {
		simulator.nextHandshakes(1, ScriptedAnswer.reset());
		return "a handshake is reset";
	}

	private static String dropReplay(GatewaySimulator simulator, int number) {
		simulator.nextResumes(1, Replay.droppedAfter(number));
		return "a replay is dropped after " + number;
	}

	private static String refuseConnections(GatewaySimulator simulator, int number) {
		simulator.refuseConnections(number);
		return number + " connections are refused";
	}

	private static String refuseIdentify(GatewaySimulator simulator, int number) {
		simulator.refuseIdentifies(1);
		return "an IDENTIFY is refused";
	}

	private static String failRequest(GatewaySimulator simulator, int number) {
		simulator.rest().answerNext(1, ScriptedAnswer.status(502).html("<h1>Bad gateway</h1>"));
		return "a request is answered with 502";
	}

	private static String limitRequest(GatewaySimulator simulator, int number) {
		simulator.rest().answerNext(1, ScriptedAnswer.rateLimited(Duration.ofMillis(number), false));
		return "a request is answered with 429";
	}

	private static String resetRequest(GatewaySimulator simulator, int number) {
		simulator.rest().answerNext(1, ScriptedAnswer.reset());
		return "a request is reset";
	}

	private static String restart(GatewaySimulator simulator, int number) {
		simulator.restart(Duration.ofMillis(10L * number));
		return "the gateway restarts";
	}

	private static String beginOutage(GatewaySimulator simulator, int number) {
		simulator.outage();
		return "an outage begins";
	}

	private static String endOutage(GatewaySimulator simulator, int number) {
		simulator.endOutage();
		return "the outage ends";
	}

	private static String drop(SimulatedConnection connection, int number) {
		connection.drop();
		return "a reset";
	}

	private static String demandReconnect(SimulatedConnection connection, int number) {
		connection.reconnect();
		return "a demand to reconnect";
	}

	private static String close(SimulatedConnection connection, int number) {
		int code = CODES[number % CODES.length].code();
		connection.close(code, "Chaos.");
		return "a close with " + code;
	}

	private static String demandResume(SimulatedConnection connection, int number) {
		connection.invalidSession(true);
		return "a session to be resumed";
	}

	private static String stall(SimulatedConnection connection, int number) {
		connection.stall(Duration.ofMillis(10L * number));
		return "a stall";
	}

	private static String slowDown(SimulatedConnection connection, int number) {
		connection.latency(Duration.ZERO, Duration.ofMillis(number));
		return "latency";
	}

	private static String skipAck(SimulatedConnection connection, int number) {
		connection.skipAcks(1);
		connection.requestHeartbeat();
		return "a missing acknowledgement";
	}

	private static String doubleAck(SimulatedConnection connection, int number) {
		connection.doubleAcks(1);
		connection.requestHeartbeat();
		return "a doubled acknowledgement";
	}

	private static String delayAcks(SimulatedConnection connection, int number) {
		connection.delayAcks(Duration.ofMillis(10L * number));
		connection.requestHeartbeat();
		return "late acknowledgements";
	}

	private static String sendAck(SimulatedConnection connection, int number) {
		connection.sendAck();
		return "an unasked acknowledgement";
	}

	private static String splitFrames(SimulatedConnection connection, int number) {
		connection.splitFrames(64 * number);
		return "pieces of " + 64 * number + " bytes";
	}

	private static String repeat(SimulatedConnection connection, int number) {
		connection.repeat(number);
		return "the latest " + number + " events again";
	}

	private static String skipSequences(SimulatedConnection connection, int number) {
		connection.skipSequences(number);
		return number + " sequences that are left out";
	}

	/**
	 * Ends the chaos and undoes what it has scripted. Connections that are open stay as
	 * they are.
	 */
	@Override
	public void close() {
		this.scheduler.shutdownNow();
		synchronized (this) {
			this.simulator.undoScripts();
		}
	}

}
