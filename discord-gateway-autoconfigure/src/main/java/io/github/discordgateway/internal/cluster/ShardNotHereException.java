package io.github.discordgateway.internal.cluster;

/**
 * A shard does not run in the process that was asked to send a command. It may run in
 * another one, or will soon.
 */
public final class ShardNotHereException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports it.
	 * @param message which shard
	 */
	public ShardNotHereException(String message) {
		super(message);
	}

}
