package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.TextValue;

/**
 * Guild feature.
 *
 * @param value the text on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-guild-features">Discord's
 * documentation</a>
 */
public record GuildFeature(String value) implements TextValue {

	/** Animated banner. */
	public static final GuildFeature ANIMATED_BANNER = new GuildFeature("ANIMATED_BANNER");

	/** Animated icon. */
	public static final GuildFeature ANIMATED_ICON = new GuildFeature("ANIMATED_ICON");

	/** Application command permissions v2. */
	public static final GuildFeature APPLICATION_COMMAND_PERMISSIONS_V2 = new GuildFeature(
			"APPLICATION_COMMAND_PERMISSIONS_V2");

	/** Auto moderation. */
	public static final GuildFeature AUTO_MODERATION = new GuildFeature("AUTO_MODERATION");

	/** Banner. */
	public static final GuildFeature BANNER = new GuildFeature("BANNER");

	/** Community. */
	public static final GuildFeature COMMUNITY = new GuildFeature("COMMUNITY");

	/** Creator monetizable provisional. */
	public static final GuildFeature CREATOR_MONETIZABLE_PROVISIONAL = new GuildFeature(
			"CREATOR_MONETIZABLE_PROVISIONAL");

	/** Creator store page. */
	public static final GuildFeature CREATOR_STORE_PAGE = new GuildFeature("CREATOR_STORE_PAGE");

	/** Developer support server. */
	public static final GuildFeature DEVELOPER_SUPPORT_SERVER = new GuildFeature("DEVELOPER_SUPPORT_SERVER");

	/** Discoverable. */
	public static final GuildFeature DISCOVERABLE = new GuildFeature("DISCOVERABLE");

	/** Featurable. */
	public static final GuildFeature FEATURABLE = new GuildFeature("FEATURABLE");

	/** Invites disabled. */
	public static final GuildFeature INVITES_DISABLED = new GuildFeature("INVITES_DISABLED");

	/** Invite splash. */
	public static final GuildFeature INVITE_SPLASH = new GuildFeature("INVITE_SPLASH");

	/** Member verification gate enabled. */
	public static final GuildFeature MEMBER_VERIFICATION_GATE_ENABLED = new GuildFeature(
			"MEMBER_VERIFICATION_GATE_ENABLED");

	/** More soundboard. */
	public static final GuildFeature MORE_SOUNDBOARD = new GuildFeature("MORE_SOUNDBOARD");

	/** More stickers. */
	public static final GuildFeature MORE_STICKERS = new GuildFeature("MORE_STICKERS");

	/** News. */
	public static final GuildFeature NEWS = new GuildFeature("NEWS");

	/** Partnered. */
	public static final GuildFeature PARTNERED = new GuildFeature("PARTNERED");

	/** Preview enabled. */
	public static final GuildFeature PREVIEW_ENABLED = new GuildFeature("PREVIEW_ENABLED");

	/** Raid alerts disabled. */
	public static final GuildFeature RAID_ALERTS_DISABLED = new GuildFeature("RAID_ALERTS_DISABLED");

	/** Role icons. */
	public static final GuildFeature ROLE_ICONS = new GuildFeature("ROLE_ICONS");

	/** Role subscriptions available for purchase. */
	public static final GuildFeature ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE = new GuildFeature(
			"ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE");

	/** Role subscriptions enabled. */
	public static final GuildFeature ROLE_SUBSCRIPTIONS_ENABLED = new GuildFeature("ROLE_SUBSCRIPTIONS_ENABLED");

	/** Soundboard. */
	public static final GuildFeature SOUNDBOARD = new GuildFeature("SOUNDBOARD");

	/** Ticketed events enabled. */
	public static final GuildFeature TICKETED_EVENTS_ENABLED = new GuildFeature("TICKETED_EVENTS_ENABLED");

	/** Vanity URL. */
	public static final GuildFeature VANITY_URL = new GuildFeature("VANITY_URL");

	/** Verified. */
	public static final GuildFeature VERIFIED = new GuildFeature("VERIFIED");

	/** VIP regions. */
	public static final GuildFeature VIP_REGIONS = new GuildFeature("VIP_REGIONS");

	/** Welcome screen enabled. */
	public static final GuildFeature WELCOME_SCREEN_ENABLED = new GuildFeature("WELCOME_SCREEN_ENABLED");

	/** Guests enabled. */
	public static final GuildFeature GUESTS_ENABLED = new GuildFeature("GUESTS_ENABLED");

	/** Guild tags. */
	public static final GuildFeature GUILD_TAGS = new GuildFeature("GUILD_TAGS");

	/** Enhanced role colors. */
	public static final GuildFeature ENHANCED_ROLE_COLORS = new GuildFeature("ENHANCED_ROLE_COLORS");

	/** Has directory entry. Not documented by Discord. */
	public static final GuildFeature HAS_DIRECTORY_ENTRY = new GuildFeature("HAS_DIRECTORY_ENTRY");

	/** Hub. Not documented by Discord. */
	public static final GuildFeature HUB = new GuildFeature("HUB");

	/** Linked to hub. Not documented by Discord. */
	public static final GuildFeature LINKED_TO_HUB = new GuildFeature("LINKED_TO_HUB");

	/** Monetization enabled. Not documented by Discord. */
	public static final GuildFeature MONETIZATION_ENABLED = new GuildFeature("MONETIZATION_ENABLED");

	/** Private threads. Not documented by Discord. */
	public static final GuildFeature PRIVATE_THREADS = new GuildFeature("PRIVATE_THREADS");

	/** Relay enabled. Not documented by Discord. */
	public static final GuildFeature RELAY_ENABLED = new GuildFeature("RELAY_ENABLED");

	/** Pin permission migration complete. Not documented by Discord. */
	public static final GuildFeature PIN_PERMISSION_MIGRATION_COMPLETE = new GuildFeature(
			"PIN_PERMISSION_MIGRATION_COMPLETE");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
