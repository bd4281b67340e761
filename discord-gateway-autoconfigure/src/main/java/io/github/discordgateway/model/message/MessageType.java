package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * Message type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-types">Discord's
 * documentation</a>
 */
public record MessageType(int value) implements IntValue {

	/** Default. */
	public static final MessageType DEFAULT = new MessageType(0);

	/** Recipient add. */
	public static final MessageType RECIPIENT_ADD = new MessageType(1);

	/** Recipient remove. */
	public static final MessageType RECIPIENT_REMOVE = new MessageType(2);

	/** Call. */
	public static final MessageType CALL = new MessageType(3);

	/** Channel name change. */
	public static final MessageType CHANNEL_NAME_CHANGE = new MessageType(4);

	/** Channel icon change. */
	public static final MessageType CHANNEL_ICON_CHANGE = new MessageType(5);

	/** Channel pinned message. */
	public static final MessageType CHANNEL_PINNED_MESSAGE = new MessageType(6);

	/** User join. */
	public static final MessageType USER_JOIN = new MessageType(7);

	/** Guild boost. */
	public static final MessageType GUILD_BOOST = new MessageType(8);

	/** Guild boost tier 1. */
	public static final MessageType GUILD_BOOST_TIER_1 = new MessageType(9);

	/** Guild boost tier 2. */
	public static final MessageType GUILD_BOOST_TIER_2 = new MessageType(10);

	/** Guild boost tier 3. */
	public static final MessageType GUILD_BOOST_TIER_3 = new MessageType(11);

	/** Channel follow add. */
	public static final MessageType CHANNEL_FOLLOW_ADD = new MessageType(12);

	/** Guild discovery disqualified. */
	public static final MessageType GUILD_DISCOVERY_DISQUALIFIED = new MessageType(14);

	/** Guild discovery requalified. */
	public static final MessageType GUILD_DISCOVERY_REQUALIFIED = new MessageType(15);

	/** Guild discovery grace period initial warning. */
	public static final MessageType GUILD_DISCOVERY_GRACE_PERIOD_INITIAL_WARNING = new MessageType(16);

	/** Guild discovery grace period final warning. */
	public static final MessageType GUILD_DISCOVERY_GRACE_PERIOD_FINAL_WARNING = new MessageType(17);

	/** Thread created. */
	public static final MessageType THREAD_CREATED = new MessageType(18);

	/** Reply. */
	public static final MessageType REPLY = new MessageType(19);

	/** Chat input command. */
	public static final MessageType CHAT_INPUT_COMMAND = new MessageType(20);

	/** Thread starter message. */
	public static final MessageType THREAD_STARTER_MESSAGE = new MessageType(21);

	/** Guild invite reminder. */
	public static final MessageType GUILD_INVITE_REMINDER = new MessageType(22);

	/** Context menu command. */
	public static final MessageType CONTEXT_MENU_COMMAND = new MessageType(23);

	/** Auto moderation action. */
	public static final MessageType AUTO_MODERATION_ACTION = new MessageType(24);

	/** Role subscription purchase. */
	public static final MessageType ROLE_SUBSCRIPTION_PURCHASE = new MessageType(25);

	/** Interaction premium upsell. */
	public static final MessageType INTERACTION_PREMIUM_UPSELL = new MessageType(26);

	/** Stage start. */
	public static final MessageType STAGE_START = new MessageType(27);

	/** Stage end. */
	public static final MessageType STAGE_END = new MessageType(28);

	/** Stage speaker. */
	public static final MessageType STAGE_SPEAKER = new MessageType(29);

	/** Stage raise hand. Not documented by Discord. */
	public static final MessageType STAGE_RAISE_HAND = new MessageType(30);

	/** Stage topic. */
	public static final MessageType STAGE_TOPIC = new MessageType(31);

	/** Guild application premium subscription. */
	public static final MessageType GUILD_APPLICATION_PREMIUM_SUBSCRIPTION = new MessageType(32);

	/** Guild incident alert mode enabled. */
	public static final MessageType GUILD_INCIDENT_ALERT_MODE_ENABLED = new MessageType(36);

	/** Guild incident alert mode disabled. */
	public static final MessageType GUILD_INCIDENT_ALERT_MODE_DISABLED = new MessageType(37);

	/** Guild incident report raid. */
	public static final MessageType GUILD_INCIDENT_REPORT_RAID = new MessageType(38);

	/** Guild incident report false alarm. */
	public static final MessageType GUILD_INCIDENT_REPORT_FALSE_ALARM = new MessageType(39);

	/** Purchase notification. */
	public static final MessageType PURCHASE_NOTIFICATION = new MessageType(44);

	/** Poll result. */
	public static final MessageType POLL_RESULT = new MessageType(46);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
