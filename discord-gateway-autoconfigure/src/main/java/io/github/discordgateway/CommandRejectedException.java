package io.github.discordgateway;

/**
 * A command that will never be sent, for example because its shard has ended.
 */
public class CommandRejectedException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	/**
	 * Rejects a command.
	 * @param message why it will not be sent
	 */
	public CommandRejectedException(String message) {
		super(message);
	}

}
