package io.github.discordgateway.demo.console;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line of the {@link RecoveryLog}.
 *
 * @param id grows with each line, also over a restart of the application
 * @param time when it was written
 * @param kind what it is about
 * @param shard the shard it is about; left out when it is about all of them
 * @param text what happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogEntry(long id, Instant time, Kind kind, @Nullable Integer shard, String text) {

	/**
	 * What a line is about.
	 */
	enum Kind {

		/** A connection ended. */
		CLOSED,

		/** A session goes on. */
		RESUMED,

		/** A new session. */
		READY,

		/** A session could not be resumed. */
		LOST,

		/** A shard was closed for good. */
		FAILED,

		/** A shard reads no more, since its listeners are behind. */
		PAUSED,

		/** A shard reads again. */
		READING,

		/** Somebody pressed a button. */
		TROUBLE

	}

}
