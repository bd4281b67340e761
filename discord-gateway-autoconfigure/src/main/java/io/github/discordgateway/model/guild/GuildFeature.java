package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.TextValue;

/**
 * What a guild has switched on, has been granted by Discord or has got by boosts.
 *
 * @param value the text on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-guild-features">Discord's
 * documentation</a>
 */
public record GuildFeature(String value) implements TextValue {

	/** May have an animated banner. */
	public static final GuildFeature ANIMATED_BANNER = new GuildFeature("ANIMATED_BANNER");

	/** May have an animated icon. */
	public static final GuildFeature ANIMATED_ICON = new GuildFeature("ANIMATED_ICON");

	/** Uses the older rules for who may use commands. */
	public static final GuildFeature APPLICATION_COMMAND_PERMISSIONS_V2 = new GuildFeature(
			"APPLICATION_COMMAND_PERMISSIONS_V2");

	/** Has set up rules of auto moderation. */
	public static final GuildFeature AUTO_MODERATION = new GuildFeature("AUTO_MODERATION");

	/** May have a banner. */
	public static final GuildFeature BANNER = new GuildFeature("BANNER");

	/**
	 * Is a community: with welcome screen, membership screening, stages and discovery.
	 */
	public static final GuildFeature COMMUNITY = new GuildFeature("COMMUNITY");

	/** Has enabled monetization. */
	public static final GuildFeature CREATOR_MONETIZABLE_PROVISIONAL = new GuildFeature(
			"CREATOR_MONETIZABLE_PROVISIONAL");

	/** Has enabled the page that offers subscriptions to roles. */
	public static final GuildFeature CREATOR_STORE_PAGE = new GuildFeature("CREATOR_STORE_PAGE");

	/** Is the support guild of an application in the app directory. */
	public static final GuildFeature DEVELOPER_SUPPORT_SERVER = new GuildFeature("DEVELOPER_SUPPORT_SERVER");

	/** Is listed in the directory of guilds. */
	public static final GuildFeature DISCOVERABLE = new GuildFeature("DISCOVERABLE");

	/** May be featured in the directory of guilds. */
	public static final GuildFeature FEATURABLE = new GuildFeature("FEATURABLE");

	/** Has paused invites: nobody can join. */
	public static final GuildFeature INVITES_DISABLED = new GuildFeature("INVITES_DISABLED");

	/** May have a picture behind its invites. */
	public static final GuildFeature INVITE_SPLASH = new GuildFeature("INVITE_SPLASH");

	/** New members have to pass a membership screening. */
	public static final GuildFeature MEMBER_VERIFICATION_GATE_ENABLED = new GuildFeature(
			"MEMBER_VERIFICATION_GATE_ENABLED");

	/** Has more places for sounds of its own. */
	public static final GuildFeature MORE_SOUNDBOARD = new GuildFeature("MORE_SOUNDBOARD");

	/** Has more places for stickers of its own. */
	public static final GuildFeature MORE_STICKERS = new GuildFeature("MORE_STICKERS");

	/** May have announcement channels. */
	public static final GuildFeature NEWS = new GuildFeature("NEWS");

	/** Is a partner of Discord. */
	public static final GuildFeature PARTNERED = new GuildFeature("PARTNERED");

	/** Can be looked at before joining. */
	public static final GuildFeature PREVIEW_ENABLED = new GuildFeature("PREVIEW_ENABLED");

	/** Has switched off alerts of raids. */
	public static final GuildFeature RAID_ALERTS_DISABLED = new GuildFeature("RAID_ALERTS_DISABLED");

	/** May give icons to roles. */
	public static final GuildFeature ROLE_ICONS = new GuildFeature("ROLE_ICONS");

	/** Has subscriptions to roles that can be bought. */
	public static final GuildFeature ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE = new GuildFeature(
			"ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE");

	/** Has enabled subscriptions to roles. */
	public static final GuildFeature ROLE_SUBSCRIPTIONS_ENABLED = new GuildFeature("ROLE_SUBSCRIPTIONS_ENABLED");

	/** Has sounds of its own. */
	public static final GuildFeature SOUNDBOARD = new GuildFeature("SOUNDBOARD");

	/** Has enabled events with tickets. */
	public static final GuildFeature TICKETED_EVENTS_ENABLED = new GuildFeature("TICKETED_EVENTS_ENABLED");

	/** May choose the code of its own invite. */
	public static final GuildFeature VANITY_URL = new GuildFeature("VANITY_URL");

	/** Is verified by Discord. */
	public static final GuildFeature VERIFIED = new GuildFeature("VERIFIED");

	/** May have voice at 384 kbit/s, once by voice regions of its own. */
	public static final GuildFeature VIP_REGIONS = new GuildFeature("VIP_REGIONS");

	/** Has enabled the welcome screen. */
	public static final GuildFeature WELCOME_SCREEN_ENABLED = new GuildFeature("WELCOME_SCREEN_ENABLED");

	/** May invite guests to voice channels. */
	public static final GuildFeature GUESTS_ENABLED = new GuildFeature("GUESTS_ENABLED");

	/** May have a tag that members show beside their names. */
	public static final GuildFeature GUILD_TAGS = new GuildFeature("GUILD_TAGS");

	/** May give gradients to roles. */
	public static final GuildFeature ENHANCED_ROLE_COLORS = new GuildFeature("ENHANCED_ROLE_COLORS");

	/** Is listed in a student hub. Not documented by Discord. */
	public static final GuildFeature HAS_DIRECTORY_ENTRY = new GuildFeature("HAS_DIRECTORY_ENTRY");

	/** Is a student hub. Not documented by Discord. */
	public static final GuildFeature HUB = new GuildFeature("HUB");

	/** Is linked to a student hub. Not documented by Discord. */
	public static final GuildFeature LINKED_TO_HUB = new GuildFeature("LINKED_TO_HUB");

	/** Has enabled monetization, in an older form. Not documented by Discord. */
	public static final GuildFeature MONETIZATION_ENABLED = new GuildFeature("MONETIZATION_ENABLED");

	/**
	 * May have private threads, which all guilds may today. Not documented by Discord.
	 */
	public static final GuildFeature PRIVATE_THREADS = new GuildFeature("PRIVATE_THREADS");

	/** Is served by more than one process of Discord's. Not documented by Discord. */
	public static final GuildFeature RELAY_ENABLED = new GuildFeature("RELAY_ENABLED");

	/** Has moved its pin rights to PIN_MESSAGES. Not documented by Discord. */
	public static final GuildFeature PIN_PERMISSION_MIGRATION_COMPLETE = new GuildFeature(
			"PIN_PERMISSION_MIGRATION_COMPLETE");

	/** Only administrators and the owner may prune members. */
	public static final GuildFeature PRUNE_REQUIRES_ADMIN = new GuildFeature("PRUNE_REQUIRES_ADMIN");

	/** The official guild of a game. */
	public static final GuildFeature OFFICIAL_GAME_GUILD = new GuildFeature("OFFICIAL_GAME_GUILD");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
