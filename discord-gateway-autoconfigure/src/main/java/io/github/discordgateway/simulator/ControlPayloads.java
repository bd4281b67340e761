package io.github.discordgateway.simulator;

import java.time.Duration;

import io.github.discordgateway.Opcode;

/**
 * The payloads that are no events. They carry all four keys, as Discord sends them: some
 * libraries read {@code s} or {@code t} before they look at the opcode.
 */
final class ControlPayloads {

	static final String HEARTBEAT_REQUEST = of(Opcode.HEARTBEAT, "null");

	static final String HEARTBEAT_ACK = of(Opcode.HEARTBEAT_ACK, "null");

	static final String RECONNECT = of(Opcode.RECONNECT, "null");

	private ControlPayloads() {
	}

	static String hello(Duration heartbeatInterval) {
		return of(Opcode.HELLO,
				"{\"heartbeat_interval\":" + heartbeatInterval.toMillis() + ",\"_trace\":[\"[\\\"simulator\\\"]\"]}");
	}

	static String invalidSession(boolean resumable) {
		return of(Opcode.INVALID_SESSION, Boolean.toString(resumable));
	}

	private static String of(Opcode opcode, String data) {
		return "{\"t\":null,\"s\":null,\"op\":" + opcode.code() + ",\"d\":" + data + "}";
	}

}
