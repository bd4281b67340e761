package io.github.discordgateway.internal.kafka;

/**
 * A record on the topic is no event of a gateway.
 */
final class ForeignRecordException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ForeignRecordException(String message) {
		super(message);
	}

}
