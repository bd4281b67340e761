package io.github.discordgateway.listener;

/**
 * Which events are handled one after the other. Discord promises an order within a guild
 * and none across guilds, so more order than {@link #GUILD} costs speed and gains
 * nothing.
 */
public enum DispatchOrdering {

	/** Events of one guild; outside of guilds, of one channel; else of one shard. */
	GUILD,

	/** All events of one shard. */
	SHARD,

	/** No order at all: each event is handled as soon as a thread is free. */
	NONE;

}
