package io.github.discordgateway.internal.shard;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.MalformedFrameException;

/**
 * Reads of a frame what the machine is concerned with.
 */
final class SignalReader {

	private SignalReader() {
	}

	/**
	 * Whether a frame is an event that means nothing more to the machine, so that its
	 * signal is a {@link Signal.Event}.
	 * @param frame the frame
	 * @return {@code false} for READY, RESUMED and all that is no event
	 */
	static boolean isEvent(Frame frame) {
		return frame.opcode() == Opcode.DISPATCH.code() && !"READY".equals(frame.name())
				&& !"RESUMED".equals(frame.name());
	}

	/**
	 * Reads a frame.
	 * @return the signal; one that a part is missing of is {@link Signal.Unusable} when a
	 * connection cannot go on without it
	 */
	static Signal read(Frame frame) {
		Opcode opcode = Opcode.of(frame.opcode());
		if (opcode == null) {
			return new Signal.Other();
		}
		return switch (opcode) {
			case DISPATCH -> event(frame);
			case HEARTBEAT -> new Signal.HeartbeatRequest();
			case RECONNECT -> new Signal.Reconnect();
			case INVALID_SESSION -> new Signal.InvalidSession(frame.isResumable());
			case HELLO -> hello(frame);
			case HEARTBEAT_ACK -> new Signal.HeartbeatAck();
			default -> new Signal.Other();
		};
	}

	private static Signal hello(Frame frame) {
		try {
			return new Signal.Hello(frame.heartbeatInterval());
		}
		catch (MalformedFrameException ex) {
			return new Signal.Unusable(true, frame.sequence(), describe(ex));
		}
	}

	private static Signal event(Frame frame) {
		if ("READY".equals(frame.name())) {
			try {
				return new Signal.Ready(frame.sequence(), frame.sessionStart());
			}
			catch (MalformedFrameException ex) {
				return new Signal.Unusable(false, frame.sequence(), describe(ex));
			}
		}
		return "RESUMED".equals(frame.name()) ? new Signal.Resumed(frame.sequence())
				: new Signal.Event(frame.sequence());
	}

	private static String describe(MalformedFrameException problem) {
		return String.valueOf(problem.getMessage());
	}

}
