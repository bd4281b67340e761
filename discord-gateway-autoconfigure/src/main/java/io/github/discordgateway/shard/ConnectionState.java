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

	/** Why we sent a close frame; null as long as we did not. */
	@Nullable DisconnectCause closing;

	/** When READY or RESUMED came. */
	@Nullable Long readySince;

	/** Whether RESUME was sent. */
	boolean resumeSent;

	/** The highest sequence of events that came before a session began. */
	long sequenceBeforeReady = Frame.NO_SEQUENCE;

	/** Events received between RESUME and RESUMED. */
	long replayed;

	/** The same when the limit for RESUMED was last looked at. */
	long replayedAtLastCheck;

	ConnectionState(int number, boolean usedResumeUrl) {
		this.number = number;
		this.usedResumeUrl = usedResumeUrl;
	}

}
