package io.github.discordgateway.model.auditlog;

import io.github.discordgateway.model.IntValue;

/**
 * What was done, as the audit log tells it.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object-audit-log-events">Discord's
 * documentation</a>
 */
public record AuditLogEvent(int value) implements IntValue {

	/** The settings of the guild were changed. */
	public static final AuditLogEvent GUILD_UPDATE = new AuditLogEvent(1);

	/** A channel was made. */
	public static final AuditLogEvent CHANNEL_CREATE = new AuditLogEvent(10);

	/** The settings of a channel were changed. */
	public static final AuditLogEvent CHANNEL_UPDATE = new AuditLogEvent(11);

	/** A channel was deleted. */
	public static final AuditLogEvent CHANNEL_DELETE = new AuditLogEvent(12);

	/** A role or member was given permissions of its own in a channel. */
	public static final AuditLogEvent CHANNEL_OVERWRITE_CREATE = new AuditLogEvent(13);

	/** The permissions of a role or member in a channel were changed. */
	public static final AuditLogEvent CHANNEL_OVERWRITE_UPDATE = new AuditLogEvent(14);

	/** A role or member lost its own permissions in a channel. */
	public static final AuditLogEvent CHANNEL_OVERWRITE_DELETE = new AuditLogEvent(15);

	/** A member was kicked. */
	public static final AuditLogEvent MEMBER_KICK = new AuditLogEvent(20);

	/** Members who had been away for long were removed; the options tell how many. */
	public static final AuditLogEvent MEMBER_PRUNE = new AuditLogEvent(21);

	/** A user was banned. */
	public static final AuditLogEvent MEMBER_BAN_ADD = new AuditLogEvent(22);

	/** A ban was lifted. */
	public static final AuditLogEvent MEMBER_BAN_REMOVE = new AuditLogEvent(23);

	/** A member was changed, for example nickname or time-out. */
	public static final AuditLogEvent MEMBER_UPDATE = new AuditLogEvent(24);

	/** Roles were given to a member or taken away. */
	public static final AuditLogEvent MEMBER_ROLE_UPDATE = new AuditLogEvent(25);

	/** Members were moved to another voice channel; the options tell how many. */
	public static final AuditLogEvent MEMBER_MOVE = new AuditLogEvent(26);

	/** Members were disconnected from voice; the options tell how many. */
	public static final AuditLogEvent MEMBER_DISCONNECT = new AuditLogEvent(27);

	/** A bot was added to the guild. */
	public static final AuditLogEvent BOT_ADD = new AuditLogEvent(28);

	/** A role was made. */
	public static final AuditLogEvent ROLE_CREATE = new AuditLogEvent(30);

	/** A role was changed. */
	public static final AuditLogEvent ROLE_UPDATE = new AuditLogEvent(31);

	/** A role was deleted. */
	public static final AuditLogEvent ROLE_DELETE = new AuditLogEvent(32);

	/** An invite was made. */
	public static final AuditLogEvent INVITE_CREATE = new AuditLogEvent(40);

	/** An invite was changed. */
	public static final AuditLogEvent INVITE_UPDATE = new AuditLogEvent(41);

	/** An invite was deleted. */
	public static final AuditLogEvent INVITE_DELETE = new AuditLogEvent(42);

	/** A webhook was made. */
	public static final AuditLogEvent WEBHOOK_CREATE = new AuditLogEvent(50);

	/** The name, avatar or channel of a webhook was changed. */
	public static final AuditLogEvent WEBHOOK_UPDATE = new AuditLogEvent(51);

	/** A webhook was deleted. */
	public static final AuditLogEvent WEBHOOK_DELETE = new AuditLogEvent(52);

	/** A custom emoji was added. */
	public static final AuditLogEvent EMOJI_CREATE = new AuditLogEvent(60);

	/** The name of a custom emoji was changed. */
	public static final AuditLogEvent EMOJI_UPDATE = new AuditLogEvent(61);

	/** A custom emoji was deleted. */
	public static final AuditLogEvent EMOJI_DELETE = new AuditLogEvent(62);

	/** Messages of one user were deleted by another; the options tell how many. */
	public static final AuditLogEvent MESSAGE_DELETE = new AuditLogEvent(72);

	/** Many messages were deleted at once; the options tell how many. */
	public static final AuditLogEvent MESSAGE_BULK_DELETE = new AuditLogEvent(73);

	/** A message was pinned. */
	public static final AuditLogEvent MESSAGE_PIN = new AuditLogEvent(74);

	/** A message was unpinned. */
	public static final AuditLogEvent MESSAGE_UNPIN = new AuditLogEvent(75);

	/** An integration was added. */
	public static final AuditLogEvent INTEGRATION_CREATE = new AuditLogEvent(80);

	/** An integration was changed, for example what it does with its subscribers. */
	public static final AuditLogEvent INTEGRATION_UPDATE = new AuditLogEvent(81);

	/** An integration was removed. */
	public static final AuditLogEvent INTEGRATION_DELETE = new AuditLogEvent(82);

	/** A stage was opened. */
	public static final AuditLogEvent STAGE_INSTANCE_CREATE = new AuditLogEvent(83);

	/** The topic of an open stage was changed. */
	public static final AuditLogEvent STAGE_INSTANCE_UPDATE = new AuditLogEvent(84);

	/** A stage was closed. */
	public static final AuditLogEvent STAGE_INSTANCE_DELETE = new AuditLogEvent(85);

