package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One WebSocket of a client: what came over it, and what a test can do to it. All methods
 * may be called from any thread; what they send leaves in the order of the calls.
 */
public final class SimulatedConnection {

	/** The largest frame that Discord accepts; longer ones end in close 4002. */
	private static final int MAX_FRAME_BYTES = 4096;

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final int MAX_RECORDED_FRAMES = 10_000;

	/** Those that Discord still takes; the payloads are always those of the last one. */
	private static final Set<String> VERSIONS = Set.of("6", "7", "8", "9", "10");

	private final Recording<ReceivedFrame> receivedFrames = new Recording<>(MAX_RECORDED_FRAMES);

	private final Inbox inbox;

	private final SentFrames sent;

	private final GatewayBehaviour behaviour;

	private final GatewayProtocol protocol;

	private final ConnectionWriter writer;

	private final SlidingWindow sendLimit;

	private final String requestUri;

	private final Map<String, String> requestHeaders;

	private volatile @Nullable SimulatedSession session;

	private volatile @Nullable ShardId shard;

	private volatile boolean identified;

	private volatile boolean resumed;

	private volatile boolean silent;

	private volatile int closeCode;

	private volatile long lastPong;

	private final DelayedFrames delayed;

	private final AtomicInteger acksToSkip = new AtomicInteger();

	private final AtomicInteger acksToDouble = new AtomicInteger();

	private volatile Duration ackDelay = Duration.ZERO;

	private volatile int serverCloseCode;

	private volatile @Nullable String serverClose;

	/** The frame of the client that is being dealt with, if any. */
	private volatile @Nullable ReceivedFrame atWork;

	SimulatedConnection(GatewayBehaviour behaviour, GatewayProtocol protocol, ConnectionWriter writer,
			SlidingWindow sendLimit, Inbox inbox, SentFrames sent, String requestUri,
			Map<String, String> requestHeaders) {
		this.inbox = inbox;
		this.sent = sent;
		this.behaviour = behaviour;
		this.protocol = protocol;
		this.writer = writer;
		this.sendLimit = sendLimit;
		this.requestUri = requestUri;
		this.requestHeaders = requestHeaders;
		this.delayed = new DelayedFrames(writer, this::write);
	}

	/**
	 * The request target of the handshake.
	 * @return path and query as received
	 */
	public String requestUri() {
		return this.requestUri;
	}

	/**
	 * The headers of the handshake.
	 * @return the headers; their names compare without regard to case
	 */
	public Map<String, String> requestHeaders() {
		return this.requestHeaders;
	}

	/**
	 * What the client sent so far, unreadable and refused frames included.
	 * @return a copy, in the order of arrival
	 */
	public List<ReceivedFrame> receivedFrames() {
		return this.receivedFrames.list();
	}

	/**
	 * What the client sent so far with one opcode.
	 * @param opcode the opcode
	 * @return the frames in the order of arrival
	 */
	public List<ReceivedFrame> receivedFrames(Opcode opcode) {
		return receivedFrames().stream().filter((frame) -> frame.opcode() == opcode.code()).toList();
	}

	/**
	 * What was sent to the client so far, before compression, binary messages of a test's
	 * own excepted. What was sent over all connections is kept together: the latest 10
	 * 000, and no more than 32 MB.
	 * @return a copy, in the order in which it left
	 * @see GatewaySimulator#sentFrames()
	 */
	public List<SentFrame> sentFrames() {
		return this.sent.list(this);
	}

	/**
	 * Whether an IDENTIFY was accepted on this connection.
	 * @return {@code true} from READY on
	 */
	public boolean isIdentified() {
		return this.identified;
	}

	/**
	 * Whether a RESUME was accepted on this connection.
	 * @return {@code true} from RESUMED on
	 */
	public boolean isResumed() {
		return this.resumed;
	}

	/**
	 * Whether the WebSocket is open.
	 * @return {@code false} once either side has begun to close it
	 */
	public boolean isOpen() {
		return this.writer.isOpen();
	}

	/**
	 * The shard that identified or resumed here.
	 * @return the shard; {@code null} before that
	 */
	public @Nullable ShardId shard() {
		return this.shard;
	}

	boolean isOf(int shardId) {
		ShardId current = this.shard;
		return current != null && current.number() == shardId;
	}

	/**
	 * The id of the session that runs over this connection.
	 * @return the id; {@code null} when there is none
	 */
	public @Nullable String sessionId() {
		SimulatedSession current = this.session;
		return (current != null) ? current.id() : null;
	}

	/**
	 * The close code that the client sent.
	 * @return the code, 1005 for a close without one; 0 when no close frame came
	 */
	public int closeCode() {
		return this.closeCode;
	}

