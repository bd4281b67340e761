package io.github.discordgateway.actuate;

import java.util.List;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * An operation that was not carried out.
 */
public final class GatewayOperationException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final boolean unknown;

	private final transient List<String> available;

	private GatewayOperationException(String message, boolean unknown, List<String> available) {
		super(message);
		this.unknown = unknown;
		this.available = available;
	}

	/** There is no such thing. */
	static GatewayOperationException unknown(String what, List<String> available) {
		return new GatewayOperationException(
				"There is no " + what + ". " + (available.isEmpty() ? "There is none yet" : "There are: " + available),
				true, available);
	}

	/** What was asked for makes no sense, or cannot be done now. */
	static GatewayOperationException refused(String problem, List<String> available) {
		return new GatewayOperationException(problem, false, available);
	}

	/**
	 * The same as an answer on the web.
	 * @return 404 with what exists, or 400 with the reason
	 */
	WebEndpointResponse<Object> toResponse() {
		return new WebEndpointResponse<>(new GatewayDescription.Refusal(String.valueOf(getMessage()), this.available),
				this.unknown ? WebEndpointResponse.STATUS_NOT_FOUND : WebEndpointResponse.STATUS_BAD_REQUEST);
	}

}
