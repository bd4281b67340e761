package io.github.discordgateway.model.guild;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.model.Flags;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Permissions as a set of bits, decimal text on the wire. Discord may use more than 64
 * bits; these are kept, too.
 *
 * @param bits the lower 64 bits, known or not
 * @param higherBits the bits above, shifted down by 64; {@code null} when none of them is
 * set, as today
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags">Discord's
 * documentation</a>
 */
@JsonSerialize(using = PermissionsSerializer.class)
public record Permissions(long bits, @Nullable BigInteger higherBits) implements Flags<Permissions> {

	/** Make invites. */
	public static final Permissions CREATE_INSTANT_INVITE = new Permissions(1L << 0);

	/** Kick members. */
	public static final Permissions KICK_MEMBERS = new Permissions(1L << 1);

	/** Ban members, and see who is banned. */
	public static final Permissions BAN_MEMBERS = new Permissions(1L << 2);

	/** All permissions, whatever the overwrites of channels say. */
	public static final Permissions ADMINISTRATOR = new Permissions(1L << 3);

	/** Make, change and delete channels. */
	public static final Permissions MANAGE_CHANNELS = new Permissions(1L << 4);

	/** Change the settings of the guild, and add bots. */
	public static final Permissions MANAGE_GUILD = new Permissions(1L << 5);

	/** React to messages with an emoji that nobody has used on them yet. */
	public static final Permissions ADD_REACTIONS = new Permissions(1L << 6);

	/** See the audit log. */
	public static final Permissions VIEW_AUDIT_LOG = new Permissions(1L << 7);

	/** Be heard above others in a voice channel. */
	public static final Permissions PRIORITY_SPEAKER = new Permissions(1L << 8);

	/** Stream the screen or camera in a voice channel. */
	public static final Permissions STREAM = new Permissions(1L << 9);

	/** See the channel: read its messages, or join it if it is a voice channel. */
	public static final Permissions VIEW_CHANNEL = new Permissions(1L << 10);

	/** Send messages, and start threads in forums; not for messages in threads. */
	public static final Permissions SEND_MESSAGES = new Permissions(1L << 11);

	/** Send messages that are read aloud. */
	public static final Permissions SEND_TTS_MESSAGES = new Permissions(1L << 12);

	/** Delete messages of others. */
	public static final Permissions MANAGE_MESSAGES = new Permissions(1L << 13);

	/** Have links shown with a preview. */
	public static final Permissions EMBED_LINKS = new Permissions(1L << 14);

	/** Send files. */
	public static final Permissions ATTACH_FILES = new Permissions(1L << 15);

	/** Read messages that were sent earlier. */
	public static final Permissions READ_MESSAGE_HISTORY = new Permissions(1L << 16);

	/** Notify all members of a channel, all who are online, or any role by a mention. */
	public static final Permissions MENTION_EVERYONE = new Permissions(1L << 17);

	/** Use custom emojis of other guilds. */
	public static final Permissions USE_EXTERNAL_EMOJIS = new Permissions(1L << 18);

	/** See statistics about the guild. */
	public static final Permissions VIEW_GUILD_INSIGHTS = new Permissions(1L << 19);

	/** Join the voice channel. */
	public static final Permissions CONNECT = new Permissions(1L << 20);

	/** Speak in the voice channel. */
	public static final Permissions SPEAK = new Permissions(1L << 21);

	/** Mute members in voice channels. */
	public static final Permissions MUTE_MEMBERS = new Permissions(1L << 22);

	/** Deafen members in voice channels. */
	public static final Permissions DEAFEN_MEMBERS = new Permissions(1L << 23);

	/** Move members between voice channels, or disconnect them. */
	public static final Permissions MOVE_MEMBERS = new Permissions(1L << 24);

	/** Speak without a push-to-talk key, by voice activity detection. */
	public static final Permissions USE_VAD = new Permissions(1L << 25);

	/** Change the own nickname. */
	public static final Permissions CHANGE_NICKNAME = new Permissions(1L << 26);

	/** Change nicknames of others. */
	public static final Permissions MANAGE_NICKNAMES = new Permissions(1L << 27);

