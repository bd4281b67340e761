package io.github.discordgateway.simulator;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the simulator treats a connection. Each method does by default what the protocol
 * says; a test overrides the one in which the server is to misbehave, and may still call
 * the default through {@code GatewayBehaviour.super}. All of it runs on the connection's
 * event loop and must not block.
 */
public interface GatewayBehaviour {

	/** Does in everything what the protocol says. */
	GatewayBehaviour STANDARD = new GatewayBehaviour() {
	};

	/**
	 * A WebSocket is asked for: accepts it.
	 * @param headers the headers of the request; their names compare without regard to
	 * case
	 * @return what to answer instead of accepting; {@code null} to accept
	 */
	default @Nullable ScriptedAnswer onHandshake(Map<String, String> headers) {
		return null;
	}

	/**
	 * The WebSocket is open: sends HELLO.
	 * @param connection the new connection
	 */
	default void onOpen(SimulatedConnection connection) {
		connection.protocol().open(connection);
	}

	/**
	 * The client sent a heartbeat: acknowledges it.
	 * @param connection where it came from
	 * @param frame the heartbeat
	 */
	default void onHeartbeat(SimulatedConnection connection, ReceivedFrame frame) {
		connection.protocol().heartbeat(connection, frame);
	}

	/**
	 * The client sent IDENTIFY: starts a session, or refuses it.
	 * @param connection where it came from
	 * @param frame the IDENTIFY
	 */
	default void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
		connection.protocol().identify(connection, frame);
	}

	/**
	 * The client sent RESUME: replays what it missed, or refuses it.
	 * @param connection where it came from
	 * @param frame the RESUME
	 */
	default void onResume(SimulatedConnection connection, ReceivedFrame frame) {
		connection.protocol().resume(connection, frame);
	}

	/**
	 * An identified client sent any other command: answers it.
	 * @param connection where it came from
	 * @param frame the command
	 */
	default void onCommand(SimulatedConnection connection, ReceivedFrame frame) {
		connection.protocol().command(connection, frame);
	}

	/**
	 * The client sent a close frame.
	 * @param connection where it came from
	 * @param code the client's close code; 1005 when it gave none
	 * @return whether to echo the close and end the connection; {@code false} leaves the
	 * client waiting
	 */
	default boolean onClose(SimulatedConnection connection, int code) {
		return true;
	}

}
