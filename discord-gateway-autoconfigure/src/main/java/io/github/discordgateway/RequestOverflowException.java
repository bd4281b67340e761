package io.github.discordgateway;

/**
 * The answers to a request were given up, because their subscriber takes them more slowly
 * than they come and more of them wait than there is room for.
 */
public class RequestOverflowException extends UnansweredRequestException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports a request.
	 * @param message what was asked, what waited, and what to do
	 */
	public RequestOverflowException(String message) {
		super(message);
	}

}
