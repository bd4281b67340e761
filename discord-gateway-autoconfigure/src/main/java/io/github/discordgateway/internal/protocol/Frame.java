package io.github.discordgateway.internal.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * One received frame: its header, and its body {@code d} that is read only on demand. It
 * looks into the buffer that it was read from, so it is valid until the next frame is
 * read, on one thread.
 *
 * <p>
 * The body is read in one pass by the first who wants it, and by each further one anew.
 * Whoever wants a copy of it gets one without reading: it is only made sure that it is
 * JSON, in the pass in which {@link #members()} finds what is wanted of it.
 */
public final class Frame implements AutoCloseable {

	/** Stands for an absent or null {@code s}. */
	public static final long NO_SEQUENCE = -1;

	/** Discord's interval, for a HELLO that names none. */
	private static final long DEFAULT_HEARTBEAT_MILLIS = 41_250;

	/** No server means less: heartbeats would be all that there is to send. */
	private static final long MIN_HEARTBEAT_MILLIS = 1000;

	/** No server means more: without heartbeats a dead connection is never noticed. */
	private static final long MAX_HEARTBEAT_MILLIS = 10 * 60 * 1000L;

	/** Forty times as many as Discord lets a shard have. */
	private static final int MAX_GUILDS = 100_000;

	private final FrameReader reader;

	private final byte[] buffer;

	private final int offset;

	private final int length;

	private final int opcode;

	private final long sequence;

	private final @Nullable String name;

	/** The index in the buffer at which {@code d} starts; -1 when there is none. */
	private final int bodyStart;

	/** The index behind {@code d}; -1 as long as it is not known. */
	private int bodyEnd;

	/** Why the body cannot be read; {@code null} when it can, as far as is known. */
	private final @Nullable String problem;

	/** {@code null} as long as none is needed. */
	private @Nullable FrameParser parser;

	/** Whether the parser stands at the first token of {@code d}. */
	private boolean atBody;

	/** The members of the body, as far as they were looked at. */
	private @Nullable Members members;

	private boolean closed;

	Frame(FrameReader reader, @Nullable FrameParser parser, byte[] buffer, int offset, int length, int opcode,
			long sequence, @Nullable String name, int bodyStart, int bodyEnd, @Nullable String problem) {
		this.reader = reader;
		this.parser = parser;
		this.buffer = buffer;
		this.offset = offset;
		this.length = length;
		this.opcode = opcode;
		this.sequence = sequence;
		this.name = name;
		this.bodyStart = bodyStart;
		this.bodyEnd = bodyEnd;
		this.problem = problem;
		this.atBody = (parser != null && bodyStart >= 0 && bodyEnd < 0);
	}

	/**
	 * The kind of frame.
	 * @return the number in {@code op}, which may be one that is not known
	 */
	public int opcode() {
		return this.opcode;
	}

	/**
	 * The sequence number of an event.
	 * @return {@code s}, or {@link #NO_SEQUENCE}
	 */
	public long sequence() {
		return this.sequence;
	}

	/**
	 * The name of an event.
	 * @return {@code t}; {@code null} when the frame is not an event
	 */
	public @Nullable String name() {
		return this.name;
	}

	/**
	 * The size of the whole frame.
	 * @return the number of bytes of its JSON text
	 */
	public int size() {
		return this.length;
	}

	/**
	 * Why the body of this frame is of no use: it was no UTF-8, nested too deeply, or
	 * larger than allowed. Such a body is never read; the header is what could be found
	 * of it.
	 * @return a clause without a capital and full stop; {@code null} for all other frames
	 */
	public @Nullable String problem() {
		return this.problem;
	}

	/**
	 * Whether the body can be copied, even when it cannot be read.
	 * @return {@code false} for a frame with a {@link #problem()} whose body is cut or is
	 * no text
	 */
	public boolean hasWholeBody() {
		return this.problem == null || this.bodyEnd >= 0;
	}

	/**
	 * Whether the body is a JSON object, as that of each documented event is.
	 * @return {@code false} also when there is no body
	 */
	public boolean hasObjectBody() {
		return this.problem == null && this.bodyStart >= 0 && this.buffer[this.bodyStart] == '{';
	}

	/**
	 * Reads the body.
	 * @param <T> what the body is read as
	 * @param reader is given a parser that stands at the first token of {@code d}, not to
	 * be kept
	 * @return what the reader returns; {@code null} when the frame has no body or it is
	 * null, or there is a {@link #problem()}
	 * @throws JacksonException when the body is broken
	 */
	public <T> @Nullable T read(Function<FrameParser, @Nullable T> reader) {
		FrameParser body = openBody();
		return (body != null && body.currentToken() != JsonToken.VALUE_NULL) ? reader.apply(body) : null;
	}

	/**
	 * Copies the body's text, which may be nested deeper than what is read.
	 * @return the JSON of {@code d} in UTF-8; the text {@code null} when there is none
	 * @throws JacksonException when the body is broken, or cut off
	 * @throws IllegalStateException when it is not {@link #hasWholeBody() whole}
	 */
	public byte[] bodyBytes() {
		if (!hasWholeBody()) {
			throw new IllegalStateException("The body cannot be copied: " + this.problem);
		}
		if (this.bodyEnd < 0) {
			requireOpen();
			if (this.bodyStart < 0) {
				return new byte[] { 'n', 'u', 'l', 'l' };
			}
			this.bodyEnd = findBodyEnd();
		}
		return Arrays.copyOfRange(this.buffer, this.bodyStart, this.bodyEnd);
	}

	private int findBodyEnd() {
		int scanned = ((this.members != null) ? this.members : members()).objectEnd();
		return (scanned != JsonScanner.BROKEN) ? scanned : parseToBodyEnd();
	}

	/** What is no object, or broken, is left to the parser, which tells what is wrong. */
	private int parseToBodyEnd() {
		try {
			return parserAtBody().skipValue();
		}
		catch (StreamConstraintsException ex) {
			int end = EnvelopeScanner.valueEnd(this.buffer, this.bodyStart, this.offset + this.length);
			if (end < 0) {
				throw ex;
			}
			return end;
		}
	}

	/**
	 * Looks at the body without reading it. What was looked at is not looked at again by
	 * {@link #bodyBytes()}.
	 * @return the members of the body; none when it is not an object, or there is a
	 * {@link #problem()}
	 */
	public Members members() {
		requireOpen();
		int start = hasObjectBody() ? this.bodyStart : this.offset + this.length;
		Members begun = new Members(this.buffer, start, this.offset + this.length, GatewayJsonMapper.MAX_NESTING_DEPTH);
		this.members = begun;
		return begun;
	}

	/**
	 * Copies the frame, so that it can be read when its bytes are gone.
	 * @return the copy
	 */
	public FrameCopy copy() {
		byte[] json = Arrays.copyOfRange(this.buffer, this.offset, this.offset + this.length);
		if (this.problem == null) {
			return new FrameCopy(this.reader, json, null);
		}
		return new FrameCopy(this.reader, json,
				new Frame(this.reader, null, json, 0, json.length, this.opcode, this.sequence, this.name,
						Math.max(this.bodyStart - this.offset, -1), Math.max(this.bodyEnd - this.offset, -1),
						this.problem));
	}

	/**
	 * A parser at the first token of {@code d}.
	 * @return the parser; {@code null} when the frame has no body
	 */
	private @Nullable FrameParser openBody() {
		requireOpen();
		return (this.problem == null && this.bodyStart >= 0) ? parserAtBody() : null;
	}

	private FrameParser parserAtBody() {
		FrameParser body = this.parser;
		if (body == null) {
			body = this.reader.takeParser();
			this.parser = body;
		}
		if (!this.atBody) {
			body.restart(this.buffer, this.bodyStart, (this.bodyEnd >= 0) ? this.bodyEnd : this.offset + this.length);
			body.nextToken();
		}
		this.atBody = false;
		return body;
	}

	private void requireOpen() {
		if (this.closed) {
			throw new IllegalStateException("The frame is closed: read it while it is processed");
		}
	}

	/**
	 * The heartbeat interval in a HELLO.
	 * @return the time between two heartbeats; Discord's usual one when none is named
	 * @throws MalformedFrameException when it is no number of milliseconds from a second
	 * to ten minutes
	 */
	public Duration heartbeatInterval() throws MalformedFrameException {
		long[] millis = { DEFAULT_HEARTBEAT_MILLIS };
		eachField((field, value) -> {
			if (field.equals("heartbeat_interval")) {
				// As text, too, as numbers may be anywhere.
				millis[0] = value.currentToken().isScalarValue() ? value.getValueAsLong(0) : 0;
			}
		});
		if (millis[0] < MIN_HEARTBEAT_MILLIS || millis[0] > MAX_HEARTBEAT_MILLIS) {
			throw malformed("HELLO without a heartbeat_interval from 1 s to 10 min");
		}
		return Duration.ofMillis(millis[0]);
	}

	/**
	 * Whether an INVALID_SESSION leaves the session alive.
	 * @return {@code d}; {@code false} when it is absent or not a boolean
	 */
	public boolean isResumable() {
		FrameParser body = openBody();
		return body != null && body.currentToken() == JsonToken.VALUE_TRUE;
	}

	/**
	 * What a READY says about the new session.
	 * @return its id, where to resume it, who the bot is and which guilds it has
	 * @throws MalformedFrameException when there is no session id
	 */
	public SessionStart sessionStart() throws MalformedFrameException {
		@Nullable String[] texts = new @Nullable String[2];
		@Nullable Snowflake[] ids = new @Nullable Snowflake[2];
		List<Snowflake> guilds = new ArrayList<>();
		eachField((field, value) -> {
			switch (field) {
				case "session_id" -> texts[0] = value.currentToken().isScalarValue() ? value.getValueAsString() : null;
				case "resume_gateway_url" ->
					texts[1] = (value.currentToken() == JsonToken.VALUE_STRING) ? value.getString() : null;
				case "user" -> ids[0] = idIn(value);
				case "application" -> ids[1] = idIn(value);
				case "guilds" -> readIds(value, guilds);
				default -> {
					// Of no interest here.
				}
			}
		});
		String sessionId = texts[0];
		if (sessionId == null || sessionId.isEmpty()) {
			throw malformed("READY without a session_id");
		}
		return new SessionStart(sessionId, texts[1], ids[0], ids[1], List.copyOf(guilds));
	}

	/** Reads the ids of an array of objects, as long as there are not too many. */
	private static void readIds(JsonParser value, List<Snowflake> ids) {
		if (value.currentToken() == JsonToken.START_ARRAY) {
			JsonToken element = value.nextToken();
			while (element != null && element != JsonToken.END_ARRAY) {
				Snowflake id = idIn(value);
				if (id != null && ids.size() < MAX_GUILDS) {
					ids.add(id);
				}
				element = value.nextToken();
			}
		}
	}

	/** The id of an object, which is read to its end; null when it has none. */
	private static @Nullable Snowflake idIn(JsonParser value) {
		if (value.currentToken() != JsonToken.START_OBJECT) {
			value.skipChildren();
			return null;
		}
		Snowflake id = null;
		String field;
		while ((field = value.nextName()) != null) {
			value.nextToken();
			id = field.equals("id") ? snowflake(value) : id;
			value.skipChildren();
		}
		return id;
	}

	private static @Nullable Snowflake snowflake(JsonParser value) {
		try {
			return value.currentToken().isScalarValue() ? Snowflake.of(String.valueOf(value.getValueAsString())) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * What a GUILD_CREATE or GUILD_DELETE says about its guild.
	 * @return the guild; {@code null} when it has no id
	 * @throws MalformedFrameException when the body is broken
	 */
	public @Nullable GuildNews guildNews() throws MalformedFrameException {
		@Nullable Snowflake[] id = new @Nullable Snowflake[1];
		boolean[] unavailable = new boolean[1];
		int[] others = new int[1];
		eachField((field, value) -> {
			switch (field) {
				case "id" -> id[0] = snowflake(value);
				case "unavailable" -> unavailable[0] = value.currentToken() == JsonToken.VALUE_TRUE;
				default -> others[0]++;
			}
		});
		return (id[0] != null) ? new GuildNews(id[0], unavailable[0], others[0] == 0) : null;
	}

	private void eachField(FieldVisitor visitor) throws MalformedFrameException {
		if (this.problem != null) {
			throw malformed("a body that cannot be used (" + this.problem + ")");
		}
		try {
			FrameParser body = openBody();
			if (body == null || body.currentToken() != JsonToken.START_OBJECT) {
				return;
			}
			String field;
			while ((field = body.nextName()) != null) {
				body.nextToken();
				visitor.visit(field, body.json());
				body.skipChildren();
			}
		}
		catch (JacksonException ex) {
			throw malformed("a body that is not JSON (" + PayloadExcerpt.complaint(ex) + ")");
		}
	}

	private MalformedFrameException malformed(String what) {
		return new MalformedFrameException(what + ": " + excerpt(), null);
	}

	/**
	 * The start of the frame's text, for a report.
	 * @return a bounded excerpt without secrets
	 */
	public String excerpt() {
		return PayloadExcerpt.of(this.buffer, this.offset, this.length);
	}

	@Override
	public void close() {
		// One with a problem holds nothing, and may be read again.
		this.closed = this.problem == null;
		FrameParser open = this.parser;
		if (open != null) {
			this.parser = null;
			this.reader.giveBack(open);
		}
	}

	/** For example {@code DISPATCH MESSAGE_CREATE 42}; never the body. */
	@Override
	public String toString() {
		Opcode known = Opcode.of(this.opcode);
		return ((known != null) ? known.name() : "opcode " + this.opcode)
				+ ((this.name != null) ? " " + this.name + " " + this.sequence : "");
	}

	/**
	 * What a READY says about the new session.
	 *
	 * @param sessionId needed to resume
	 * @param resumeUrl where to resume; {@code null} when the server names no place
	 * @param userId the id of the bot's user; {@code null} when the server does not name
	 * it
	 * @param applicationId the id of its application; {@code null} when the server does
	 * not name it
	 * @param guildIds the guilds of the shard
	 */
	public record SessionStart(String sessionId, @Nullable String resumeUrl, @Nullable Snowflake userId,
			@Nullable Snowflake applicationId, List<Snowflake> guildIds) {
	}

	/**
	 * What a GUILD_CREATE or GUILD_DELETE says about its guild.
	 *
	 * @param id the guild
	 * @param unavailable whether it says that the guild has an outage
	 * @param bare whether it says nothing else of it
	 */
	public record GuildNews(Snowflake id, boolean unavailable, boolean bare) {
	}

	@FunctionalInterface
	private interface FieldVisitor {

		void visit(String field, JsonParser value);

	}

}
