package io.github.discordgateway.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A task that can stand in a lane. It is its own link of the lane's queue, so that an
 * event costs one object and a lane needs no array.
 */
abstract class LaneTask {

	/** The task behind this one, guarded by the lane that this one stands in. */
	@Nullable LaneTask next;

	/**
	 * Runs the task, or goes on with one that has waited.
	 * @param hold released once by a task that waits, on any thread, also before this
	 * method returns: the task is then run again, on a thread of the lanes
	 * @return whether the task is over; {@code false} when it waits, which holds up its
	 * lane but no thread
	 */
	abstract boolean run(Hold hold);

	/** The lanes are closed: a task that waits is not run again. */
	abstract void cancel();

	/**
	 * Holds up a lane.
	 */
	interface Hold {

		/** Lets the lane go on. */
		void release();

	}

}
