package io.github.discordgateway.shard;

import io.github.discordgateway.protocol.CloseCode;

/**
 * Several IDENTIFYs in a row that brought no session.
 *
 * @param cause how the last of them ended
 * @param times how many there were
 */
public record RefusedIdentify(DisconnectCause cause, int times) {

	/**
	 * What happened.
	 * @return one line
	 */
	public String problem() {
		return "none of the last " + this.times + " IDENTIFYs brought a session, the last one ended so: "
				+ this.cause.description();
	}

	/**
	 * What to do.
	 * @return one line
	 */
	public String remedy() {
		return isRefusal()
				? "Check discord.gateway.token and discord.gateway.intents: some servers refuse them in this way. "
						+ "Until then the shard tries less often"
				: "Nothing has to be done if Discord has an outage: the shard goes on trying, less often each time, "
						+ "so that the day's identifies last";
	}

	/** Whether a server said no, and not just nothing. */
	private boolean isRefusal() {
		return this.cause instanceof DisconnectCause.Closed closed && closed.code() != CloseCode.ABNORMAL_CLOSURE.code()
				&& closed.code() != CloseCode.GOING_AWAY.code() && closed.code() != CloseCode.SERVER_ERROR.code();
	}

}
