package io.github.discordgateway.internal.shard;

import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;

/**
 * All that the machine knows of one connection, thrown away whole with it: nothing of an
 * old connection can reach a new one.
 */
final class ConnectionState {

	/** The number of the connection, counted from 1. */
	final int number;

	/** Whether it was opened to where the session said to resume. */
	final boolean usedResumeUrl;

	/** From HELLO on. */
	@Nullable Heartbeats heartbeats;

	/** From HELLO on. */
	@Nullable CommandWindow window;

	/** The limit for presences, which is the connection's own. */
	final CommandWindow presenceWindow = CommandWindow.presences();

	/** Set when a command could not be written: the end of the connection follows. */
	boolean unwritable;

	/** Why we sent a close frame; null as long as we did not. */
	@Nullable DisconnectCause closing;

	/** Whether IDENTIFY was sent. */
	boolean identified;

	/** When IDENTIFY or RESUME was sent. */
	long introducedAt;

	/** When READY or RESUMED came. */
	@Nullable Long readySince;

	/** What RESUME brings again; null when it was not sent. */
	@Nullable Replay replay;

	/** The highest sequence of the events that came before there was a session. */
	long early = Frame.NO_SEQUENCE;

	ConnectionState(int number, boolean usedResumeUrl) {
		this.number = number;
		this.usedResumeUrl = usedResumeUrl;
	}

}
