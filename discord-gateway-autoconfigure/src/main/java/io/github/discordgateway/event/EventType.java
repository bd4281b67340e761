package io.github.discordgateway.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.Intent;
import org.jspecify.annotations.Nullable;

/**
 * Every documented event: the one table that knows its name, its record, the intents that
 * gate it and where the ids of its guild and channel are.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#receive-events">Receive
 * events</a>
 */
public enum EventType {

	/** A session has started; opens the burst of GUILD_CREATE. */
	READY(null, null, Ready.class),

	/** All missed events have been sent again. */
	RESUMED(null, null, Resumed.class),

	/**
	 * A command was refused because it was sent too often; today only requests for
	 * members.
	 */
	RATE_LIMITED("meta.guild_id", null, RateLimited.class),

	/** It has changed who may use a command. */
	APPLICATION_COMMAND_PERMISSIONS_UPDATE("guild_id", null, ApplicationCommandPermissionsUpdate.class),

	/** A rule of auto moderation was made. The bot needs MANAGE_GUILD. */
	AUTO_MODERATION_RULE_CREATE("guild_id", null, AutoModerationRuleCreate.class, Intent.AUTO_MODERATION_CONFIGURATION),

	/** A rule of auto moderation has changed. The bot needs MANAGE_GUILD. */
	AUTO_MODERATION_RULE_UPDATE("guild_id", null, AutoModerationRuleUpdate.class, Intent.AUTO_MODERATION_CONFIGURATION),

	/** A rule of auto moderation was deleted. The bot needs MANAGE_GUILD. */
	AUTO_MODERATION_RULE_DELETE("guild_id", null, AutoModerationRuleDelete.class, Intent.AUTO_MODERATION_CONFIGURATION),

	/**
	 * A rule of auto moderation has done something. The bot needs MANAGE_GUILD; the
	 * content needs the MESSAGE_CONTENT intent.
	 */
	AUTO_MODERATION_ACTION_EXECUTION("guild_id", "channel_id", AutoModerationActionExecution.class,
			Intent.AUTO_MODERATION_EXECUTION),

	/** A channel was made in a guild. */
	CHANNEL_CREATE("guild_id", "id", ChannelCreate.class, Intent.GUILDS),

	/** A channel of a guild has changed; not sent for new messages. */
	CHANNEL_UPDATE("guild_id", "id", ChannelUpdate.class, Intent.GUILDS),

	/** A channel of a guild was deleted. */
	CHANNEL_DELETE("guild_id", "id", ChannelDelete.class, Intent.GUILDS),

	/** The answer to a request for channel info. */
	CHANNEL_INFO("guild_id", null, ChannelInfo.class),

	/** A message was pinned or unpinned; not sent when a pinned one is deleted. */
	CHANNEL_PINS_UPDATE("guild_id", "channel_id", ChannelPinsUpdate.class, Intent.GUILDS, Intent.DIRECT_MESSAGES),

	/** A thread is new, or the bot was added to it. */
	THREAD_CREATE("guild_id", "id", ThreadCreate.class, Intent.GUILDS),

	/** A thread has changed; not sent for new messages. */
	THREAD_UPDATE("guild_id", "id", ThreadUpdate.class, Intent.GUILDS),

	/** A thread was deleted. */
	THREAD_DELETE("guild_id", "id", ThreadDelete.class, Intent.GUILDS),

	/** The bot has gained access to channels, and is told their active threads. */
	THREAD_LIST_SYNC("guild_id", null, ThreadListSync.class, Intent.GUILDS),

	/** The bot's own membership of a thread has changed. */
	THREAD_MEMBER_UPDATE("guild_id", "id", ThreadMemberUpdate.class, Intent.GUILDS),

	/**
	 * Users have joined or left a thread; without GUILD_MEMBERS only about the bot
	 * itself.
	 */
	THREAD_MEMBERS_UPDATE("guild_id", "id", ThreadMembersUpdate.class, Intent.GUILDS, Intent.GUILD_MEMBERS),

	/** A user or guild has got access to something that is sold. Sent to shard 0 only. */
	ENTITLEMENT_CREATE("guild_id", null, EntitlementCreate.class),

	/**
	 * An entitlement has changed; for subscriptions only when they end. Sent to shard 0
	 * only.
	 */
	ENTITLEMENT_UPDATE("guild_id", null, EntitlementUpdate.class),

