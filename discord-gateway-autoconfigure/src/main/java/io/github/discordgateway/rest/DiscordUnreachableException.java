package io.github.discordgateway.rest;

import org.jspecify.annotations.Nullable;

/**
 * A request got no answer, or not all of it: there was no connection, it broke, it took
 * too long, or the answer is larger than {@code discord.gateway.rest.max-response-size}.
 * Whether Discord has carried the request out is not known. The message holds no token.
 */
public class DiscordUnreachableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient RestRoute route;

	/**
	 * Reports a request.
	 * @param route what was asked
	 * @param cause why there was no answer
	 */
	public DiscordUnreachableException(RestRoute route, Throwable cause) {
		// What is added to it otherwise names the whole URL, and a token within.
		super(route + " got no answer: " + describe(cause), cause, false, true);
		this.route = route;
	}

	private static @Nullable String describe(Throwable cause) {
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

	/**
	 * What was asked.
	 * @return method and route, with names in place of ids and tokens
	 */
	public RestRoute route() {
		return this.route;
	}

}
