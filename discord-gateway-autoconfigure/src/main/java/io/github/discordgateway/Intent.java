package io.github.discordgateway;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * A group of events that a session subscribes to. Which events a given intent gates is
 * told by the table of events, {@code EventType}.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#gateway-intents">Gateway
 * intents</a>
 */
public enum Intent {

	/** Guilds, their roles, channels, threads and stages. */
	GUILDS(0),

	/** Members who join, leave or change. Privileged. */
	GUILD_MEMBERS(1, "Server Members Intent"),

	/** Bans, and new entries of the audit log. */
	GUILD_MODERATION(2),

	/** Emojis, stickers and soundboard sounds of guilds. */
	GUILD_EXPRESSIONS(3),

	/** Integrations of guilds with applications and other services. */
	GUILD_INTEGRATIONS(4),

	/** Webhooks that are made, changed or deleted. */
	GUILD_WEBHOOKS(5),

	/** Invites that are made or deleted. */
	GUILD_INVITES(6),

	/** Who is in which voice channel, and effects that are sent there. */
	GUILD_VOICE_STATES(7),

	/** Status and activities of members. Privileged. */
	GUILD_PRESENCES(8, "Presence Intent"),

	/** Messages in guilds that are sent, changed or deleted. */
	GUILD_MESSAGES(9),

	/** Reactions to messages in guilds. */
	GUILD_MESSAGE_REACTIONS(10),

	/** Who is typing in guilds. */
	GUILD_MESSAGE_TYPING(11),

	/** Messages outside of guilds, and ephemeral ones anywhere. */
	DIRECT_MESSAGES(12),

	/** Reactions to messages outside of guilds. */
	DIRECT_MESSAGE_REACTIONS(13),

	/** Who is typing outside of guilds. */
	DIRECT_MESSAGE_TYPING(14),

	/**
	 * The text, embeds, attachments, components and polls of messages; it brings no event
	 * of its own. Privileged.
	 */
	MESSAGE_CONTENT(15, "Message Content Intent"),

	/** Scheduled events, and who is interested in them. */
	GUILD_SCHEDULED_EVENTS(16),

	/** Rules of auto moderation that are made, changed or deleted. */
	AUTO_MODERATION_CONFIGURATION(20),

	/** What auto moderation did. */
	AUTO_MODERATION_EXECUTION(21),

	/** Votes in polls of guilds. */
	GUILD_MESSAGE_POLLS(24),

	/** Votes in polls outside of guilds. */
	DIRECT_MESSAGE_POLLS(25);

	private final int bit;

	private final String portalSwitch;

	Intent(int bit) {
		this(bit, "");
	}

	Intent(int bit, String portalSwitch) {
		this.bit = bit;
		this.portalSwitch = portalSwitch;
	}

	/**
	 * The value of this intent alone.
	 * @return a number with one bit set
	 */
	public int value() {
		return 1 << this.bit;
	}

	/**
	 * Whether Discord hands out this intent only to bots for which it was switched on in
	 * the developer portal.
	 * @return whether the intent is privileged
	 */
	public boolean isPrivileged() {
		return !this.portalSwitch.isEmpty();
	}

	/**
	 * What the switch for a privileged intent is called in the developer portal.
	 * @return the label; empty for an intent that is not privileged
	 */
	public String portalSwitch() {
		return this.portalSwitch;
	}

	/**
	 * The number that IDENTIFY carries for a set of intents.
	 * @param intents the intents
	 * @return all bits, or-ed
	 */
	public static int valueOf(Collection<Intent> intents) {
		int value = 0;
		for (Intent intent : intents) {
			value |= intent.value();
		}
		return value;
	}

	/**
	 * The intents in a number; bits that are not known are left out.
	 * @param value the number that IDENTIFY carries
	 * @return the known intents
	 */
	public static Set<Intent> setOf(int value) {
		Set<Intent> intents = EnumSet.noneOf(Intent.class);
		for (Intent intent : values()) {
			if ((value & intent.value()) != 0) {
				intents.add(intent);
			}
		}
		return intents;
	}

}
