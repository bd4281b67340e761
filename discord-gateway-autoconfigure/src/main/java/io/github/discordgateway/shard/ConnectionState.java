package io.github.discordgateway.shard;

import io.github.discordgateway.protocol.Frame;
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

	/** When READY or RESUMED came. */
	@Nullable Long readySince;

	/** Whether RESUME was sent. */
	boolean resumeSent;

	/** The events that come before a session begins; READY makes them the session's. */
	final SequenceTracker sequences = new SequenceTracker(Frame.NO_SEQUENCE);

	/** Events received between RESUME and RESUMED. */
	long replayed;

	/** Those of them that had been received before. */
	long replayedKnown;

	/** The same when the limit for RESUMED was last looked at. */
	long replayedAtLastCheck;

	ConnectionState(int number, boolean usedResumeUrl) {
		this.number = number;
		this.usedResumeUrl = usedResumeUrl;
	}

}
