package io.github.discordgateway;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of frame that a bot sends or receives. Numbers that are not listed here are
 * not for bots: they are ignored when received and never sent.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes">Gateway
 * opcodes</a>
 */
public enum Opcode {

	/** An event; {@code s} and {@code t} are set. Received. */
	DISPATCH(0),

	/** A heartbeat, or the server's demand for one. Sent and received. */
	HEARTBEAT(1),

	/** Starts a new session. Sent. */
	IDENTIFY(2),

	/** Changes the bot's presence. Sent. */
	PRESENCE_UPDATE(3),

	/** Joins, leaves or moves between voice channels. Sent. */
	VOICE_STATE_UPDATE(4),

	/** Continues a session after a dropped connection. Sent. */
	RESUME(6),

	/** The server asks for a reconnect and a resume. Received. */
	RECONNECT(7),

	/** Asks for members of a guild. Sent. */
	REQUEST_GUILD_MEMBERS(8),

	/**
	 * The session is gone or could not start; {@code d} tells whether to resume.
	 * Received.
	 */
	INVALID_SESSION(9),

	/** The first frame of each connection; carries the heartbeat interval. Received. */
	HELLO(10),

	/** The answer to a heartbeat. Received. */
	HEARTBEAT_ACK(11),

	/** Asks for the soundboard sounds of guilds. Sent. */
	REQUEST_SOUNDBOARD_SOUNDS(31),

	/** Asks for the ephemeral data of a guild's channels. Sent. */
	REQUEST_CHANNEL_INFO(43);

	private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[64];

	static {
		for (Opcode opcode : values()) {
			BY_CODE[opcode.code] = opcode;
		}
	}

	private final int code;

	Opcode(int code) {
		this.code = code;
	}

	/**
	 * The number on the wire.
	 * @return the value of {@code op}
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Finds an opcode by its number.
	 * @param code the value of {@code op}
	 * @return the opcode, or {@code null} when the number is not known, which is never an
	 * error
	 */
	public static @Nullable Opcode of(int code) {
		return (code >= 0 && code < BY_CODE.length) ? BY_CODE[code] : null;
	}

}
