package io.github.discordgateway.model.presence;

import io.github.discordgateway.model.Flags;

/**
 * What an activity is, and what others may do with it.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-flags">Discord's
 * documentation</a>
 */
public record ActivityFlags(long bits) implements Flags<ActivityFlags> {

	/** It is one match of several, which will end. */
	public static final ActivityFlags INSTANCE = new ActivityFlags(1L << 0);

	/** Others may join. */
	public static final ActivityFlags JOIN = new ActivityFlags(1L << 1);

	/** Others may watch. */
	public static final ActivityFlags SPECTATE = new ActivityFlags(1L << 2);

	/** Others may ask to join. */
	public static final ActivityFlags JOIN_REQUEST = new ActivityFlags(1L << 3);

	/** Others may follow it in time, for example listen along. */
	public static final ActivityFlags SYNC = new ActivityFlags(1L << 4);

	/** Others may play it on their own. */
	public static final ActivityFlags PLAY = new ActivityFlags(1L << 5);

	/** Friends may join the party. */
	public static final ActivityFlags PARTY_PRIVACY_FRIENDS = new ActivityFlags(1L << 6);

	/** Those in the same voice channel may join the party. */
	public static final ActivityFlags PARTY_PRIVACY_VOICE_CHANNEL = new ActivityFlags(1L << 7);

	/** It runs embedded in the Discord client. */
	public static final ActivityFlags EMBEDDED = new ActivityFlags(1L << 8);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
