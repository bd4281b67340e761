package io.github.discordgateway.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.protocol.Intent;
import org.jspecify.annotations.Nullable;

/**
 * Every documented event: the one table that knows its name, its record, the intents that
 * gate it and where its guild id is.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#receive-events">Receive
 * events</a>
 */
public enum EventType {

	/** First dispatch of a new session; opens the GUILD_CREATE burst. */
	READY(null, Ready.class),

	/** Sent after the replay of a resume is complete. */
	RESUMED(null, Resumed.class),

	/** Answer to a refused command, currently only op 8. */
	RATE_LIMITED("meta.guild_id", null),

	/** Command permissions edited. */
	APPLICATION_COMMAND_PERMISSIONS_UPDATE("guild_id", null),

	/** Bot needs MANAGE_GUILD. */
	AUTO_MODERATION_RULE_CREATE("guild_id", null, Intent.AUTO_MODERATION_CONFIGURATION),

	/** Bot needs MANAGE_GUILD. */
	AUTO_MODERATION_RULE_UPDATE("guild_id", null, Intent.AUTO_MODERATION_CONFIGURATION),

	/** Bot needs MANAGE_GUILD. */
	AUTO_MODERATION_RULE_DELETE("guild_id", null, Intent.AUTO_MODERATION_CONFIGURATION),

	/** Bot needs MANAGE_GUILD; content and matched_content need MESSAGE_CONTENT. */
	AUTO_MODERATION_ACTION_EXECUTION("guild_id", null, Intent.AUTO_MODERATION_EXECUTION),

	/** Guild channels only, never DMs since v8. */
	CHANNEL_CREATE("guild_id", null, Intent.GUILDS),

	/** Not sent for last_message_id changes; may name roles or members that are gone. */
	CHANNEL_UPDATE("guild_id", null, Intent.GUILDS),

	/** Guild channels only. */
	CHANNEL_DELETE("guild_id", null, Intent.GUILDS),

	/** Answer to op 43. */
	CHANNEL_INFO("guild_id", null),

	/** Not sent when a pinned message is deleted. */
	CHANNEL_PINS_UPDATE("guild_id", null, Intent.GUILDS, Intent.DIRECT_MESSAGES),

	/** newly_created set when really new; member set when the bot was added. */
	THREAD_CREATE("guild_id", null, Intent.GUILDS),

	/** Not sent for last_message_id changes. */
	THREAD_UPDATE("guild_id", null, Intent.GUILDS),

	/** Four fields only. */
	THREAD_DELETE("guild_id", null, Intent.GUILDS),

	/** Bot gained access to channels. */
	THREAD_LIST_SYNC("guild_id", null, Intent.GUILDS),

	/** Bot's own membership. */
	THREAD_MEMBER_UPDATE("guild_id", null, Intent.GUILDS),

	/**
	 * With GUILDS only: just changes of the bot itself; GUILD_MEMBERS needed for other
	 * users.
	 */
	THREAD_MEMBERS_UPDATE("guild_id", null, Intent.GUILDS, Intent.GUILD_MEMBERS),

	/** Sent to shard 0 only. */
	ENTITLEMENT_CREATE("guild_id", null),

	/** Sent to shard 0 only; for subscriptions only when they end. */
	ENTITLEMENT_UPDATE("guild_id", null),

	/** Sent to shard 0 only; not sent on mere expiry. */
	ENTITLEMENT_DELETE("guild_id", null),

	/**
	 * Startup backfill, guild available again, or bot joined; payload may be an
	 * UnavailableGuild.
	 */
	GUILD_CREATE("id", GuildCreate.class, Intent.GUILDS),

	/** Guild settings changed. */
	GUILD_UPDATE("id", GuildUpdate.class, Intent.GUILDS),

	/** unavailable=true means outage, absent means removed from the guild. */
	GUILD_DELETE("id", GuildDelete.class, Intent.GUILDS),

	/** Bot needs VIEW_AUDIT_LOG. */
	GUILD_AUDIT_LOG_ENTRY_CREATE("guild_id", null, Intent.GUILD_MODERATION),

	/** Bot needs BAN_MEMBERS or VIEW_AUDIT_LOG. */
	GUILD_BAN_ADD("guild_id", null, Intent.GUILD_MODERATION),

	/** Bot needs BAN_MEMBERS or VIEW_AUDIT_LOG. */
	GUILD_BAN_REMOVE("guild_id", null, Intent.GUILD_MODERATION),

	/** Complete new list. */
	GUILD_EMOJIS_UPDATE("guild_id", null, Intent.GUILD_EXPRESSIONS),

	/** Complete new list. */
	GUILD_STICKERS_UPDATE("guild_id", null, Intent.GUILD_EXPRESSIONS),

	/** Only the guild id. */
	GUILD_INTEGRATIONS_UPDATE("guild_id", null, Intent.GUILD_INTEGRATIONS),

	/** May repeat for people already in the guild. */
	GUILD_MEMBER_ADD("guild_id", GuildMemberAdd.class, Intent.GUILD_MEMBERS),

