package io.github.discordgateway.internal.transport;

import io.github.discordgateway.internal.compression.CorruptStreamException;

/**
 * Told what happens on a connection, on its event loop.
 */
public interface ConnectionHandler {

	/** The WebSocket handshake is done. */
	void opened();

	/**
	 * A message was received, a payload or a part of one.
	 * @param bytes its size as it came over the wire, without the WebSocket's own headers
	 */
	default void messageRead(int bytes) {
	}

	/**
	 * A payload was received.
	 * @param buffer holds the payload, and is used again when the call returns
	 * @param length its number of bytes, from the start of the buffer
	 */
	void received(byte[] buffer, int length);

	/**
	 * A payload was received whose body is of no use: it is no UTF-8, or larger than
	 * allowed. The connection is well, and goes on.
	 * @param buffer holds the payload, and is used again when the call returns; of one
	 * that is too large the beginning and the end, with a zero byte between them
	 * @param length its number of bytes, from the start of the buffer
	 * @param problem what is wrong, as a clause without a capital and full stop
	 */
	default void broken(byte[] buffer, int length, String problem) {
		corrupted(new CorruptStreamException("A payload cannot be used: " + problem, null));
	}

	/**
	 * What was read from the socket at one time has been handled: no further payload is
	 * at hand.
	 */
	default void readComplete() {
	}

	/**
	 * What is received can no longer be understood. The connection is still open, and
	 * nothing more of it is delivered.
	 * @param problem what is wrong
	 */
	void corrupted(CorruptStreamException problem);

	/**
	 * The connection, which was open, has ended, by whatever side. Nothing follows.
	 * @param code the close code; 1006 when there was no close frame, whatever the
	 * network did instead
	 * @param reason the text beside the code, which may be empty; with 1006, how the
	 * connection ended
	 */
	void closed(int code, String reason);

	/**
	 * The connection could not be opened, or something in this process failed while it
	 * was read, and it was closed. Nothing follows.
	 * @param problem why; a {@link HandshakeRefusedException} when the server refused the
	 * handshake
	 */
	void failed(Throwable problem);

}
