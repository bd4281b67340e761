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
 * Trouble of all kinds, drawn at random from a seed: connections that are dropped, closed
 * or asked to reconnect, late and missing acknowledgements, stalls, refused handshakes,
 * replays that break off, requests that fail. None of it costs a session: a bot that
 * keeps to the protocol handles each event at least once.
 *
 * @see GatewaySimulator#chaos(long)
 */
public final class Chaos implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Chaos.class);

	private static final CloseCode[] CODES = { CloseCode.UNKNOWN_ERROR, CloseCode.DECODE_ERROR,
			CloseCode.RATE_LIMITED };

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
		int kind = this.random.nextInt(12);
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
		return (kind < 4) ? toTheBot(kind, number) : open.isEmpty() ? "nothing, since no shard is connected"
				: toAConnection(kind, number, open.get(chosen % open.size()));
	}

	private String toTheBot(int kind, int number) {
		switch (kind) {
			case 0 -> {
				this.simulator.nextHandshakes(1, ScriptedAnswer.status(503));
				return "a handshake is refused with 503";
			}
			case 1 -> {
				this.simulator.nextHandshakes(1, ScriptedAnswer.reset());
				return "a handshake is reset";
			}
			case 2 -> {
				this.simulator.rest().answerNext(1, ScriptedAnswer.status(502).html("<h1>Bad gateway</h1>"));
				return "a request is answered with 502";
			}
			default -> {
				this.simulator.nextResumes(1, Replay.droppedAfter(number));
				return "a replay is dropped after " + number;
			}
		}
	}

	private String toAConnection(int kind, int number, SimulatedConnection connection) {
		switch (kind) {
			case 4 -> connection.drop();
			case 5 -> connection.reconnect();
			case 6 -> connection.close(CODES[number % CODES.length].code(), "Chaos.");
			case 7 -> connection.invalidSession(true);
			case 8 -> connection.stall(Duration.ofMillis(10L * number));
			case 9 -> connection.latency(Duration.ZERO, Duration.ofMillis(number));
			case 10 -> {
				connection.skipAcks(1);
				connection.requestHeartbeat();
			}
			default -> {
				connection.doubleAcks(1);
				connection.sendAck();
				connection.splitFrames(64 * number);
			}
		}
		return "kind " + kind + " for " + connection;
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