	/** Leave, kick or ban. */
	GUILD_MEMBER_REMOVE("guild_id", GuildMemberRemove.class, Intent.GUILD_MEMBERS),

	/** Also for the bot itself without the intent; also when the user object changes. */
	GUILD_MEMBER_UPDATE("guild_id", GuildMemberUpdate.class, Intent.GUILD_MEMBERS),

	/** Answer to op 8. */
	GUILD_MEMBERS_CHUNK("guild_id", null),

	/** GUILD_ROLE_CREATE. */
	GUILD_ROLE_CREATE("guild_id", null, Intent.GUILDS),

	/** GUILD_ROLE_UPDATE. */
	GUILD_ROLE_UPDATE("guild_id", null, Intent.GUILDS),

	/** GUILD_ROLE_DELETE. */
	GUILD_ROLE_DELETE("guild_id", null, Intent.GUILDS),

	/** GUILD_SCHEDULED_EVENT_CREATE. */
	GUILD_SCHEDULED_EVENT_CREATE("guild_id", null, Intent.GUILD_SCHEDULED_EVENTS),

	/** GUILD_SCHEDULED_EVENT_UPDATE. */
	GUILD_SCHEDULED_EVENT_UPDATE("guild_id", null, Intent.GUILD_SCHEDULED_EVENTS),

	/** GUILD_SCHEDULED_EVENT_DELETE. */
	GUILD_SCHEDULED_EVENT_DELETE("guild_id", null, Intent.GUILD_SCHEDULED_EVENTS),

	/** GUILD_SCHEDULED_EVENT_USER_ADD. */
	GUILD_SCHEDULED_EVENT_USER_ADD("guild_id", null, Intent.GUILD_SCHEDULED_EVENTS),

	/** GUILD_SCHEDULED_EVENT_USER_REMOVE. */
	GUILD_SCHEDULED_EVENT_USER_REMOVE("guild_id", null, Intent.GUILD_SCHEDULED_EVENTS),

	/** GUILD_SOUNDBOARD_SOUND_CREATE. */
	GUILD_SOUNDBOARD_SOUND_CREATE("guild_id", null, Intent.GUILD_EXPRESSIONS),

	/** GUILD_SOUNDBOARD_SOUND_UPDATE. */
	GUILD_SOUNDBOARD_SOUND_UPDATE("guild_id", null, Intent.GUILD_EXPRESSIONS),

	/** GUILD_SOUNDBOARD_SOUND_DELETE. */
	GUILD_SOUNDBOARD_SOUND_DELETE("guild_id", null, Intent.GUILD_EXPRESSIONS),

	/** Several sounds at once. */
	GUILD_SOUNDBOARD_SOUNDS_UPDATE("guild_id", null, Intent.GUILD_EXPRESSIONS),

	/** Answer to op 31, one per guild. */
	SOUNDBOARD_SOUNDS("guild_id", null),

	/** user field left out. */
	INTEGRATION_CREATE("guild_id", null, Intent.GUILD_INTEGRATIONS),

	/** user field left out. */
	INTEGRATION_UPDATE("guild_id", null, Intent.GUILD_INTEGRATIONS),

	/** INTEGRATION_DELETE. */
	INTEGRATION_DELETE("guild_id", null, Intent.GUILD_INTEGRATIONS),

	/**
	 * Only when no HTTP interactions endpoint is set for the app; reply within 3 s over
	 * REST.
	 */
	INTERACTION_CREATE("guild_id", InteractionCreate.class),

	/** Bot needs MANAGE_CHANNELS on the channel. */
	INVITE_CREATE("guild_id", null, Intent.GUILD_INVITES),

	/** Bot needs MANAGE_CHANNELS on the channel. */
	INVITE_DELETE("guild_id", null, Intent.GUILD_INVITES),

	/** Ephemeral messages count as DMs; referenced_message present on replies. */
	MESSAGE_CREATE("guild_id", MessageCreate.class, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES),

	/** Full message; tts always false; older captures are partial. */
	MESSAGE_UPDATE("guild_id", MessageUpdate.class, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES),

	/** Ids only. */
	MESSAGE_DELETE("guild_id", MessageDelete.class, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES),

	/** Ids only. */
	MESSAGE_DELETE_BULK("guild_id", null, Intent.GUILD_MESSAGES),

	/** MESSAGE_REACTION_ADD. */
	MESSAGE_REACTION_ADD("guild_id", MessageReactionAdd.class, Intent.GUILD_MESSAGE_REACTIONS,
			Intent.DIRECT_MESSAGE_REACTIONS),

	/** MESSAGE_REACTION_REMOVE. */
	MESSAGE_REACTION_REMOVE("guild_id", MessageReactionRemove.class, Intent.GUILD_MESSAGE_REACTIONS,
			Intent.DIRECT_MESSAGE_REACTIONS),

