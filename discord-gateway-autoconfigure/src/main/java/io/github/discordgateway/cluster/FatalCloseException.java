package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.CloseCode;
import io.github.discordgateway.protocol.ShardId;

/**
 * Discord closed a shard with a code that forbids to connect again, before any shard was
 * ready.
 */
public class FatalCloseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int closeCode;

	/**
	 * Reports the shard.
	 * @param shard which one was closed
	 * @param closeCode with what
	 */
	public FatalCloseException(ShardId shard, int closeCode) {
		super("Discord closed shard " + shard + " with " + CloseCode.describe(closeCode));
		this.closeCode = closeCode;
	}

	/**
	 * The fatal close code.
	 * @return one of those whose outcome is {@link CloseCode.Outcome#FATAL}
	 */
	public int closeCode() {
		return this.closeCode;
	}

}
