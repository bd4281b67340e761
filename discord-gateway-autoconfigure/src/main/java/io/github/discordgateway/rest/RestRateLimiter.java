package io.github.discordgateway.rest;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Decides when requests may be sent. The default one counts in this process. A bean of
 * this type replaces it, for example to count for several processes that share a token.
 *
 * <p>
 * Waiting must not block a thread. Whoever stops waiting cancels the subscription, which
 * must not cost a permit.
 */
public interface RestRateLimiter {

	/**
	 * Waits until a request may be sent.
	 * @param route what the request is for
	 * @return the permit, to be given back by exactly one of its methods; an error of
	 * type {@link RequestNotSentException} when there is no sense in waiting
	 */
	Mono<Permit> acquire(RestRoute route);

	/**
	 * How many more invalid requests Discord tolerates at the moment, before it bans the
	 * address for a while.
	 * @return the number; NaN when it is not counted
	 */
	default double invalidRequestsLeft() {
		return Double.NaN;
	}

	/**
	 * How many requests wait.
	 * @return the number; NaN when it is not counted
	 */
	default double waiting() {
		return Double.NaN;
	}

	/**
	 * A permit to send one request.
	 */
	interface Permit {

		/**
		 * The request was answered.
		 * @param answer what the answer says about limits
		 */
		void answered(Answer answer);

		/**
		 * The request was refused because of a limit, and is to be sent again, before
		 * others that came later.
		 * @param answer what the answer says about limits
		 * @return the next permit, as from {@link RestRateLimiter#acquire}
		 */
		Mono<Permit> again(Answer answer);

		/**
		 * The request was sent, or begun to be sent, and there is no answer.
		 */
		void unanswered();

		/**
		 * The request was not sent.
		 */
		void unused();

	}

	/**
	 * What an answer says about limits.
	 *
	 * @param status the HTTP status
	 * @param bucket which routes share a limit; {@code null} when not said
	 * @param limit how many requests the bucket allows in a period; -1 when not said
	 * @param remaining how many of them remain; -1 when not said
	 * @param reset when the period ends, in seconds of the server's clock; NaN when not
	 * said
	 * @param resetAfter time until the period ends; {@code null} when not said
	 * @param retryAfter time until the request may be sent again; {@code null} when not
	 * said
	 * @param scope whose limit was exceeded; {@code null} when none was
	 * @param tokenRefused whether Discord said that the bot's token is wrong, so that no
	 * other request with it makes sense
	 */
	record Answer(int status, @Nullable String bucket, int limit, int remaining, double reset,
			@Nullable Duration resetAfter, @Nullable Duration retryAfter, @Nullable Scope scope, boolean tokenRefused) {
	}

	/**
	 * Whose limit was exceeded.
	 */
	enum Scope {

		/** The bot's for the bucket. */
		USER,

		/** The bot's for all requests. */
		GLOBAL,

		/** That of a resource that several bots use. */
		SHARED

	}

}