	/** An entitlement was taken back; not sent when it ends. Sent to shard 0 only. */
	ENTITLEMENT_DELETE("guild_id", null, EntitlementDelete.class),

	/** A guild became known; or only that it is in an outage. */
	GUILD_CREATE("id", null, GuildCreate.class, Intent.GUILDS),

	/** The settings of a guild have changed. */
	GUILD_UPDATE("id", null, GuildUpdate.class, Intent.GUILDS),

	/** A guild is in an outage, or the bot is no longer in it. */
	GUILD_DELETE("id", null, GuildDelete.class, Intent.GUILDS),

	/** Something was written to the audit log. The bot needs VIEW_AUDIT_LOG. */
	GUILD_AUDIT_LOG_ENTRY_CREATE("guild_id", null, GuildAuditLogEntryCreate.class, Intent.GUILD_MODERATION),

	/** A user was banned. The bot needs BAN_MEMBERS or VIEW_AUDIT_LOG. */
	GUILD_BAN_ADD("guild_id", null, GuildBanAdd.class, Intent.GUILD_MODERATION),

	/** A ban was lifted. The bot needs BAN_MEMBERS or VIEW_AUDIT_LOG. */
	GUILD_BAN_REMOVE("guild_id", null, GuildBanRemove.class, Intent.GUILD_MODERATION),

	/** The emojis of a guild have changed; carries all of them. */
	GUILD_EMOJIS_UPDATE("guild_id", null, GuildEmojisUpdate.class, Intent.GUILD_EXPRESSIONS),

	/** The stickers of a guild have changed; carries all of them. */
	GUILD_STICKERS_UPDATE("guild_id", null, GuildStickersUpdate.class, Intent.GUILD_EXPRESSIONS),

	/** An integration of a guild has changed; does not tell which. */
	GUILD_INTEGRATIONS_UPDATE("guild_id", null, GuildIntegrationsUpdate.class, Intent.GUILD_INTEGRATIONS),

	/** A user has joined a guild; may come again for those already there. */
	GUILD_MEMBER_ADD("guild_id", null, GuildMemberAdd.class, Intent.GUILD_MEMBERS),

	/** A member has left, was kicked or banned. */
	GUILD_MEMBER_REMOVE("guild_id", null, GuildMemberRemove.class, Intent.GUILD_MEMBERS),

	/** A member has changed; about the bot itself also without the intent. */
	GUILD_MEMBER_UPDATE("guild_id", null, GuildMemberUpdate.class, Intent.GUILD_MEMBERS),

	/** A part of the answer to a request for members. */
	GUILD_MEMBERS_CHUNK("guild_id", null, GuildMembersChunk.class),

	/** A role was made. */
	GUILD_ROLE_CREATE("guild_id", null, GuildRoleCreate.class, Intent.GUILDS),

	/** A role has changed. */
	GUILD_ROLE_UPDATE("guild_id", null, GuildRoleUpdate.class, Intent.GUILDS),

	/** A role was deleted. */
	GUILD_ROLE_DELETE("guild_id", null, GuildRoleDelete.class, Intent.GUILDS),

	/** An event was scheduled. */
	GUILD_SCHEDULED_EVENT_CREATE("guild_id", "channel_id", GuildScheduledEventCreate.class,
			Intent.GUILD_SCHEDULED_EVENTS),

	/** A scheduled event has changed. */
	GUILD_SCHEDULED_EVENT_UPDATE("guild_id", "channel_id", GuildScheduledEventUpdate.class,
			Intent.GUILD_SCHEDULED_EVENTS),

	/** A scheduled event was deleted. */
	GUILD_SCHEDULED_EVENT_DELETE("guild_id", "channel_id", GuildScheduledEventDelete.class,
			Intent.GUILD_SCHEDULED_EVENTS),

	/** A user is interested in a scheduled event. */
	GUILD_SCHEDULED_EVENT_USER_ADD("guild_id", null, GuildScheduledEventUserAdd.class, Intent.GUILD_SCHEDULED_EVENTS),

	/** A user is no longer interested in a scheduled event. */
	GUILD_SCHEDULED_EVENT_USER_REMOVE("guild_id", null, GuildScheduledEventUserRemove.class,
			Intent.GUILD_SCHEDULED_EVENTS),

