package io.github.discordgateway.autoconfigure;

/**
 * Shards are to be shared through Redis, which the application cannot use.
 */
final class RedisNotAvailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * Reports it.
	 * @param message what is wrong, as a clause without a full stop
	 * @param remedy what to do, in sentences
	 */
	RedisNotAvailableException(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
