package io.github.discordgateway;

import org.jspecify.annotations.Nullable;

/**
 * What the codes of a WebSocket close mean for a session: the one table that tells
 * whether to resume, to start anew, or to give up, and what its owner can do about it.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">Gateway
 * close event codes</a>
 */
public enum CloseCode {

	/** Seen when a proxy in front of Discord restarts; a resume is worth a try. */
	NORMAL_CLOSURE(1000, Outcome.RESUME, "closed normally"),

	/** The server or a proxy is going away. */
	GOING_AWAY(1001, Outcome.RESUME, "the server is going away"),

	/** A close frame without a code. */
	NO_STATUS(1005, Outcome.RESUME, "closed without a code"),

	/** The connection ended without a close frame. */
	ABNORMAL_CLOSURE(1006, Outcome.RESUME, "the connection broke"),

	/** The server failed. */
	SERVER_ERROR(1011, Outcome.RESUME, "the server failed"),

	/** Something went wrong at Discord. */
	UNKNOWN_ERROR(4000, Outcome.RESUME, "something went wrong at Discord"),

	/** An opcode, or a payload for it, that Discord does not accept. */
	UNKNOWN_OPCODE(4001, Outcome.RESUME, "an opcode or its payload was not accepted"),

	/** A payload that could not be read, or of more than 4096 bytes. */
	DECODE_ERROR(4002, Outcome.RESUME, "a payload could not be read or was larger than 4096 bytes"),

	/** A command before IDENTIFY, or a session that was invalidated. */
	NOT_AUTHENTICATED(4003, Outcome.RESUME, "a payload was sent before identifying, or the session was invalidated"),

	/** The token is wrong. */
	AUTHENTICATION_FAILED(4004, Outcome.FATAL, "the token was refused", """
			Check discord.gateway.token. A token that was reset or leaked no longer works: \
			create a new one in the developer portal (your application > Bot > Reset Token)."""),

	/** IDENTIFY was sent twice. */
	ALREADY_AUTHENTICATED(4005, Outcome.RESUME, "identified twice"),

	/** Seen on old gateways; the session is dead. Not in today's documentation. */
	SESSION_NO_LONGER_VALID(4006, Outcome.NEW_SESSION, "the session is no longer valid"),

	/** The sequence of a RESUME was not valid. */
	INVALID_SEQUENCE(4007, Outcome.NEW_SESSION, "the sequence given when resuming was not valid"),

	/** Too many commands. */
	RATE_LIMITED(4008, Outcome.RESUME, "commands were sent too fast"),

	/** The session timed out. */
	SESSION_TIMED_OUT(4009, Outcome.NEW_SESSION, "the session timed out"),

	/** A shard id and count that do not fit. */
	INVALID_SHARD(4010, Outcome.FATAL, "the shard layout was refused", """
			Check discord.gateway.sharding: each shard id must be smaller than the total, and a large bot's \
			total must be a multiple of the number that Discord assigned. Leave it out to take \
			the layout that Discord recommends."""),

	/** The bot is in too many guilds for one shard. */
	SHARDING_REQUIRED(4011, Outcome.FATAL, "the bot is in too many guilds for this few shards", """
			Set discord.gateway.sharding.total to a higher number, so that no shard has more than 2500 guilds. \
			Where it is left out, Discord is asked for its number again, which is brought up when it is higher."""),

	/** The API version is not valid. */
	INVALID_API_VERSION(4012, Outcome.FATAL, "the API version was refused", """
			Discord no longer speaks version 10 of its API: update this library."""),

	/** Intents with bits that do not exist. */
	INVALID_INTENTS(4013, Outcome.FATAL, "the intents are not valid", """
			Check discord.gateway.intents: the gateway does not know one of them."""),

	/** Privileged intents that are not enabled or approved. */
	DISALLOWED_INTENTS(4014, Outcome.FATAL, "privileged intents are not allowed", """
			Switch on the privileged intents that are in use in the developer portal (your application > Bot > \
			Privileged Gateway Intents), or remove them from discord.gateway.intents.""");

	/**
	 * What the gateway closes a connection with whose session it will resume: any code
	 * but 1000 and 1001 does.
	 */
	public static final int KEEPS_SESSION = 4000;

	/** What the gateway closes a connection with to end its session. */
	public static final int ENDS_SESSION = 1000;

	private final int code;

	private final Outcome outcome;

	private final String description;

	private final @Nullable String remedy;

	CloseCode(int code, Outcome outcome, String description) {
		this(code, outcome, description, null);
	}

	CloseCode(int code, Outcome outcome, String description, @Nullable String remedy) {
		this.code = code;
		this.outcome = outcome;
		this.description = description;
		this.remedy = remedy;
	}

	/**
	 * The number on the wire.
	 * @return the close code
	 */
	public int code() {
		return this.code;
	}

	/**
	 * What to do after a close with this code.
	 * @return the outcome
	 */
	public Outcome outcome() {
		return this.outcome;
	}

	/**
	 * What happened, in words.
	 * @return a clause without a capital and full stop
	 */
	public String description() {
		return this.description;
	}

	/**
	 * What the bot's owner has to do.
	 * @return the remedy; {@code null} when the session heals by itself
	 */
	public @Nullable String remedy() {
		return this.remedy;
	}

	/**
	 * Finds a close code by its number.
	 * @param code the number
	 * @return the close code, or {@code null} when it is not known
	 */
	public static @Nullable CloseCode of(int code) {
		for (CloseCode candidate : values()) {
			if (candidate.code == code) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * What to do after a close with a code, known or not. An unknown code is worth a
	 * resume: a dead session costs one INVALID_SESSION.
	 * @param code the number
	 * @return the outcome
	 */
	public static Outcome outcomeOf(int code) {
		CloseCode known = of(code);
		return (known != null) ? known.outcome : Outcome.RESUME;
	}

	/**
	 * What happened, in words, for a code that is known or not.
	 * @param code the number
	 * @return for example {@code 4009 (the session timed out)}
	 */
	public static String describe(int code) {
		CloseCode known = of(code);
		return (known != null) ? code + " (" + known.description + ")" : Integer.toString(code);
	}

	/**
	 * What a close means for the session.
	 */
	public enum Outcome {

		/** The session lives: reconnect and resume. */
		RESUME,

		/** The session is dead: reconnect and identify. */
		NEW_SESSION,

		/** The shard must not connect again. */
		FATAL

	}

}
