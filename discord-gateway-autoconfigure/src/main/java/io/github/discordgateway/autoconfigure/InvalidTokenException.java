package io.github.discordgateway.autoconfigure;

/**
 * The property with the token is missing, or holds something else. Never says what.
 */
final class InvalidTokenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidTokenException(String problem) {
		super("The property discord.gateway.token " + problem);
	}

}
