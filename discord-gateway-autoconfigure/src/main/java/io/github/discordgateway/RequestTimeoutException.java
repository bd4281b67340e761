package io.github.discordgateway;

/**
 * A request was not answered, or not completely, within its limit. Discord does not
 * answer at all what a bot may not ask.
 */
public class RequestTimeoutException extends UnansweredRequestException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports a request.
	 * @param message what was asked, what came, and what may be the reason
	 */
	public RequestTimeoutException(String message) {
		super(message);
	}

}
