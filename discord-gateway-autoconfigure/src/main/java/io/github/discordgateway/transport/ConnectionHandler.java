package io.github.discordgateway.transport;

import io.github.discordgateway.compression.CorruptStreamException;

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
	 * What is received can no longer be understood. The connection is still open, and
	 * nothing more of it is delivered.
	 * @param problem what is wrong
	 */
	void corrupted(CorruptStreamException problem);

	/**
	 * The connection has ended, by whatever side. Nothing follows.
	 * @param code the close code; 1006 when there was no close frame
	 * @param reason the text beside the code, which may be empty
	 */
	void closed(int code, String reason);

	/**
	 * The connection could not be opened, or broke. Nothing follows.
	 * @param problem why
	 */
	void failed(Throwable problem);

}