	/** MESSAGE_REACTION_REMOVE_ALL. */
	MESSAGE_REACTION_REMOVE_ALL("guild_id", null, Intent.GUILD_MESSAGE_REACTIONS, Intent.DIRECT_MESSAGE_REACTIONS),

	/** MESSAGE_REACTION_REMOVE_EMOJI. */
	MESSAGE_REACTION_REMOVE_EMOJI("guild_id", null, Intent.GUILD_MESSAGE_REACTIONS, Intent.DIRECT_MESSAGE_REACTIONS),

	/** One event per chosen answer. */
	MESSAGE_POLL_VOTE_ADD("guild_id", null, Intent.GUILD_MESSAGE_POLLS, Intent.DIRECT_MESSAGE_POLLS),

	/** One event per withdrawn answer. */
	MESSAGE_POLL_VOTE_REMOVE("guild_id", null, Intent.GUILD_MESSAGE_POLLS, Intent.DIRECT_MESSAGE_POLLS),

	/** user may hold only id; do not trust field types. */
	PRESENCE_UPDATE("guild_id", PresenceUpdate.class, Intent.GUILD_PRESENCES),

	/** STAGE_INSTANCE_CREATE. */
	STAGE_INSTANCE_CREATE("guild_id", null, Intent.GUILDS),

	/** STAGE_INSTANCE_UPDATE. */
	STAGE_INSTANCE_UPDATE("guild_id", null, Intent.GUILDS),

	/** STAGE_INSTANCE_DELETE. */
	STAGE_INSTANCE_DELETE("guild_id", null, Intent.GUILDS),

	/** Sent to shard 0 only; do not grant perks on it. */
	SUBSCRIPTION_CREATE(null, null),

	/** Sent to shard 0 only. */
	SUBSCRIPTION_UPDATE(null, null),

	/** Sent to shard 0 only. */
	SUBSCRIPTION_DELETE(null, null),

	/** TYPING_START. */
	TYPING_START("guild_id", TypingStart.class, Intent.GUILD_MESSAGE_TYPING, Intent.DIRECT_MESSAGE_TYPING),

	/** The bot account itself. */
	USER_UPDATE(null, null),

	/** Only for the voice channel the bot is in. */
	VOICE_CHANNEL_EFFECT_SEND("guild_id", null, Intent.GUILD_VOICE_STATES),

	/** channel id is in id. */
	VOICE_CHANNEL_START_TIME_UPDATE("guild_id", null, Intent.GUILDS),

	/** channel id is in id. */
	VOICE_CHANNEL_STATUS_UPDATE("guild_id", null, Intent.GUILDS),

	/** channel_id null means left. */
	VOICE_STATE_UPDATE("guild_id", VoiceStateUpdate.class, Intent.GUILD_VOICE_STATES),

	/** endpoint null means wait for the next one. */
	VOICE_SERVER_UPDATE("guild_id", null),

	/** Ids only. */
	WEBHOOKS_UPDATE("guild_id", null, Intent.GUILD_WEBHOOKS);

	private static final Map<String, EventType> BY_NAME = new HashMap<>();

	private static final Map<Class<?>, EventType> BY_CLASS = new HashMap<>();

	static {
		for (EventType type : values()) {
			BY_NAME.put(type.name(), type);
			if (type.eventClass != null) {
				BY_CLASS.put(type.eventClass, type);
			}
		}
	}

	private final @Nullable String guildIdPath;

	private final @Nullable Class<? extends GatewayEvent> eventClass;

	private final Set<Intent> intents;

	EventType(@Nullable String guildIdPath, @Nullable Class<? extends GatewayEvent> eventClass, Intent... intents) {
		this.guildIdPath = guildIdPath;
		this.eventClass = eventClass;
		Set<Intent> set = EnumSet.noneOf(Intent.class);
		set.addAll(List.of(intents));
		this.intents = Collections.unmodifiableSet(set);
	}

	/**
	 * Where the id of the guild stands in the body.
	 * @return a path of field names with dots between; {@code null} for events outside of
	 * guilds
	 */
	public @Nullable String guildIdPath() {
		return this.guildIdPath;
	}

	/**
	 * The record that the event is decoded to.
	 * @return the class; {@code null} when the event is only to be had raw
	 */
	public @Nullable Class<? extends GatewayEvent> eventClass() {
		return this.eventClass;
	}

	/**
	 * The intents that gate the event: any one of them is enough.
	 * @return the intents; empty for an event that is always sent
	 */
	public Set<Intent> intents() {
		return this.intents;
	}

	/**
	 * Finds an event by Discord's name of it.
	 * @param name for example {@code MESSAGE_CREATE}
	 * @return the event, or {@code null} when it is not known, which is never an error
	 */
	public static @Nullable EventType of(String name) {
		return BY_NAME.get(name);
	}

	/**
	 * Finds an event by its record.
	 * @param eventClass the record
	 * @return the event, or {@code null} when the class is not the record of one
	 */
	public static @Nullable EventType of(Class<?> eventClass) {
		return BY_CLASS.get(eventClass);
	}

}
