package io.github.discordgateway.internal.transport;

import java.time.Duration;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * A server answered the handshake of a WebSocket with another status than 101.
 */
public class HandshakeRefusedException extends ConnectFailure {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final transient @Nullable Duration retryAfter;

	/**
	 * Reports a refusal.
	 * @param status the status of the answer
	 * @param retryAfter how long the server asks to wait; {@code null} when it does not
	 * say
	 */
	public HandshakeRefusedException(int status, @Nullable Duration retryAfter) {
		super("the server refused the WebSocket with status " + HttpResponseStatus.valueOf(status)
				+ ((retryAfter != null) ? ", to be tried again after " + retryAfter.toMillis() + " ms" : ""),
				remedyOf(status), null);
		this.status = status;
		this.retryAfter = retryAfter;
	}

	/**
	 * The status of the answer.
	 * @return an HTTP status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * How long the server asks to wait, in its header {@code Retry-After}.
	 * @return more than nothing and at most a day; {@code null} when it does not say
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	private static String remedyOf(int status) {
		if (status == 429) {
			return "Too many connections were opened from this address. They are tried again, not before the server "
					+ "allows it; when this goes on, look for another process that connects again and again.";
		}
		if (status >= 500) {
			return "The server, or a proxy before it, has a problem of its own. It is tried again.";
		}
		if (status >= 300 && status < 400) {
			return "The server names another address, which is not followed: set discord.gateway.url to it when it is "
					+ "the right one.";
		}
		if (status == 401 || status == 403 || status == 407) {
			return "A handshake carries no token: a proxy or a firewall forbids it, or bans this address. Check them, "
					+ "and discord.gateway.url when it is set. It is tried again.";
		}
		return "Check discord.gateway.url when it is set, and any proxy in between: what answers there may be no "
				+ "gateway. It is tried again.";
	}

}