	/**
	 * Make, change and give roles below the own one; in a channel, change its overwrites.
	 */
	public static final Permissions MANAGE_ROLES = new Permissions(1L << 28);

	/** Make, change and delete webhooks. */
	public static final Permissions MANAGE_WEBHOOKS = new Permissions(1L << 29);

	/** Change and delete emojis, stickers and sounds, whoever made them. */
	public static final Permissions MANAGE_GUILD_EXPRESSIONS = new Permissions(1L << 30);

	/** Use commands of applications. */
	public static final Permissions USE_APPLICATION_COMMANDS = new Permissions(1L << 31);

	/** Ask to speak on a stage. */
	public static final Permissions REQUEST_TO_SPEAK = new Permissions(1L << 32);

	/** Change and delete scheduled events, whoever made them. */
	public static final Permissions MANAGE_EVENTS = new Permissions(1L << 33);

	/** Delete and archive threads, and see all private ones. */
	public static final Permissions MANAGE_THREADS = new Permissions(1L << 34);

	/** Start public threads and threads in announcement channels. */
	public static final Permissions CREATE_PUBLIC_THREADS = new Permissions(1L << 35);

	/** Start private threads. */
	public static final Permissions CREATE_PRIVATE_THREADS = new Permissions(1L << 36);

	/** Use stickers of other guilds. */
	public static final Permissions USE_EXTERNAL_STICKERS = new Permissions(1L << 37);

	/** Send messages in threads. */
	public static final Permissions SEND_MESSAGES_IN_THREADS = new Permissions(1L << 38);

	/** Use activities, which are applications embedded in the client. */
	public static final Permissions USE_EMBEDDED_ACTIVITIES = new Permissions(1L << 39);

	/** Time members out. */
	public static final Permissions MODERATE_MEMBERS = new Permissions(1L << 40);

	/** See what subscriptions to roles bring in. */
	public static final Permissions VIEW_CREATOR_MONETIZATION_ANALYTICS = new Permissions(1L << 41);

	/** Play sounds in a voice channel. */
	public static final Permissions USE_SOUNDBOARD = new Permissions(1L << 42);

	/** Add emojis, stickers and sounds, and change and delete the own ones. */
	public static final Permissions CREATE_GUILD_EXPRESSIONS = new Permissions(1L << 43);

	/** Schedule events, and change and delete the own ones. */
	public static final Permissions CREATE_EVENTS = new Permissions(1L << 44);

	/** Play sounds of other guilds. */
	public static final Permissions USE_EXTERNAL_SOUNDS = new Permissions(1L << 45);

	/** Send voice messages. */
	public static final Permissions SEND_VOICE_MESSAGES = new Permissions(1L << 46);

	/** Set the status text of a voice channel. */
	public static final Permissions SET_VOICE_CHANNEL_STATUS = new Permissions(1L << 48);

	/** Send polls. */
	public static final Permissions SEND_POLLS = new Permissions(1L << 49);

	/**
	 * Have the answers of applications that only the user has installed shown to others.
	 */
	public static final Permissions USE_EXTERNAL_APPS = new Permissions(1L << 50);

	/** Pin and unpin messages. */
	public static final Permissions PIN_MESSAGES = new Permissions(1L << 51);

	/** Send messages without waiting, however slow the channel is set. */
	public static final Permissions BYPASS_SLOWMODE = new Permissions(1L << 52);

	/**
	 * Makes a set of no more than 64 permissions.
	 * @param bits the bits
	 */
	public Permissions(long bits) {
		this(bits, null);
	}

	@Override
	public boolean contains(Permissions permissions) {
		return Flags.super.contains(permissions) && (permissions.higherBits == null || (this.higherBits != null
				&& this.higherBits.and(permissions.higherBits).equals(permissions.higherBits)));
	}

	@Override
	public List<String> names() {
		List<String> names = Flags.super.names();
		if (this.higherBits == null) {
			return names;
		}
		List<String> all = new ArrayList<>(names);
		all.add("0x" + this.higherBits.shiftLeft(Long.SIZE).toString(16));
		return all;
	}

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
