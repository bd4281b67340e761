package io.github.discordgateway.simulator;

/**
 * A listener of the bot failed on an event: it threw, or what it returned ended with an
 * error, and no method of the application has dealt with that.
 *
 * @param listener what failed, as a person would look for it
 * @param event on which event, without its body
 * @param error what it failed with
 * @see GatewaySimulator#listenerFailed(ListenerFailure)
 */
public record ListenerFailure(String listener, String event, Throwable error) {

	/**
	 * For example {@code PingListener.onMessage failed on MESSAGE_CREATE 7 of shard 0}.
	 */
	@Override
	public String toString() {
		return this.listener + " failed on " + this.event + ": " + this.error;
	}

}
