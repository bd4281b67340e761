package io.github.discordgateway.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A task that can stand in a lane. It is its own link of the lane's queue, so that an
 * event costs one object and a lane needs no array.
 */
abstract class LaneTask implements Runnable {

	/** The task behind this one, guarded by the lane that this one stands in. */
	@Nullable LaneTask next;

}
