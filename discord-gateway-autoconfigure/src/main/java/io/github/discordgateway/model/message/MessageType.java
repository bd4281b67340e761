package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * The kind of a message: written by somebody, or of the system.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-types">Discord's
 * documentation</a>
 */
public record MessageType(int value) implements IntValue {

	/** Written by a user, bot or webhook. */
	public static final MessageType DEFAULT = new MessageType(0);

	/** A user was added to a group channel or a thread. */
	public static final MessageType RECIPIENT_ADD = new MessageType(1);

	/** A user was removed from a group channel or a thread. */
	public static final MessageType RECIPIENT_REMOVE = new MessageType(2);

	/** A call was started. */
	public static final MessageType CALL = new MessageType(3);

	/** The name of a group channel or a thread was changed. */
	public static final MessageType CHANNEL_NAME_CHANGE = new MessageType(4);

	/** The icon of a group channel was changed. */
	public static final MessageType CHANNEL_ICON_CHANGE = new MessageType(5);

	/** A message was pinned. */
	public static final MessageType CHANNEL_PINNED_MESSAGE = new MessageType(6);

	/** A member has joined the guild. */
	public static final MessageType USER_JOIN = new MessageType(7);

	/** A member has boosted the guild. */
	public static final MessageType GUILD_BOOST = new MessageType(8);

	/** A boost has brought the guild to level 1. */
	public static final MessageType GUILD_BOOST_TIER_1 = new MessageType(9);

	/** A boost has brought the guild to level 2. */
	public static final MessageType GUILD_BOOST_TIER_2 = new MessageType(10);

	/** A boost has brought the guild to level 3. */
	public static final MessageType GUILD_BOOST_TIER_3 = new MessageType(11);

	/** The channel now follows an announcement channel. */
	public static final MessageType CHANNEL_FOLLOW_ADD = new MessageType(12);

	/** The guild was removed from the directory of guilds. */
	public static final MessageType GUILD_DISCOVERY_DISQUALIFIED = new MessageType(14);

	/** The guild may be listed in the directory of guilds again. */
	public static final MessageType GUILD_DISCOVERY_REQUALIFIED = new MessageType(15);

	/** The guild has failed what the directory of guilds requires, for a week. */
	public static final MessageType GUILD_DISCOVERY_GRACE_PERIOD_INITIAL_WARNING = new MessageType(16);

	/** The guild has failed what the directory of guilds requires, for three weeks. */
	public static final MessageType GUILD_DISCOVERY_GRACE_PERIOD_FINAL_WARNING = new MessageType(17);

	/** A thread was started in the channel. */
	public static final MessageType THREAD_CREATED = new MessageType(18);

	/** Replies to another message. */
	public static final MessageType REPLY = new MessageType(19);

	/** Answers a command that was typed into the chat. */
	public static final MessageType CHAT_INPUT_COMMAND = new MessageType(20);

	/**
	 * The first message of a thread; it refers to the message that the thread was started
	 * from.
	 */
	public static final MessageType THREAD_STARTER_MESSAGE = new MessageType(21);

	/** Reminds the owner to invite others. */
	public static final MessageType GUILD_INVITE_REMINDER = new MessageType(22);

	/** Answers a command from the menu of a user or message. */
	public static final MessageType CONTEXT_MENU_COMMAND = new MessageType(23);

	/** Auto moderation alerts the moderators. */
	public static final MessageType AUTO_MODERATION_ACTION = new MessageType(24);

	/** A subscription to a role was bought or renewed. */
	public static final MessageType ROLE_SUBSCRIPTION_PURCHASE = new MessageType(25);

	/** An application asks the user for a subscription. */
	public static final MessageType INTERACTION_PREMIUM_UPSELL = new MessageType(26);

	/** A stage was opened. */
	public static final MessageType STAGE_START = new MessageType(27);

	/** A stage was closed. */
	public static final MessageType STAGE_END = new MessageType(28);

	/** A user has become a speaker on the stage. */
	public static final MessageType STAGE_SPEAKER = new MessageType(29);

	/** A user asks to speak on the stage. Not documented by Discord. */
	public static final MessageType STAGE_RAISE_HAND = new MessageType(30);

	/** The topic of the stage was changed. */
	public static final MessageType STAGE_TOPIC = new MessageType(31);

	/** A member has subscribed to an application for the guild. */
	public static final MessageType GUILD_APPLICATION_PREMIUM_SUBSCRIPTION = new MessageType(32);

	/** Safety measures were taken, such as a pause of invites. */
	public static final MessageType GUILD_INCIDENT_ALERT_MODE_ENABLED = new MessageType(36);

	/** Safety measures were lifted. */
	public static final MessageType GUILD_INCIDENT_ALERT_MODE_DISABLED = new MessageType(37);

	/** A raid was reported. */
	public static final MessageType GUILD_INCIDENT_REPORT_RAID = new MessageType(38);

	/** A report of a raid turned out to be wrong. */
	public static final MessageType GUILD_INCIDENT_REPORT_FALSE_ALARM = new MessageType(39);

	/** A member has bought something in the guild. */
	public static final MessageType PURCHASE_NOTIFICATION = new MessageType(44);

	/** A poll has ended; an embed holds the result. */
	public static final MessageType POLL_RESULT = new MessageType(46);

	/** Streams in a better quality were unlocked. */
	public static final MessageType HD_STREAMING_UPGRADED = new MessageType(55);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
