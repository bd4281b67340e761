package io.github.discordgateway.model.guild;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.model.Flags;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
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
@JsonDeserialize(using = PermissionsDeserializer.class)
@JsonSerialize(using = PermissionsSerializer.class)
public record Permissions(long bits, @Nullable BigInteger higherBits) implements Flags<Permissions> {

	/** Create instant invite. */
	public static final Permissions CREATE_INSTANT_INVITE = new Permissions(1L << 0);

	/** Kick members. */
	public static final Permissions KICK_MEMBERS = new Permissions(1L << 1);

	/** Ban members. */
	public static final Permissions BAN_MEMBERS = new Permissions(1L << 2);

	/** Administrator. */
	public static final Permissions ADMINISTRATOR = new Permissions(1L << 3);

	/** Manage channels. */
	public static final Permissions MANAGE_CHANNELS = new Permissions(1L << 4);

	/** Manage guild. */
	public static final Permissions MANAGE_GUILD = new Permissions(1L << 5);

	/** Add reactions. */
	public static final Permissions ADD_REACTIONS = new Permissions(1L << 6);

	/** View audit log. */
	public static final Permissions VIEW_AUDIT_LOG = new Permissions(1L << 7);

	/** Priority speaker. */
	public static final Permissions PRIORITY_SPEAKER = new Permissions(1L << 8);

	/** Stream. */
	public static final Permissions STREAM = new Permissions(1L << 9);

	/** View channel. */
	public static final Permissions VIEW_CHANNEL = new Permissions(1L << 10);

	/** Send messages. */
	public static final Permissions SEND_MESSAGES = new Permissions(1L << 11);

	/** Send TTS messages. */
	public static final Permissions SEND_TTS_MESSAGES = new Permissions(1L << 12);

	/** Manage messages. */
	public static final Permissions MANAGE_MESSAGES = new Permissions(1L << 13);

	/** Embed links. */
	public static final Permissions EMBED_LINKS = new Permissions(1L << 14);

	/** Attach files. */
	public static final Permissions ATTACH_FILES = new Permissions(1L << 15);

	/** Read message history. */
	public static final Permissions READ_MESSAGE_HISTORY = new Permissions(1L << 16);

	/** Mention everyone. */
	public static final Permissions MENTION_EVERYONE = new Permissions(1L << 17);

	/** Use external emojis. */
	public static final Permissions USE_EXTERNAL_EMOJIS = new Permissions(1L << 18);

	/** View guild insights. */
	public static final Permissions VIEW_GUILD_INSIGHTS = new Permissions(1L << 19);

	/** Connect. */
	public static final Permissions CONNECT = new Permissions(1L << 20);

	/** Speak. */
	public static final Permissions SPEAK = new Permissions(1L << 21);

	/** Mute members. */
	public static final Permissions MUTE_MEMBERS = new Permissions(1L << 22);

	/** Deafen members. */
	public static final Permissions DEAFEN_MEMBERS = new Permissions(1L << 23);

	/** Move members. */
	public static final Permissions MOVE_MEMBERS = new Permissions(1L << 24);

	/** Use vad. */
	public static final Permissions USE_VAD = new Permissions(1L << 25);

	/** Change nickname. */
	public static final Permissions CHANGE_NICKNAME = new Permissions(1L << 26);

	/** Manage nicknames. */
	public static final Permissions MANAGE_NICKNAMES = new Permissions(1L << 27);

	/** Manage roles. */
	public static final Permissions MANAGE_ROLES = new Permissions(1L << 28);

	/** Manage webhooks. */
	public static final Permissions MANAGE_WEBHOOKS = new Permissions(1L << 29);

	/** Manage guild expressions. */
	public static final Permissions MANAGE_GUILD_EXPRESSIONS = new Permissions(1L << 30);

	/** Use application commands. */
	public static final Permissions USE_APPLICATION_COMMANDS = new Permissions(1L << 31);

	/** Request to speak. */
	public static final Permissions REQUEST_TO_SPEAK = new Permissions(1L << 32);

	/** Manage events. */
	public static final Permissions MANAGE_EVENTS = new Permissions(1L << 33);

	/** Manage threads. */
	public static final Permissions MANAGE_THREADS = new Permissions(1L << 34);

	/** Create public threads. */
	public static final Permissions CREATE_PUBLIC_THREADS = new Permissions(1L << 35);

	/** Create private threads. */
	public static final Permissions CREATE_PRIVATE_THREADS = new Permissions(1L << 36);

	/** Use external stickers. */
	public static final Permissions USE_EXTERNAL_STICKERS = new Permissions(1L << 37);

	/** Send messages in threads. */
	public static final Permissions SEND_MESSAGES_IN_THREADS = new Permissions(1L << 38);

	/** Use embedded activities. */
	public static final Permissions USE_EMBEDDED_ACTIVITIES = new Permissions(1L << 39);

	/** Moderate members. */
	public static final Permissions MODERATE_MEMBERS = new Permissions(1L << 40);

	/** View creator monetization analytics. */
	public static final Permissions VIEW_CREATOR_MONETIZATION_ANALYTICS = new Permissions(1L << 41);

	/** Use soundboard. */
	public static final Permissions USE_SOUNDBOARD = new Permissions(1L << 42);

	/** Create guild expressions. */
	public static final Permissions CREATE_GUILD_EXPRESSIONS = new Permissions(1L << 43);

	/** Create events. */
	public static final Permissions CREATE_EVENTS = new Permissions(1L << 44);

	/** Use external sounds. */
	public static final Permissions USE_EXTERNAL_SOUNDS = new Permissions(1L << 45);

	/** Send voice messages. */
	public static final Permissions SEND_VOICE_MESSAGES = new Permissions(1L << 46);

	/** Set voice channel status. */
	public static final Permissions SET_VOICE_CHANNEL_STATUS = new Permissions(1L << 48);

	/** Send polls. */
	public static final Permissions SEND_POLLS = new Permissions(1L << 49);

	/** Use external apps. */
	public static final Permissions USE_EXTERNAL_APPS = new Permissions(1L << 50);

	/** Pin messages. */
	public static final Permissions PIN_MESSAGES = new Permissions(1L << 51);

	/** Bypass slowmode. */
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
