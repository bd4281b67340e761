package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A call of {@link ShardActions} that a test has recorded.
 */
sealed interface ShardEffect {

	/** Open a connection, to where the session resumes or, when null, to the main URL. */
	record Connect(int connection, @Nullable String resumeUrl) implements ShardEffect {
	}

	/** Set a timer. */
	record Schedule(ShardTimer timer, Duration delay) implements ShardEffect {
	}

	/** Stop a timer, if it runs. */
	record Cancel(ShardTimer timer) implements ShardEffect {
	}

	/** Ask for one permit to identify. */
	record RequestPermit(int request) implements ShardEffect {
	}

	/** Withdraw from the queue for permits, or give back a permit that is not needed. */
	record ReleasePermit() implements ShardEffect {
	}

	/** Send a heartbeat; the sequence is null before the first event. */
	record SendHeartbeat(@Nullable Long sequence) implements ShardEffect {
	}

	/** Send IDENTIFY, and spend the permit. */
	record SendIdentify() implements ShardEffect {
	}

	/** Send RESUME. */
	record SendResume(Session session) implements ShardEffect {
	}

	/** Send a command. */
	record SendCommand(PendingCommand command) implements ShardEffect {
	}

	/** Tell the giver of a command that it will never be sent. */
	record RejectCommand(PendingCommand command, String reason) implements ShardEffect {
	}

	/**
	 * Hand the frame that is being processed to the listeners; the shard's own ones are
	 * READY and RESUMED.
	 */
	record Deliver(long sequence, boolean replayed, boolean own) implements ShardEffect {
	}

	/** Pass over the event that could not be handed on. */
	record PassOver(long sequence, String problem) implements ShardEffect {
	}

	/** Track a session from here. */
	record Track(long handled) implements ShardEffect {
	}

	/** Read no more events, for good. */
	record StopReading() implements ShardEffect {
	}

	/** Keep the session where it outlives the process. */
	record SaveSession(Session session) implements ShardEffect {
	}

	/** Forget the session there. */
	record RemoveSession() implements ShardEffect {
	}

	/** Send a close frame and wait for the connection to end. */
	record Close(int code) implements ShardEffect {
	}

	/** Give the connection up without waiting. */
	record Drop(int code) implements ShardEffect {
	}

	/** Tell whoever watches the shard. */
	record Notify(ShardLifecycleEvent notice) implements ShardEffect {
	}

}