	/**
	 * Sends a text message as it is, without compression.
	 * @param text anything
	 */
	public void sendText(String text) {
		note(text);
		this.writer.writeText(text);
	}

	/**
	 * Sends a text message of bytes that need not be text.
	 * @param bytes anything
	 */
	public void sendText(byte[] bytes) {
		note(new String(bytes, StandardCharsets.UTF_8));
		this.writer.writeText(bytes.clone());
	}

	/**
	 * Sends a payload in the form that this connection uses: compressed, if the client
	 * asked for it.
	 * @param json the text of the frame
	 */
	public void sendFrame(String json) {
		write(json);
	}

	private void write(String json) {
		note(json);
		this.writer.writeFrame(json);
	}

	private void note(String text) {
		if (isOpen()) {
			this.sent.add(this, text);
		}
	}

	/**
	 * Sends a payload of bytes that need not be text, in the form that this connection
	 * uses.
	 * @param bytes anything
	 */
	public void sendFrame(byte[] bytes) {
		note(new String(bytes, StandardCharsets.UTF_8));
		this.writer.writeFrame(bytes.clone());
	}

	/**
	 * Sends a binary message as it is, without compression.
	 * @param bytes anything
	 */
	public void sendBytes(byte[] bytes) {
		this.writer.writeBytes(bytes.clone());
	}

	/**
	 * Closes the WebSocket. Codes after which Discord wants a new session, for example
	 * 4007 or 4009, end the session.
	 * @param code the close code
	 * @param reason the text that goes with it
	 */
	public void close(int code, String reason) {
		SimulatedSession current = this.session;
		if (current != null && CloseCode.outcomeOf(code) != CloseCode.Outcome.RESUME) {
			this.protocol.sessions().end(current);
		}
		ReceivedFrame cause = this.atWork;
		if (isOpen()) {
			this.serverClose = code + " " + reason + ((cause != null) ? " after " + cause : "");
		}
		this.serverCloseCode = code;
		this.writer.close(code, reason);
	}

	/** Why the server closed, in words; {@code null} when it did not. */
	@Nullable String serverClose() {
		return this.serverClose;
	}

	/** The code with which the server closed; 0 when it did not. */
	int serverCloseCode() {
		return this.serverCloseCode;
	}

	/**
	 * Drops the TCP connection with a reset, without a close frame.
	 */
	public void drop() {
		this.writer.drop();
	}

	/**
	 * Asks the client to reconnect (op 7), and closes a few seconds later if it does not.
	 * @throws IllegalStateException when the connection is closed
	 */
	public void reconnect() {
		requireOpen();
		write(ControlPayloads.RECONNECT);
		this.writer.closeLater(CloseCode.UNKNOWN_ERROR.code(), "Reconnect requested.");
	}

	/**
	 * Tells the client that its session is not valid (op 9).
	 * @param resumable whether the client may resume it; if not, the session ends
	 * @throws IllegalStateException when the connection is closed
	 */
	public void invalidSession(boolean resumable) {
		requireOpen();
		refuse(resumable);
	}

	/** As {@link #invalidSession}, for a client that may be gone. */
	void refuse(boolean resumable) {
		SimulatedSession current = this.session;
		this.session = null;
		if (current != null) {
			if (resumable) {
				this.protocol.sessions().detach(current, this);
			}
			else {
				this.protocol.sessions().end(current);
			}
		}
		write(ControlPayloads.invalidSession(resumable));
	}

	/**
	 * Demands a heartbeat (op 1).
	 * @throws IllegalStateException when the connection is closed
	 */
	public void requestHeartbeat() {
		requireOpen();
		write(ControlPayloads.HEARTBEAT_REQUEST);
	}

	/**
	 * From now on accepts everything and answers nothing; events still enter the
	 * session's log. What a test sends by itself goes out as before.
	 * @throws IllegalStateException when the connection is closed
	 */
	public void silence() {
		requireOpen();
		this.silent = true;
	}

