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

	/** Guild update. */
	public static final AuditLogEvent GUILD_UPDATE = new AuditLogEvent(1);

	/** Channel create. */
	public static final AuditLogEvent CHANNEL_CREATE = new AuditLogEvent(10);

	/** Channel update. */
	public static final AuditLogEvent CHANNEL_UPDATE = new AuditLogEvent(11);

	/** Channel delete. */
	public static final AuditLogEvent CHANNEL_DELETE = new AuditLogEvent(12);

	/** Channel overwrite create. */
	public static final AuditLogEvent CHANNEL_OVERWRITE_CREATE = new AuditLogEvent(13);

	/** Channel overwrite update. */
	public static final AuditLogEvent CHANNEL_OVERWRITE_UPDATE = new AuditLogEvent(14);

	/** Channel overwrite delete. */
	public static final AuditLogEvent CHANNEL_OVERWRITE_DELETE = new AuditLogEvent(15);

	/** Member kick. */
	public static final AuditLogEvent MEMBER_KICK = new AuditLogEvent(20);

	/** Member prune. */
	public static final AuditLogEvent MEMBER_PRUNE = new AuditLogEvent(21);

	/** Member ban add. */
	public static final AuditLogEvent MEMBER_BAN_ADD = new AuditLogEvent(22);

	/** Member ban remove. */
	public static final AuditLogEvent MEMBER_BAN_REMOVE = new AuditLogEvent(23);

	/** Member update. */
	public static final AuditLogEvent MEMBER_UPDATE = new AuditLogEvent(24);

	/** Member role update. */
	public static final AuditLogEvent MEMBER_ROLE_UPDATE = new AuditLogEvent(25);

	/** Member move. */
	public static final AuditLogEvent MEMBER_MOVE = new AuditLogEvent(26);

	/** Member disconnect. */
	public static final AuditLogEvent MEMBER_DISCONNECT = new AuditLogEvent(27);

	/** Bot add. */
	public static final AuditLogEvent BOT_ADD = new AuditLogEvent(28);

	/** Role create. */
	public static final AuditLogEvent ROLE_CREATE = new AuditLogEvent(30);

	/** Role update. */
	public static final AuditLogEvent ROLE_UPDATE = new AuditLogEvent(31);

	/** Role delete. */
	public static final AuditLogEvent ROLE_DELETE = new AuditLogEvent(32);

	/** Invite create. */
	public static final AuditLogEvent INVITE_CREATE = new AuditLogEvent(40);

	/** Invite update. */
	public static final AuditLogEvent INVITE_UPDATE = new AuditLogEvent(41);

	/** Invite delete. */
	public static final AuditLogEvent INVITE_DELETE = new AuditLogEvent(42);

	/** Webhook create. */
	public static final AuditLogEvent WEBHOOK_CREATE = new AuditLogEvent(50);

	/** Webhook update. */
	public static final AuditLogEvent WEBHOOK_UPDATE = new AuditLogEvent(51);

	/** Webhook delete. */
	public static final AuditLogEvent WEBHOOK_DELETE = new AuditLogEvent(52);

	/** Emoji create. */
	public static final AuditLogEvent EMOJI_CREATE = new AuditLogEvent(60);

	/** Emoji update. */
	public static final AuditLogEvent EMOJI_UPDATE = new AuditLogEvent(61);

	/** Emoji delete. */
	public static final AuditLogEvent EMOJI_DELETE = new AuditLogEvent(62);

	/** Message delete. */
	public static final AuditLogEvent MESSAGE_DELETE = new AuditLogEvent(72);

	/** Message bulk delete. */
	public static final AuditLogEvent MESSAGE_BULK_DELETE = new AuditLogEvent(73);

	/** Message pin. */
	public static final AuditLogEvent MESSAGE_PIN = new AuditLogEvent(74);

	/** Message unpin. */
	public static final AuditLogEvent MESSAGE_UNPIN = new AuditLogEvent(75);

	/** Integration create. */
	public static final AuditLogEvent INTEGRATION_CREATE = new AuditLogEvent(80);

	/** Integration update. */
	public static final AuditLogEvent INTEGRATION_UPDATE = new AuditLogEvent(81);

	/** Integration delete. */
	public static final AuditLogEvent INTEGRATION_DELETE = new AuditLogEvent(82);

	/** Stage instance create. */
	public static final AuditLogEvent STAGE_INSTANCE_CREATE = new AuditLogEvent(83);

	/** Stage instance update. */
	public static final AuditLogEvent STAGE_INSTANCE_UPDATE = new AuditLogEvent(84);

	/** Stage instance delete. */
	public static final AuditLogEvent STAGE_INSTANCE_DELETE = new AuditLogEvent(85);

	/** Sticker create. */
	public static final AuditLogEvent STICKER_CREATE = new AuditLogEvent(90);

	/** Sticker update. */
	public static final AuditLogEvent STICKER_UPDATE = new AuditLogEvent(91);

	/** Sticker delete. */
	public static final AuditLogEvent STICKER_DELETE = new AuditLogEvent(92);

	/** Guild scheduled event create. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_CREATE = new AuditLogEvent(100);

	/** Guild scheduled event update. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_UPDATE = new AuditLogEvent(101);

	/** Guild scheduled event delete. */
	public static final AuditLogEvent GUILD_SCHEDULED_EVENT_DELETE = new AuditLogEvent(102);

	/** Thread create. */
	public static final AuditLogEvent THREAD_CREATE = new AuditLogEvent(110);

	/** Thread update. */
	public static final AuditLogEvent THREAD_UPDATE = new AuditLogEvent(111);

	/** Thread delete. */
	public static final AuditLogEvent THREAD_DELETE = new AuditLogEvent(112);

	/** Application command permission update. */
	public static final AuditLogEvent APPLICATION_COMMAND_PERMISSION_UPDATE = new AuditLogEvent(121);

	/** Soundboard sound create. */
	public static final AuditLogEvent SOUNDBOARD_SOUND_CREATE = new AuditLogEvent(130);

	/** Soundboard sound update. */
	public static final AuditLogEvent SOUNDBOARD_SOUND_UPDATE = new AuditLogEvent(131);

	/** Soundboard sound delete. */
	public static final AuditLogEvent SOUNDBOARD_SOUND_DELETE = new AuditLogEvent(132);

	/** Auto moderation rule create. */
	public static final AuditLogEvent AUTO_MODERATION_RULE_CREATE = new AuditLogEvent(140);

	/** Auto moderation rule update. */
	public static final AuditLogEvent AUTO_MODERATION_RULE_UPDATE = new AuditLogEvent(141);

	/** Auto moderation rule delete. */
	public static final AuditLogEvent AUTO_MODERATION_RULE_DELETE = new AuditLogEvent(142);

	/** Auto moderation block message. */
	public static final AuditLogEvent AUTO_MODERATION_BLOCK_MESSAGE = new AuditLogEvent(143);

	/** Auto moderation flag to channel. */
	public static final AuditLogEvent AUTO_MODERATION_FLAG_TO_CHANNEL = new AuditLogEvent(144);

	/** Auto moderation user communication disabled. */
	public static final AuditLogEvent AUTO_MODERATION_USER_COMMUNICATION_DISABLED = new AuditLogEvent(145);

	/** Auto moderation quarantine user. */
	public static final AuditLogEvent AUTO_MODERATION_QUARANTINE_USER = new AuditLogEvent(146);

	/** Creator monetization request created. */
	public static final AuditLogEvent CREATOR_MONETIZATION_REQUEST_CREATED = new AuditLogEvent(150);

	/** Creator monetization terms accepted. */
	public static final AuditLogEvent CREATOR_MONETIZATION_TERMS_ACCEPTED = new AuditLogEvent(151);

	/** Onboarding prompt create. */
	public static final AuditLogEvent ONBOARDING_PROMPT_CREATE = new AuditLogEvent(163);

	/** Onboarding prompt update. */
	public static final AuditLogEvent ONBOARDING_PROMPT_UPDATE = new AuditLogEvent(164);

	/** Onboarding prompt delete. */
	public static final AuditLogEvent ONBOARDING_PROMPT_DELETE = new AuditLogEvent(165);

	/** Onboarding create. */
	public static final AuditLogEvent ONBOARDING_CREATE = new AuditLogEvent(166);

	/** Onboarding update. */
	public static final AuditLogEvent ONBOARDING_UPDATE = new AuditLogEvent(167);

	/** Home settings create. */
	public static final AuditLogEvent HOME_SETTINGS_CREATE = new AuditLogEvent(190);

	/** Home settings update. */
	public static final AuditLogEvent HOME_SETTINGS_UPDATE = new AuditLogEvent(191);

	/** Voice channel status create. */
	public static final AuditLogEvent VOICE_CHANNEL_STATUS_CREATE = new AuditLogEvent(192);

	/** Voice channel status delete. */
	public static final AuditLogEvent VOICE_CHANNEL_STATUS_DELETE = new AuditLogEvent(193);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
