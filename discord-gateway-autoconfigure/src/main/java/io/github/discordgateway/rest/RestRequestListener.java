package io.github.discordgateway.rest;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Told what becomes of requests; a bean of this type is called for each. It is called on
 * the threads that send and read, and must neither block nor throw.
 */
public interface RestRequestListener {

	/**
	 * A request may go.
	 * @param route what it is for
	 * @param waited for how long it waited for limits
	 */
	default void permitted(RestRoute route, Duration waited) {
	}

	/**
	 * A request ended, those that are going to be repeated among them.
	 * @param route what it was for
	 * @param status the HTTP status; {@code null} when there was no answer
	 * @param took time from when it was sent until the headers of the answer came
	 */
	default void answered(RestRoute route, @Nullable Integer status, Duration took) {
	}

	/**
	 * A limit was exceeded.
	 * @param route what the request was for
	 * @param scope whose limit; {@code null} when the answer does not say, as one by
	 * Discord's proxy
	 */
	default void limited(RestRoute route, RestRateLimiter.@Nullable Scope scope) {
	}

	/**
	 * A request is going to be repeated.
	 * @param route what it is for
	 */
	default void repeated(RestRoute route) {
	}

}