	/** A sound was added to the soundboard of a guild. */
	GUILD_SOUNDBOARD_SOUND_CREATE("guild_id", null, GuildSoundboardSoundCreate.class, Intent.GUILD_EXPRESSIONS),

	/** A sound of a guild has changed. */
	GUILD_SOUNDBOARD_SOUND_UPDATE("guild_id", null, GuildSoundboardSoundUpdate.class, Intent.GUILD_EXPRESSIONS),

	/** A sound of a guild was deleted. */
	GUILD_SOUNDBOARD_SOUND_DELETE("guild_id", null, GuildSoundboardSoundDelete.class, Intent.GUILD_EXPRESSIONS),

	/** Several sounds of a guild have changed at once. */
	GUILD_SOUNDBOARD_SOUNDS_UPDATE("guild_id", null, GuildSoundboardSoundsUpdate.class, Intent.GUILD_EXPRESSIONS),

	/** The answer to a request for sounds, one for each guild. */
	SOUNDBOARD_SOUNDS("guild_id", null, SoundboardSounds.class),

	/** An integration was added; comes without its user. */
	INTEGRATION_CREATE("guild_id", null, IntegrationCreate.class, Intent.GUILD_INTEGRATIONS),

	/** An integration has changed; comes without its user. */
	INTEGRATION_UPDATE("guild_id", null, IntegrationUpdate.class, Intent.GUILD_INTEGRATIONS),

	/** An integration was removed. */
	INTEGRATION_DELETE("guild_id", null, IntegrationDelete.class, Intent.GUILD_INTEGRATIONS),

	/**
	 * A user has used a command, a component or a modal; only when the application has no
	 * interactions endpoint URL.
	 */
	INTERACTION_CREATE("guild_id", "channel_id", InteractionCreate.class),

	/** An invite was made. The bot needs MANAGE_CHANNELS in its channel. */
	INVITE_CREATE("guild_id", "channel_id", InviteCreate.class, Intent.GUILD_INVITES),

	/** An invite was deleted. The bot needs MANAGE_CHANNELS in its channel. */
	INVITE_DELETE("guild_id", "channel_id", InviteDelete.class, Intent.GUILD_INVITES),

	/** A message was sent; ephemeral ones count as direct messages. */
	MESSAGE_CREATE("guild_id", "channel_id", MessageCreate.class, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES),

	/** A message has changed; carries the whole message, as MESSAGE_CREATE. */
	MESSAGE_UPDATE("guild_id", "channel_id", MessageUpdate.class, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES),

	/** A message was deleted; carries ids only. */
	MESSAGE_DELETE("guild_id", "channel_id", MessageDelete.class, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES),

	/** Many messages of a guild were deleted at once; carries ids only. */
	MESSAGE_DELETE_BULK("guild_id", "channel_id", MessageDeleteBulk.class, Intent.GUILD_MESSAGES),

	/** A user has reacted to a message. */
	MESSAGE_REACTION_ADD("guild_id", "channel_id", MessageReactionAdd.class, Intent.GUILD_MESSAGE_REACTIONS,
			Intent.DIRECT_MESSAGE_REACTIONS),

	/** A user has taken a reaction back. */
	MESSAGE_REACTION_REMOVE("guild_id", "channel_id", MessageReactionRemove.class, Intent.GUILD_MESSAGE_REACTIONS,
			Intent.DIRECT_MESSAGE_REACTIONS),

	/** All reactions to a message were removed at once. */
	MESSAGE_REACTION_REMOVE_ALL("guild_id", "channel_id", MessageReactionRemoveAll.class,
			Intent.GUILD_MESSAGE_REACTIONS, Intent.DIRECT_MESSAGE_REACTIONS),

	/** All reactions to a message with one emoji were removed at once. */
	MESSAGE_REACTION_REMOVE_EMOJI("guild_id", "channel_id", MessageReactionRemoveEmoji.class,
			Intent.GUILD_MESSAGE_REACTIONS, Intent.DIRECT_MESSAGE_REACTIONS),

	/** A user has voted in a poll; one event for each answer. */
	MESSAGE_POLL_VOTE_ADD("guild_id", "channel_id", MessagePollVoteAdd.class, Intent.GUILD_MESSAGE_POLLS,
			Intent.DIRECT_MESSAGE_POLLS),

