package io.github.discordgateway;

/**
 * A request that was sent got no complete answer, and will not get one any more.
 */
public class UnansweredRequestException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports a request.
	 * @param message what was asked, and why there is no answer
	 */
	public UnansweredRequestException(String message) {
		super(message);
	}

}