	/**
	 * From now on lets each payload of the protocol arrive later, in the same order. What
	 * a test sends by itself is not delayed.
	 * @param shortest the shortest time
	 * @param longest the longest time; the time of each payload is at random between both
	 */
	public void latency(Duration shortest, Duration longest) {
		if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
			throw new IllegalArgumentException(
					"A latency is from a shorter time to a longer one: " + shortest + " to " + longest);
		}
		requireOpen();
		this.delayed.latency(new RandomDelay(shortest, longest));
	}

	/**
	 * Holds back each payload of the protocol for a while, acknowledgements included, and
	 * then sends all of them.
	 * @param duration how long
	 * @throws IllegalStateException when the connection is closed
	 */
	public void stall(Duration duration) {
		requireOpen();
		this.delayed.stall(duration);
	}

	/**
	 * Leaves the next heartbeats without acknowledgement.
	 * @param count how many
	 * @throws IllegalStateException when the connection is closed
	 */
	public void skipAcks(int count) {
		requireOpen();
		this.acksToSkip.set(count);
	}

	/**
	 * Acknowledges each of the next heartbeats twice.
	 * @param count how many
	 * @throws IllegalStateException when the connection is closed
	 */
	public void doubleAcks(int count) {
		requireOpen();
		this.acksToDouble.set(count);
	}

	/**
	 * From now on acknowledges heartbeats later; other payloads may overtake.
	 * @param delay the time; zero for at once
	 * @throws IllegalStateException when the connection is closed
	 */
	public void delayAcks(Duration delay) {
		requireOpen();
		this.ackDelay = delay;
	}

	/**
	 * Acknowledges a heartbeat that the client did not send.
	 * @throws IllegalStateException when the connection is closed
	 */
	public void sendAck() {
		requireOpen();
		write(ControlPayloads.HEARTBEAT_ACK);
	}

	/** Acknowledges a heartbeat, unless a test wants it otherwise. */
	void acknowledge() {
		if (this.acksToSkip.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			return;
		}
		int copies = (this.acksToDouble.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) ? 2 : 1;
		this.writer.later(this.ackDelay, () -> {
			for (int i = 0; i < copies; i++) {
				transmit(ControlPayloads.HEARTBEAT_ACK);
			}
		});
	}

	/**
	 * Sends the latest events of the session again, with their sequences.
	 * @param events how many events
	 * @throws IllegalStateException when no session runs over this connection
	 */
	public void repeat(int events) {
		requireSession().repeat(events);
	}

	/**
	 * Leaves out sequences, as if events had been lost on their way.
	 * @param count how many
	 * @throws IllegalStateException when no session runs over this connection
	 */
	public void skipSequences(int count) {
		requireSession().skipSequences(count);
	}

	/**
	 * Lets each of the next pairs of events change places: the later one, with the higher
	 * sequence, is sent first.
	 * @param pairs how many pairs
	 * @throws IllegalStateException when no session runs over this connection
	 */
	public void swapEvents(int pairs) {
		requireSession().swap(pairs);
	}

	private void requireOpen() {
		if (!isOpen()) {
			throw new IllegalStateException(
					"This connection is closed: " + this + ". The one that is open has simulator.connection(...)");
		}
	}

	private SimulatedSession requireSession() {
		requireOpen();
		SimulatedSession current = this.session;
		if (current == null) {
			throw new IllegalStateException("No session runs over " + this + ": wait until the client has identified");
		}
		return current;
	}

	/**
	 * From now on spreads each payload over several WebSocket messages, as Discord may do
	 * with zlib-stream. With any other compression each message is a payload, so that the
	 * client gets only pieces.
	 * @param bytes the size of a message; 0 for whole payloads
	 */
	public void splitMessages(int bytes) {
		this.writer.split(bytes, true);
	}

	/**
	 * From now on sends each message as a frame and continuation frames.
	 * @param bytes the size of a frame; 0 for whole messages
	 */
	public void splitFrames(int bytes) {
		this.writer.split(bytes, false);
	}

	/**
	 * From now on sets the reserved bits of the first frame of each message, as if an
	 * extension had been negotiated.
	 * @param bits the three bits, RSV1 being the highest; 0 for none
	 */
	public void reservedBits(int bits) {
		this.writer.reservedBits(bits);
	}

	/** For example {@code shard 0/4 on /?v=10&encoding=json}. */
	@Override
	public String toString() {
		ShardId current = this.shard;
		return ((current != null) ? "shard " + current : "connection") + " on " + this.requestUri;
	}

	GatewayProtocol protocol() {
		return this.protocol;
	}

	ConnectionWriter writer() {
		return this.writer;
	}

	@Nullable SimulatedSession session() {
		return this.session;
	}

	/** Sends what the protocol wants sent, unless the connection is silenced. */
	void transmit(String json) {
		if (!this.silent) {
			this.delayed.send(json);
		}
	}

	void identified(SimulatedSession session) {
		this.session = session;
		this.shard = session.shard();
		this.identified = true;
	}

	void resumed(SimulatedSession session) {
		this.session = session;
		this.shard = session.shard();
		this.resumed = true;
	}

	/** The session went on over another connection. */
	void replaced() {
		this.session = null;
		this.writer.close(CloseCode.UNKNOWN_ERROR.code(), "The session was resumed elsewhere.");
	}

	void opened() {
		Map<String, String> query = HandshakeQuery.parse(this.requestUri);
		String encoding = query.getOrDefault("encoding", "json");
		if (!VERSIONS.contains(query.getOrDefault("v", ""))) {
			close(CloseCode.INVALID_API_VERSION.code(), "Invalid API version.");
		}
		else if (!encoding.equals("json")) {
			close(CloseCode.DECODE_ERROR.code(),
					"The simulator speaks no encoding=" + encoding.replaceAll("\\W", "?") + ", only encoding=json.");
		}
		else if (HandshakeQuery.compression(this.requestUri) == null) {
			close(CloseCode.DECODE_ERROR.code(),
					"The simulator sends plain JSON, zlib-stream, or zstd-stream where zstd-jni is there.");
		}
		else {
			// In a segment of its own: some libraries lose what is glued to the answer of
			// the handshake.
			this.writer.later(this.protocol.helloDelay(), () -> this.behaviour.onOpen(this));
		}
	}

	void received(String text) {
		long now = System.nanoTime();
		ReceivedFrame frame = read(text, now);
		this.receivedFrames.add(frame);
		this.inbox.add(this, frame);
		if (this.silent || !isOpen()) {
			return;
		}
		this.atWork = frame;
		try {
			take(frame, now);
		}
		finally {
			this.atWork = null;
		}
	}

	private void take(ReceivedFrame frame, long now) {
		if (!this.sendLimit.tryAcquire(now)) {
			close(CloseCode.RATE_LIMITED.code(), "You are being rate limited.");
		}
		else if (frame.opcode() < 0 || frame.text().getBytes(StandardCharsets.UTF_8).length > MAX_FRAME_BYTES) {
			close(CloseCode.DECODE_ERROR.code(), "Error while decoding payload.");
		}
		else {
			route(frame);
		}
	}

	private static ReceivedFrame read(String text, long now) {
		try {
			JsonNode tree = MAPPER.readTree(text);
			int opcode = tree.path("op").isInt() ? tree.path("op").intValue() : -1;
			return new ReceivedFrame(opcode, tree.path("d"), text, now);
		}
		catch (JacksonException ex) {
			return new ReceivedFrame(-1, MissingNode.getInstance(), text, now);
		}
	}

	private void route(ReceivedFrame frame) {
		Opcode opcode = Opcode.of(frame.opcode());
		if (opcode == null) {
			close(CloseCode.UNKNOWN_OPCODE.code(), "Unknown opcode.");
			return;
		}
		switch (opcode) {
			case HEARTBEAT -> this.behaviour.onHeartbeat(this, frame);
			case IDENTIFY -> this.behaviour.onIdentify(this, frame);
			case RESUME -> this.behaviour.onResume(this, frame);
			case PRESENCE_UPDATE, VOICE_STATE_UPDATE, REQUEST_GUILD_MEMBERS, REQUEST_SOUNDBOARD_SOUNDS,
					REQUEST_CHANNEL_INFO -> {
				if (this.session == null) {
					close(CloseCode.NOT_AUTHENTICATED.code(), "Not authenticated.");
				}
				else {
					this.behaviour.onCommand(this, frame);
				}
			}
			default -> close(CloseCode.UNKNOWN_OPCODE.code(), "Unknown opcode.");
		}
	}

	/** The client answered a ping, and with it all that it had sent before is here. */
	void receivedPong(long number) {
		this.lastPong = number;
	}

	long lastPong() {
		return this.lastPong;
	}

	/** A silenced connection reads no heartbeats, so it misses none. */
	void heartbeatMissed() {
		if (!this.silent) {
			close(CloseCode.SESSION_TIMED_OUT.code(), "Session timed out.");
		}
	}

	void receivedBinary() {
		if (!this.silent) {
			close(CloseCode.DECODE_ERROR.code(), "Error while decoding payload.");
		}
	}

	/**
	 * The client's close frame arrived.
	 * @param code its code, or 1005
	 */
	void receivedClose(int code) {
		this.closeCode = code;
		SimulatedSession current = this.session;
		// Any other code leaves the session resumable.
		if (current != null && this.writer.isOpen()
				&& (code == CloseCode.NORMAL_CLOSURE.code() || code == CloseCode.GOING_AWAY.code())) {
			this.protocol.sessions().end(current);
		}
		if (!this.silent && this.behaviour.onClose(this, code)) {
			this.writer.echoClose(code);
		}
	}

	/** The socket is gone. */
	void disconnected() {
		SimulatedSession current = this.session;
		if (current != null) {
			this.protocol.sessions().detach(current, this);
		}
	}

}
