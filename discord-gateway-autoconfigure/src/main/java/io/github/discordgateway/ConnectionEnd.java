package io.github.discordgateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.discordgateway.event.lifecycle.DisconnectCause;

/**
 * How one connection of a shard ended.
 *
 * @param at when
 * @param code the close code: the one that the server sent, 1006 when the connection
 * broke, and otherwise the one that the shard sent
 * @param initiator who ended it
 * @param cause why
 */
public record ConnectionEnd(Instant at, int code, Initiator initiator, DisconnectCause cause) {

	/**
	 * What this end is counted as.
	 * @return one of {@link Kind#all()}
	 */
	public Kind kind() {
		return new Kind(Kind.code(this.code), this.initiator, this.cause.kind());
	}

	/**
	 * Who ended a connection.
	 */
	public enum Initiator {

		/** The server closed it. */
		SERVER,

		/** The shard closed it, which the server may have asked for. */
		CLIENT,

		/** It could not be opened, or ended without a close frame. */
		NETWORK;

		/** In lower case. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What ends of connections have in common. There are few of them, whatever a server
	 * sends.
	 *
	 * @param code the close code; {@code other} for one that is not known
	 * @param initiator who ended the connection
	 * @param cause why, as {@link DisconnectCause#kind()} says it
	 */
	public record Kind(String code, Initiator initiator, String cause) {

		private static final String OTHER = "other";

		private static final String CLOSED = new DisconnectCause.Closed(0, "").kind();

		private static final String FAILED = new DisconnectCause.Failed("").kind();

		private static final String STOPPED = new DisconnectCause.Stopped().kind();

		private static String code(int code) {
			return (CloseCode.of(code) != null) ? Integer.toString(code) : OTHER;
		}

		/**
		 * All kinds that there are.
		 * @return about 30
		 */
		public static List<Kind> all() {
			List<Kind> kinds = new ArrayList<>();
			for (CloseCode code : CloseCode.values()) {
				Initiator initiator = (code == CloseCode.ABNORMAL_CLOSURE) ? Initiator.NETWORK : Initiator.SERVER;
				kinds.add(new Kind(code(code.code()), initiator, CLOSED));
			}
			kinds.add(new Kind(OTHER, Initiator.SERVER, CLOSED));
			kinds.add(new Kind(code(CloseCode.ABNORMAL_CLOSURE.code()), Initiator.NETWORK, FAILED));
			for (String cause : DisconnectCause.OWN_KINDS) {
				kinds.add(new Kind(code(CloseCode.KEEPS_SESSION), Initiator.CLIENT, cause));
			}
			kinds.add(new Kind(code(CloseCode.ENDS_SESSION), Initiator.CLIENT, STOPPED));
			return List.copyOf(kinds);
		}

	}

}
