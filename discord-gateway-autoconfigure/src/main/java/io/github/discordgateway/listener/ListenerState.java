package io.github.discordgateway.listener;

/**
 * Whether a listener gets events.
 */
public enum ListenerState {

	/** It gets its events. */
	RUNNING,

	/**
	 * Its events wait for it, without a thread and at most for
	 * {@code dispatch.handler-timeout}. They count as pending: when too many wait, the
	 * shard stops reading.
	 */
	PAUSED,

	/** It gets no events, and none are kept for it. */
	STOPPED

}
