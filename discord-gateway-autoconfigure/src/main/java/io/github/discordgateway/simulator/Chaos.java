package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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

	/** How many kinds of trouble there are for the bot as a whole. */
	private static final int FOR_THE_BOT = 11;

	/** How many there are for one of its connections. */
	private static final int FOR_A_CONNECTION = 13;

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
		int kind = this.random.nextInt(FOR_THE_BOT + FOR_A_CONNECTION);
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
		if (kind < FOR_THE_BOT) {
			return (kind < 5) ? toTheNext(kind, number) : toAll(kind, number);
		}
		if (open.isEmpty()) {
			return "nothing, since no shard is connected";
		}
		SimulatedConnection connection = open.get(chosen % open.size());
		int own = kind - FOR_THE_BOT;
		return ((own < 6) ? toAConnection(own, number, connection) : toItsFrames(own, number, connection)) + " on "
				+ connection;
	}

	private String toTheNext(int kind, int number) {
		switch (kind) {
			case 0 -> {
				this.simulator.nextHandshakes(1, ScriptedAnswer.status(503).after(Duration.ofMillis(number)));
				return "a handshake is refused with 503";
			}
			case 1 -> {
				this.simulator.nextHandshakes(1, ScriptedAnswer.reset());
				return "a handshake is reset";
			}
			case 2 -> {
				this.simulator.nextResumes(1, Replay.droppedAfter(number));
				return "a replay is dropped after " + number;
			}
			case 3 -> {
				this.simulator.refuseConnections(number);
				return number + " connections are refused";
			}
			default -> {
				this.simulator.refuseIdentifies(1);
				return "an IDENTIFY is refused";
			}
		}
	}

	private String toAll(int kind, int number) {
		switch (kind) {
			case 5 -> {
				this.simulator.rest().answerNext(1, ScriptedAnswer.status(502).html("<h1>Bad gateway</h1>"));
				return "a request is answered with 502";
			}
			case 6 -> {
				this.simulator.rest().answerNext(1, ScriptedAnswer.rateLimited(Duration.ofMillis(number), false));
				return "a request is answered with 429";
			}
			case 7 -> {
				this.simulator.rest().answerNext(1, ScriptedAnswer.reset());
				return "a request is reset";
			}
			case 8 -> {
				this.simulator.restart(Duration.ofMillis(10L * number));
				return "the gateway restarts";
			}
			case 9 -> {
				this.simulator.outage();
				return "an outage begins";
			}
			default -> {
				this.simulator.endOutage();
				return "the outage ends";
			}
		}
	}

	private String toAConnection(int kind, int number, SimulatedConnection connection) {
		switch (kind) {
			case 0 -> {
				connection.drop();
				return "a reset";
			}
			case 1 -> {
				connection.reconnect();
				return "a demand to reconnect";
			}
			case 2 -> {
				int code = CODES[number % CODES.length].code();
				connection.close(code, "Chaos.");
				return "a close with " + code;
			}
			case 3 -> {
				connection.invalidSession(true);
				return "a session to be resumed";
			}
			case 4 -> {
				connection.stall(Duration.ofMillis(10L * number));
				return "a stall";
			}
			default -> {
				connection.latency(Duration.ZERO, Duration.ofMillis(number));
				return "latency";
			}
		}
	}

	private String toItsFrames(int kind, int number, SimulatedConnection connection) {
		switch (kind) {
			case 6 -> {
				connection.skipAcks(1);
				connection.requestHeartbeat();
				return "a missing acknowledgement";
			}
			case 7 -> {
				connection.doubleAcks(1);
				connection.requestHeartbeat();
				return "a doubled acknowledgement";
			}
			case 8 -> {
				connection.delayAcks(Duration.ofMillis(10L * number));
				connection.requestHeartbeat();
				return "late acknowledgements";
			}
			case 9 -> {
				connection.sendAck();
				return "an unasked acknowledgement";
			}
			case 10 -> {
				connection.splitFrames(64 * number);
				return "pieces of " + 64 * number + " bytes";
			}
			case 11 -> {
				connection.repeat(number);
				return "the latest " + number + " events again";
			}
			default -> {
				connection.skipSequences(number);
				return number + " sequences that are left out";
			}
		}
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
