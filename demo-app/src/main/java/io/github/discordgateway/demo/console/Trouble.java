package io.github.discordgateway.demo.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page can do to a shard.
 */
enum Trouble {

	/** The TCP connection is reset, without a close frame. */
	DROP("the connection is dropped"),

	/** The server asks for a reconnect, as Discord does every few hours. */
	RECONNECT("the server sends RECONNECT"),

	/** The server says that the session cannot be used here, but may be resumed. */
	INVALID_SESSION_RESUMABLE("the server sends INVALID_SESSION (resumable)"),

	/** The server ends the session. */
	INVALID_SESSION("the server sends INVALID_SESSION (not resumable)"),

	/** The server sends nothing any more, and does not close. */
	SILENCE("the server falls silent"),

	/** Messages, as fast as the shard takes them. */
	BURST("a burst of messages begins");

	private final String text;

	Trouble(String text) {
		this.text = text;
	}

	/** What is written into the log. */
	String text() {
		return this.text;
	}

	/** As it is written in a request, for example {@code invalid-session}. */
	String action() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Trouble> of(String action) {
		return Arrays.stream(values()).filter((trouble) -> trouble.action().equals(action)).findFirst();
	}

}
