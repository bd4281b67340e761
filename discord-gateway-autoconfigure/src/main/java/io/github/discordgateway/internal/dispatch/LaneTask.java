package io.github.discordgateway.internal.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A task that can stand in a lane. It is its own link of the lane's queue, so that an
 * event costs few objects and a lane needs no array.
 */
abstract class LaneTask {

	/** The task behind this one, guarded by the lane that this one stands in. */
	@Nullable LaneTask next;

	/**
	 * Whether the task waits for something before it can begin.
	 * @return {@code true} as long as it is not worth a thread
	 */
	boolean isGated() {
		return false;
	}

	/**
	 * Runs the task, or goes on with one that has waited.
	 * @param hold released once by a task that waits, on any thread, also before this
	 * method returns: the task is then run again, on a thread of the lanes
	 * @return what the lane does next
	 */
	abstract Progress run(Hold hold);

	/**
	 * Waits for what keeps the task from beginning, without a thread.
	 * @param hold released when the task can begin
	 * @return {@code false} when it can begin now
	 */
	boolean waits(Hold hold) {
		return false;
	}

	/** The lanes are closed: a task that waits is not run again. */
	abstract void cancel();

	/** How far a task has come when it returns. */
	enum Progress {

		/** It is over, and the next one's turn comes. */
		OVER,

		/** It holds up its lane, but no thread, until it releases it. */
		WAITING,

		/** It was given up meanwhile: its lane has gone on without this thread. */
		ABANDONED

	}

	/**
	 * Holds up a lane.
	 */
	interface Hold {

		/** Lets the lane go on, on a thread of the lanes. */
		void release();

	}

}