	/** A user has taken back a vote in a poll; one event for each answer. */
	MESSAGE_POLL_VOTE_REMOVE("guild_id", "channel_id", MessagePollVoteRemove.class, Intent.GUILD_MESSAGE_POLLS,
			Intent.DIRECT_MESSAGE_POLLS),

	/**
	 * A user's presence has changed. The user may hold an id only; no other value is
	 * checked by Discord.
	 */
	PRESENCE_UPDATE("guild_id", null, PresenceUpdate.class, Intent.GUILD_PRESENCES),

	/** A stage was opened. */
	STAGE_INSTANCE_CREATE("guild_id", "channel_id", StageInstanceCreate.class, Intent.GUILDS),

	/** A stage has changed. */
	STAGE_INSTANCE_UPDATE("guild_id", "channel_id", StageInstanceUpdate.class, Intent.GUILDS),

	/** A stage was closed. */
	STAGE_INSTANCE_DELETE("guild_id", "channel_id", StageInstanceDelete.class, Intent.GUILDS),

	/**
	 * A subscription was started, but may not be paid yet: grant nothing on it. Sent to
	 * shard 0 only.
	 */
	SUBSCRIPTION_CREATE(null, null, SubscriptionCreate.class),

	/** A subscription was renewed, cancelled or has ended. Sent to shard 0 only. */
	SUBSCRIPTION_UPDATE(null, null, SubscriptionUpdate.class),

	/** A subscription was deleted. Sent to shard 0 only. */
	SUBSCRIPTION_DELETE(null, null, SubscriptionDelete.class),

	/** A user has started to type. */
	TYPING_START("guild_id", "channel_id", TypingStart.class, Intent.GUILD_MESSAGE_TYPING,
			Intent.DIRECT_MESSAGE_TYPING),

	/** The bot's own account has changed. */
	USER_UPDATE(null, null, UserUpdate.class),

	/** A user has sent an emoji or a sound into the voice channel that the bot is in. */
	VOICE_CHANNEL_EFFECT_SEND("guild_id", "channel_id", VoiceChannelEffectSend.class, Intent.GUILD_VOICE_STATES),

	/** A session in a voice channel has begun or ended; the id is the channel's. */
	VOICE_CHANNEL_START_TIME_UPDATE("guild_id", "id", VoiceChannelStartTimeUpdate.class, Intent.GUILDS),

	/** The status text of a voice channel has changed; the id is the channel's. */
	VOICE_CHANNEL_STATUS_UPDATE("guild_id", "id", VoiceChannelStatusUpdate.class, Intent.GUILDS),

	/**
	 * A user has joined, left or changed something in voice; without a channel the user
	 * has left.
	 */
	VOICE_STATE_UPDATE("guild_id", "channel_id", VoiceStateUpdate.class, Intent.GUILD_VOICE_STATES),

	/** The bot may connect to a voice server; without an endpoint another one follows. */
	VOICE_SERVER_UPDATE("guild_id", null, VoiceServerUpdate.class),

	/** A webhook of a channel was made, changed or deleted; does not tell which. */
	WEBHOOKS_UPDATE("guild_id", "channel_id", WebhooksUpdate.class, Intent.GUILD_WEBHOOKS);

	private static final Map<String, EventType> BY_NAME = new HashMap<>();

	private static final Map<Class<?>, EventType> BY_CLASS = new HashMap<>();

	static {
		for (EventType type : values()) {
			BY_NAME.put(type.name(), type);
			BY_CLASS.put(type.eventClass, type);
		}
	}

	private final @Nullable String guildIdPath;

	private final @Nullable String channelIdPath;

	private final Class<? extends GatewayEvent> eventClass;

	private final Set<Intent> intents;

	EventType(@Nullable String guildIdPath, @Nullable String channelIdPath, Class<? extends GatewayEvent> eventClass,
			Intent... intents) {
		this.guildIdPath = guildIdPath;
		this.channelIdPath = channelIdPath;
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
	 * Where the id of the channel or thread stands in the body.
	 * @return the name of a field: {@code id} for what is about the channel itself;
	 * {@code null} for events that concern no single channel
	 */
	public @Nullable String channelIdPath() {
		return this.channelIdPath;
	}

	/**
	 * The record that the event is decoded to.
	 * @return the class
	 */
	public Class<? extends GatewayEvent> eventClass() {
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