	/** A sticker was added. */
	public static final AuditLogEvent STICKER_CREATE = new AuditLogEvent(90);

	/** A sticker was changed. */
	public static final AuditLogEvent STICKER_UPDATE = new AuditLogEvent(91);

	/** A sticker was deleted. */
	public static final AuditLogEvent STICKER_DELETE = new AuditLogEvent(92);

	/** An event was scheduled. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_CREATE = new AuditLogEvent(100);

	/** A scheduled event was changed. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_UPDATE = new AuditLogEvent(101);

	/** A scheduled event was cancelled. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_DELETE = new AuditLogEvent(102);

	/** A thread was made. */
	public static final AuditLogEvent THREAD_CREATE = new AuditLogEvent(110);

	/** The settings of a thread were changed. */
	public static final AuditLogEvent THREAD_UPDATE = new AuditLogEvent(111);

	/** A thread was deleted. */
	public static final AuditLogEvent THREAD_DELETE = new AuditLogEvent(112);

	/** It was changed who may use a command. */
	public static final AuditLogEvent APPLICATION_COMMAND_PERMISSION_UPDATE = new AuditLogEvent(121);

	/** A sound was added to the soundboard. */
	public static final AuditLogEvent SOUNDBOARD_SOUND_CREATE = new AuditLogEvent(130);

	/** A sound of the soundboard was changed. */
	public static final AuditLogEvent SOUNDBOARD_SOUND_UPDATE = new AuditLogEvent(131);

	/** A sound of the soundboard was deleted. */
	public static final AuditLogEvent SOUNDBOARD_SOUND_DELETE = new AuditLogEvent(132);

	/** A rule of auto moderation was made. */
	public static final AuditLogEvent AUTO_MODERATION_RULE_CREATE = new AuditLogEvent(140);

	/** A rule of auto moderation was changed. */
	public static final AuditLogEvent AUTO_MODERATION_RULE_UPDATE = new AuditLogEvent(141);

	/** A rule of auto moderation was deleted. */
	public static final AuditLogEvent AUTO_MODERATION_RULE_DELETE = new AuditLogEvent(142);

	/** Auto moderation has blocked a message. */
	public static final AuditLogEvent AUTO_MODERATION_BLOCK_MESSAGE = new AuditLogEvent(143);

	/** Auto moderation has alerted the moderators in a channel. */
	public static final AuditLogEvent AUTO_MODERATION_FLAG_TO_CHANNEL = new AuditLogEvent(144);

	/** Auto moderation has timed a member out. */
	public static final AuditLogEvent AUTO_MODERATION_USER_COMMUNICATION_DISABLED = new AuditLogEvent(145);

	/** Auto moderation has quarantined a member for what the profile shows. */
	public static final AuditLogEvent AUTO_MODERATION_QUARANTINE_USER = new AuditLogEvent(146);

	/** It was asked to sell subscriptions to roles of the guild. */
	public static final AuditLogEvent CREATOR_MONETIZATION_REQUEST_CREATED = new AuditLogEvent(150);

	/** The terms of selling subscriptions to roles were accepted. */
	public static final AuditLogEvent CREATOR_MONETIZATION_TERMS_ACCEPTED = new AuditLogEvent(151);

	/** A question was added to the onboarding. */
	public static final AuditLogEvent ONBOARDING_PROMPT_CREATE = new AuditLogEvent(163);

	/** A question of the onboarding was changed. */
	public static final AuditLogEvent ONBOARDING_PROMPT_UPDATE = new AuditLogEvent(164);

	/** A question of the onboarding was deleted. */
	public static final AuditLogEvent ONBOARDING_PROMPT_DELETE = new AuditLogEvent(165);

	/** The onboarding of new members was set up. */
	public static final AuditLogEvent ONBOARDING_CREATE = new AuditLogEvent(166);

	/** The onboarding of new members was changed. */
	public static final AuditLogEvent ONBOARDING_UPDATE = new AuditLogEvent(167);

	/** The server guide was set up. */
	public static final AuditLogEvent HOME_SETTINGS_CREATE = new AuditLogEvent(190);

	/** The server guide was changed. */
	public static final AuditLogEvent HOME_SETTINGS_UPDATE = new AuditLogEvent(191);

	/** The status text of a voice channel was set. */
	public static final AuditLogEvent VOICE_CHANNEL_STATUS_CREATE = new AuditLogEvent(192);

	/** The status text of a voice channel was removed. */
	public static final AuditLogEvent VOICE_CHANNEL_STATUS_DELETE = new AuditLogEvent(193);

	/** Something was featured in the server guide. */
	public static final AuditLogEvent GUILD_HOME_FEATURE_ITEM = new AuditLogEvent(171);

	/** Something was removed from the server guide. */
	public static final AuditLogEvent GUILD_HOME_REMOVE_ITEM = new AuditLogEvent(172);

	/** A message was blocked for its harmful links. */
	public static final AuditLogEvent HARMFUL_LINKS_BLOCKED_MESSAGE = new AuditLogEvent(180);

	/** One occurrence of a scheduled event was changed. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE = new AuditLogEvent(200);

	/** The change of one occurrence of a scheduled event was changed. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE = new AuditLogEvent(201);

	/** The change of one occurrence of a scheduled event was undone. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE = new AuditLogEvent(202);

	/** The guild's profile was changed. */
	public static final AuditLogEvent GUILD_PROFILE_UPDATE = new AuditLogEvent(211);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
