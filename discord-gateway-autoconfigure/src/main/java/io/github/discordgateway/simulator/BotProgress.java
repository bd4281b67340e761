package io.github.discordgateway.simulator;

/**
 * How far a bot in the same process has come, as it sees it itself: a server cannot know
 * what a client has done with an event. The auto-configuration gives the simulator one of
 * these.
 *
 * @see GatewaySimulator#observe(BotProgress)
 */
public interface BotProgress {

	/**
	 * Whether the bot has shards, and all of them are ready.
	 * @return {@code true} between READY or RESUMED and the end of the connection
	 */
	boolean isReady();

	/**
	 * How many events of a session the bot is through with.
	 * @param sessionId the id of the session
	 * @return the highest sequence below and at which every event is handled; -1 when the
	 * bot does not know the session, or not yet
	 */
	long handledSequence(String sessionId);

	/**
	 * Whether no listener is at work and no event waits for one. READY and RESUMED are
	 * handled as soon as they come, since they never come again; their listeners may
	 * still be busy.
	 * @return {@code true} when nothing is pending
	 */
	boolean isIdle();

}
