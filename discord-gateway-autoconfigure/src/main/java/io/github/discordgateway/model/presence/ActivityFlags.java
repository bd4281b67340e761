package io.github.discordgateway.model.presence;

import io.github.discordgateway.model.Flags;

/**
 * Activity flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-flags">Discord's
 * documentation</a>
 */
public record ActivityFlags(long bits) implements Flags<ActivityFlags> {

	/** Instance. */
	public static final ActivityFlags INSTANCE = new ActivityFlags(1L << 0);

	/** Join. */
	public static final ActivityFlags JOIN = new ActivityFlags(1L << 1);

	/** Spectate. */
	public static final ActivityFlags SPECTATE = new ActivityFlags(1L << 2);

	/** Join request. */
	public static final ActivityFlags JOIN_REQUEST = new ActivityFlags(1L << 3);

	/** Sync. */
	public static final ActivityFlags SYNC = new ActivityFlags(1L << 4);

	/** Play. */
	public static final ActivityFlags PLAY = new ActivityFlags(1L << 5);

	/** Party privacy friends. */
	public static final ActivityFlags PARTY_PRIVACY_FRIENDS = new ActivityFlags(1L << 6);

	/** Party privacy voice channel. */
	public static final ActivityFlags PARTY_PRIVACY_VOICE_CHANNEL = new ActivityFlags(1L << 7);

	/** Embedded. */
	public static final ActivityFlags EMBEDDED = new ActivityFlags(1L << 8);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
