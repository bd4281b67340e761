package io.github.discordgateway.shard;

import io.github.discordgateway.protocol.CloseCode;

/**
 * A server that closes the connection at each IDENTIFY, without one of the codes that say
 * why.
 *
 * @param closeCode the code, always the same
 * @param times how often in a row
 */
public record RefusedIdentify(int closeCode, int times) {

	/**
	 * What happened.
	 * @return one line
	 */
	public String problem() {
		return "the server has closed each of the last " + this.times + " IDENTIFYs with "
				+ CloseCode.describe(this.closeCode);
	}

	/**
	 * What to do.
	 * @return one line
	 */
	public String remedy() {
		return "Check discord.gateway.token and discord.gateway.intents: some servers refuse them in this way. "
				+ "Until then the shard tries less often";
	}

}
