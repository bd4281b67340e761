package io.github.discordgateway.listener;

/**
 * Whether a listener gets events.
 */
public enum ListenerState {

	/** It gets its events. */
	RUNNING,

	/**
	 * Its events wait for it, with all later events of their lanes, and without a thread.
	 * They count as pending: when too many wait, the shard stops reading.
	 */
	PAUSED,

	/** It gets no events, and none are kept for it. */
	STOPPED

}
