package io.github.discordgateway;

import io.github.discordgateway.event.lifecycle.DisconnectCause;

/**
 * Several IDENTIFYs of a shard in a row brought no session, so that it tries less often.
 *
 * @param cause how the last of them ended
 * @param times how many there were
 */
public record IdentifyRefusal(DisconnectCause cause, int times) {

	/**
	 * Returns what happened.
	 * @return a clause without a capital and full stop
	 */
	public String problem() {
		return "none of the last " + this.times + " IDENTIFYs brought a session, the last one ended so: "
				+ this.cause.description();
	}

	/**
	 * Returns what to do.
	 * @return one sentence
	 */
	public String remedy() {
		return isSaidByServer()
				? "Check discord.gateway.token and discord.gateway.intents: some servers refuse them in this way. "
						+ "Until then the shard tries less often"
				: "Nothing has to be done if Discord has an outage: the shard goes on trying, less often each time, "
						+ "so that the day's identifies last";
	}

	/** Whether a server said no, and not just nothing. */
	private boolean isSaidByServer() {
		return this.cause instanceof DisconnectCause.Closed closed && closed.code() != CloseCode.ABNORMAL_CLOSURE.code()
				&& closed.code() != CloseCode.GOING_AWAY.code() && closed.code() != CloseCode.SERVER_ERROR.code();
	}

}
