package io.github.discordgateway.internal.shard;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.MalformedFrameException;

/**
 * Reads of a frame what the machine is concerned with.
 */
final class ServerMessageReader {

	private ServerMessageReader() {
	}

	/**
	 * Whether a frame is an event that means nothing more to the machine, so that its
	 * message is a {@link ServerMessage.Event}.
	 * @param frame the frame
	 * @return {@code false} for READY, RESUMED and all that is no event
	 */
	static boolean isEvent(Frame frame) {
		return frame.opcode() == Opcode.DISPATCH.code() && !"READY".equals(frame.name())
				&& !"RESUMED".equals(frame.name());
	}

	/**
	 * Reads a frame.
	 * @return the message; one that a part is missing of is
	 * {@link ServerMessage.Unusable} when a connection cannot go on without it
	 */
	static ServerMessage read(Frame frame) {
		Opcode opcode = Opcode.of(frame.opcode());
		if (opcode == null) {
			return new ServerMessage.Other();
		}
		return switch (opcode) {
			case DISPATCH -> event(frame);
			case HEARTBEAT -> new ServerMessage.HeartbeatRequest();
			case RECONNECT -> new ServerMessage.Reconnect();
			case INVALID_SESSION -> new ServerMessage.InvalidSession(frame.isResumable());
			case HELLO -> hello(frame);
			case HEARTBEAT_ACK -> new ServerMessage.HeartbeatAck();
			default -> new ServerMessage.Other();
		};
	}

	private static ServerMessage hello(Frame frame) {
		try {
			return new ServerMessage.Hello(frame.heartbeatInterval());
		}
		catch (MalformedFrameException ex) {
			return new ServerMessage.Unusable(true, frame.sequence(), describe(ex));
		}
	}

	private static ServerMessage event(Frame frame) {
		if ("READY".equals(frame.name())) {
			try {
				return new ServerMessage.Ready(frame.sequence(), frame.sessionStart());
			}
			catch (MalformedFrameException ex) {
				return new ServerMessage.Unusable(false, frame.sequence(), describe(ex));
			}
		}
		return "RESUMED".equals(frame.name()) ? new ServerMessage.Resumed(frame.sequence())
				: new ServerMessage.Event(frame.sequence());
	}

	private static String describe(MalformedFrameException problem) {
		return String.valueOf(problem.getMessage());
	}

}
