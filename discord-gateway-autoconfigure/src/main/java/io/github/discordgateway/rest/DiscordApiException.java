package io.github.discordgateway.rest;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

import io.github.discordgateway.model.guild.Permissions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Discord refused a request. The message says which and why, and holds no token: not the
 * bot's, and not that of an interaction or webhook.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">Discord's
 * codes</a>
 */
public class DiscordApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatusCode status;

	private final int code;

	private final String reason;

	/** The copy is serializable, which the type does not say. */
	@SuppressWarnings("serial")
	private final List<FieldError> fieldErrors;

	private final transient RestRoute route;

	private final transient @Nullable Permissions required;

	/**
	 * Reports a refusal.
	 * @param route what was asked
	 * @param status the HTTP status
	 * @param code Discord's code; 0 when it is general, or when there is none
	 * @param reason Discord's message, or else what stands in its place
	 * @param fieldErrors the fields of the body that are wrong
	 * @param required the permissions that the request takes, when some of them are
	 * missing; {@code null} when that is not the problem, or they are not known
	 */
	public DiscordApiException(RestRoute route, HttpStatusCode status, int code, String reason,
			List<FieldError> fieldErrors, @Nullable Permissions required) {
		// What is added to it otherwise names the whole URL, and a token within.
		super(message(route, status, code, reason, fieldErrors, required), null, false, true);
		this.route = route;
		this.status = status;
		this.code = code;
		this.reason = reason;
		this.fieldErrors = List.copyOf(fieldErrors);
		this.required = required;
	}

	private static String message(RestRoute route, HttpStatusCode status, int code, String reason,
			List<FieldError> fieldErrors, @Nullable Permissions required) {
		StringBuilder message = new StringBuilder(route + " was answered with " + status + ": " + reason);
		if (code != 0) {
			message.append(" (").append(code).append(')');
		}
		if (required != null) {
			message.append(". It takes the permission ").append(String.join(", ", required.names()));
		}
		if (!fieldErrors.isEmpty()) {
			message.append(". ")
				.append(fieldErrors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
		}
		return message.toString();
	}

	/**
	 * The HTTP status.
	 * @return the status, known or not
	 */
	public HttpStatusCode status() {
		return this.status;
	}

	/**
	 * Discord's code.
	 * @return the code; 0 for a general error, or when the answer was none of Discord's
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Discord's message.
	 * @return the message; a description of the answer when it has none
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * The fields of the body that are wrong.
	 * @return the fields; empty when Discord names none
	 */
	public List<FieldError> fieldErrors() {
		return this.fieldErrors;
	}

	/**
	 * What was asked.
	 * @return method and route, with names in place of ids and tokens
	 */
	public RestRoute route() {
		return this.route;
	}

	/**
	 * The permissions that the request takes, of which the bot lacks some.
	 * @return the permissions; {@code null} when none is missing, or when it is not known
	 * which
	 */
	public @Nullable Permissions required() {
		return this.required;
	}

	/**
	 * Whether the thing that was asked for does not exist, or not any more.
	 * @return whether the status is 404
	 */
	public boolean isNotFound() {
		return this.status.value() == 404;
	}

	/**
	 * A field of the body that is wrong.
	 *
	 * @param path where it is, for example {@code embeds[0].fields[2].name}; empty for
	 * the body as a whole
	 * @param code Discord's code, for example {@code BASE_TYPE_REQUIRED}
	 * @param message what is wrong with it
	 */
	public record FieldError(String path, String code, String message) implements Serializable {

		/** The path, the message and the code. */
		@Override
		public String toString() {
			return (this.path.isEmpty() ? "body" : this.path) + ": " + this.message + " (" + this.code + ")";
		}

	}

}
