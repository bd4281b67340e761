package io.github.discordgateway.model.presence;

import io.github.discordgateway.model.TextValue;

/**
 * Whether a user is there.
 *
 * @param value the text on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#update-presence-status-types">Discord's
 * documentation</a>
 */
public record PresenceStatus(String value) implements TextValue {

	/** Online. */
	public static final PresenceStatus ONLINE = new PresenceStatus("online");

	/** Online, and does not want to be disturbed. */
	public static final PresenceStatus DND = new PresenceStatus("dnd");

	/** Online, but away. */
	public static final PresenceStatus IDLE = new PresenceStatus("idle");

	/** Online, but shown as offline; only ever sent, never received. */
	public static final PresenceStatus INVISIBLE = new PresenceStatus("invisible");

	/** Offline, or invisible. */
	public static final PresenceStatus OFFLINE = new PresenceStatus("offline");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
