package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.IntSupplier;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What outlives a connection: sequence, intents, and a log of the latest events for a
 * replay. Numbering, logging and sending of an event are one step under one lock, so that
 * a resume neither loses nor doubles an event of another thread.
 */
final class SimulatedSession {

	/** What {@link #dispatch} returns for an event that the intents hold back. */
	static final long NOT_SENT = -1;

	/** Announce a state of the connection, so they are never replayed. */
	private static final Set<String> NOT_REPLAYED = Set.of("READY", "RESUMED");

	/**
	 * How much the log holds at most, the latest event excepted: hundreds of large guilds
	 * have room, and a simulator that runs for days stays small.
	 */
	static final long MAX_LOG_CHARACTERS = 64 * 1024 * 1024;

	private final String id;

	private final ShardId shard;

	private final Set<Intent> intents;

	private final int largeThreshold;

	private final IntSupplier replayLimit;

	private final Deque<Entry> log = new ArrayDeque<>();

	private long logCharacters;

	private long sequence;

	/** The highest sequence that is no longer in the log. */
	private long forgotten;

	private @Nullable SimulatedConnection connection;

	private long detachedAt;

	private boolean ended;

	private int pairsToSwap;

	/** Waits until the event after it was sent. */
	private @Nullable String overtaken;

	SimulatedSession(String id, ShardId shard, Set<Intent> intents, int largeThreshold, IntSupplier replayLimit) {
		this.id = id;
		this.shard = shard;
		this.intents = intents;
		this.largeThreshold = largeThreshold;
		this.replayLimit = replayLimit;
	}

	String id() {
		return this.id;
	}

	ShardId shard() {
		return this.shard;
	}

	Set<Intent> intents() {
		return this.intents;
	}

	/** The number of members above which guilds come without those that are offline. */
	int largeThreshold() {
		return this.largeThreshold;
	}

	synchronized @Nullable SimulatedConnection connection() {
		return this.connection;
	}

	/** The open connection over which the session runs; null when there is none. */
	@Nullable SimulatedConnection openConnection() {
		SimulatedConnection current = connection();
		return (current != null && current.isOpen()) ? current : null;
	}

	synchronized long lastSequence() {
		return this.sequence;
	}

	/**
	 * Whether the session's shard is the one that hears about a place.
	 * @param guildId the guild; {@code null} for what happens outside of guilds, which is
	 * shard 0's
	 * @return whether events from there belong to this session
	 */
	boolean hears(@Nullable Snowflake guildId) {
		return ((guildId != null) ? ShardId.forGuild(guildId, this.shard.total()).number() : 0) == this.shard.number();
	}

	/**
	 * Numbers an event, keeps it for a replay, and sends it if a connection is there.
	 * @param event what happened
	 * @return its sequence, or {@link #NOT_SENT}
	 */
	synchronized long dispatch(OutgoingEvent event) {
		if (this.ended || !event.passes(this.intents)) {
			return NOT_SENT;
		}
		long number = ++this.sequence;
		// The order of keys that Discord uses.
		String frame = "{\"t\":\"" + event.name() + "\",\"s\":" + number + ",\"op\":0,\"d\":"
				+ event.jsonFor(this.intents) + "}";
		log(new Entry(number, NOT_REPLAYED.contains(event.name()) ? null : frame));
		if (this.connection != null) {
			send(this.connection, frame);
		}
		return number;
	}

	private void log(Entry entry) {
		this.log.addLast(entry);
		this.logCharacters += entry.characters();
		while (this.log.size() > this.replayLimit.getAsInt()
				|| (this.logCharacters > MAX_LOG_CHARACTERS && this.log.size() > 1)) {
			Entry oldest = this.log.removeFirst();
			this.logCharacters -= oldest.characters();
			this.forgotten = oldest.sequence();
		}
	}

	/** One event after the next, save where a test wants them to change places. */
	private void send(SimulatedConnection current, String frame) {
		String earlier = this.overtaken;
		if (earlier != null) {
			this.overtaken = null;
			current.transmit(frame);
			current.transmit(earlier);
		}
		else if (this.pairsToSwap > 0) {
			this.pairsToSwap--;
			this.overtaken = frame;
		}
		else {
			current.transmit(frame);
		}
	}

	synchronized void swap(int pairs) {
		this.pairsToSwap = pairs;
	}

	/** Lets no further pairs change places, and sends what waits for the next event. */
	synchronized void endSwaps() {
		String earlier = this.overtaken;
		SimulatedConnection current = this.connection;
		forgetSwaps();
		if (earlier != null && current != null) {
			current.transmit(earlier);
		}
	}

	private void forgetSwaps() {
		this.pairsToSwap = 0;
		this.overtaken = null;
	}

	synchronized void attach(SimulatedConnection connection) {
		this.connection = connection;
	}

	/**
	 * Moves the session to a new connection: what was missed, then RESUMED.
	 * @param connection the new connection
	 * @param seen the last sequence that the client has
	 * @param replay how much of it
	 * @return what came of it
	 */
	synchronized ResumeResult resume(SimulatedConnection connection, long seen, Replay replay) {
		if (this.ended || seen < this.forgotten) {
			return ResumeResult.GONE;
		}
		if (seen > this.sequence) {
			return ResumeResult.INVALID_SEQUENCE;
		}
		SimulatedConnection previous = this.connection;
		if (previous != null && previous != connection) {
			previous.replaced();
		}
		forgetSwaps();
		this.connection = connection;
		this.log.stream()
			.filter((entry) -> entry.sequence() > seen && entry.frame() != null)
			.skip(replay.omitted())
			.limit(replay.sent())
			.forEach((entry) -> connection.transmit(String.valueOf(entry.frame())));
		if (replay.isDropped()) {
			connection.drop();
		}
		else if (replay.isResumed()) {
			dispatch(OutgoingEvent.of("RESUMED", "{\"_trace\":[\"[\\\"simulator\\\"]\"]}"));
		}
		return ResumeResult.RESUMED;
	}

	/** Sends the latest events again. */
	synchronized void repeat(int events) {
		SimulatedConnection current = this.connection;
		if (current != null) {
			this.log.stream()
				.skip(Math.max(0, this.log.size() - events))
				.filter((entry) -> entry.frame() != null)
				.forEach((entry) -> current.transmit(String.valueOf(entry.frame())));
		}
	}

	synchronized void skipSequences(int count) {
		this.sequence += count;
	}

	synchronized void detach(SimulatedConnection connection, long now) {
		if (this.connection == connection) {
			this.connection = null;
			this.detachedAt = now;
			forgetSwaps();
		}
	}

	synchronized void end() {
		this.ended = true;
		this.connection = null;
		this.log.clear();
		this.logCharacters = 0;
	}

	/**
	 * Whether the session can no longer be used or resumed.
	 * @param lifetime how long a session without a connection lives
	 * @param now the present
	 * @return whether it was ended or timed out
	 */
	synchronized boolean isDead(Duration lifetime, long now) {
		return this.ended || (this.connection == null && now - this.detachedAt > lifetime.toNanos());
	}

	/** What came of a RESUME. */
	enum ResumeResult {

		RESUMED, GONE, INVALID_SEQUENCE

	}

	private record Entry(long sequence, @Nullable String frame) {

		int characters() {
			return (this.frame != null) ? this.frame.length() : 0;
		}

	}

}
