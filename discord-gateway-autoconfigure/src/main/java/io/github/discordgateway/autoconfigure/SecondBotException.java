package io.github.discordgateway.autoconfigure;

/**
 * A context is to run a bot, but its parent runs one, and its listeners would get the
 * events of that.
 */
final class SecondBotException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	SecondBotException(String message) {
		super(message);
	}

}
