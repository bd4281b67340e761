package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the machine wants to be done. Whoever does it decides nothing, and never throws:
 * what cannot be done comes back to the machine as an input.
 */
interface ShardActions {

	/**
	 * Opens a connection, to where the session resumes or, when null, to the main URL.
	 */
	void connect(int connection, @Nullable String resumeUrl);

	/** Sets a timer, in place of the same one that may run. */
	void schedule(ShardTimer timer, Duration delay);

	/** Stops a timer, if it runs. */
	void cancel(ShardTimer timer);

	/** Asks for one permit to identify; the number comes back with it. */
	void requestPermit(int request);

	/**
	 * Withdraws from the queue for permits, or gives back a permit that is not needed.
	 */
	void releasePermit();

	/** Sends a heartbeat; without a sequence before the first event. */
	void sendHeartbeat(long sequence);

	/** Sends IDENTIFY, and spends the permit. */
	void sendIdentify();

	/** Sends RESUME with the session's sequence. */
	void sendResume(Session session);

	/** Sends a command. */
	void sendCommand(PendingCommand command);

	/** Tells the giver of a command that it will never be sent. */
	void rejectCommand(PendingCommand command, String reason);

	/** Hands the event that is being processed to the listeners, and tracks it. */
	void deliver(long sequence, boolean replayed);

	/**
	 * Hands a READY or RESUMED to the listeners. It is the shard's own: whatever they
	 * make of it, it counts as handled, and as what comes next in the session.
	 */
	void deliverOwn(long sequence);

	/**
	 * Reports that an event is passed over: it could not be handed on, for the second
	 * time.
	 */
	void passOver(long sequence, String problem);

	/** Tracks a session from here: everything up to the sequence is handled. */
	void track(long handled);

	/** Reads no more events, for good. */
	void stopReading();

	/** Keeps the session where it outlives the process. */
	void saveSession(Session session);

	/** Forgets the session there. */
	void removeSession();

	/** Sends a close frame and waits for the connection to end. */
	void close(int code);

	/** Gives the connection up without waiting. */
	void drop(int code);

	/** Tells whoever watches the shard. */
	void tell(ShardLifecycleEvent event);

}
