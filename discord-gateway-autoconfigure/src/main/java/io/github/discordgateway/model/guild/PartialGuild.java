package io.github.discordgateway.model.guild;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.user.DiscordLocale;
import org.jspecify.annotations.Nullable;

/**
 * A guild of which only the id is sure.
 *
 * @param id id of the guild
 * @param name the guild's name; {@code null} when absent
 * @param icon hash of the icon; {@code null} when absent
 * @param iconHash hash of the icon, only in templates; otherwise {@code null}
 * @param splash hash of the picture behind invites; {@code null} when absent
 * @param discoverySplash hash of the picture in the discovery of guilds; {@code null}
 * when absent
 * @param owner whether the user owns it, only over REST; otherwise {@code null}
 * @param ownerId id of the owner; {@code null} when absent
 * @param permissions what the user may do there, only over REST; otherwise {@code null}
 * @param region voice region, deprecated; {@code null} when absent
 * @param afkChannelId id of the voice channel that silent users are moved to;
 * {@code null} when absent
 * @param afkTimeout seconds after which silent users are moved to the AFK channel;
 * {@code null} when absent
 * @param widgetEnabled whether the widget is shown; {@code null} when absent
 * @param widgetChannelId id of the channel that the widget invites to; {@code null} when
 * absent
 * @param verificationLevel what users must have verified to write; {@code null} when
 * absent
 * @param defaultMessageNotifications of which messages members are notified unless they
 * choose otherwise; {@code null} when absent
 * @param explicitContentFilter whose pictures and videos are scanned; {@code null} when
 * absent
 * @param roles the roles of the guild; empty when absent
 * @param emojis the custom emojis; empty when absent
 * @param features the features that are enabled; empty when absent
 * @param mfaLevel whether moderators need a second factor; {@code null} when absent
 * @param applicationId id of the application that made the guild; {@code null} when
 * absent
 * @param systemChannelId id of the channel for messages of the system, such as greetings;
 * {@code null} when absent
 * @param systemChannelFlags which system messages are not sent; {@code null} when absent
 * @param rulesChannelId id of the channel with the rules, only in communities;
 * {@code null} when absent
 * @param maxPresences how many presences are told, {@code null} for all but the largest
 * guilds
 * @param maxMembers how many members the guild may have; {@code null} when absent
 * @param vanityUrlCode the code of the guild's own invite; {@code null} when absent
 * @param description what the guild says of itself; {@code null} when absent
 * @param banner hash of the banner; {@code null} when absent
 * @param premiumTier the level that boosts have brought; {@code null} when absent
 * @param premiumSubscriptionCount how many boosts there are; {@code null} when absent
 * @param preferredLocale the guild's language; {@code null} when absent
 * @param publicUpdatesChannelId id of the channel where moderators get notices of
 * Discord, only in communities; {@code null} when absent
 * @param maxVideoChannelUsers how many users a voice channel with cameras takes;
 * {@code null} when absent
 * @param maxStageVideoChannelUsers how many users a stage channel with cameras takes;
 * {@code null} when absent
 * @param approximateMemberCount about how many members there are, only over REST;
 * otherwise {@code null}
 * @param approximatePresenceCount about how many members are online, only over REST;
 * otherwise {@code null}
 * @param welcomeScreen the welcome screen, only in invites; otherwise {@code null}
 * @param nsfwLevel for which age the guild is; {@code null} when absent
 * @param stickers the custom stickers; empty when absent
 * @param premiumProgressBarEnabled whether the progress of boosts is shown; {@code null}
 * when absent
 * @param safetyAlertsChannelId id of the channel where moderators get alerts of Discord,
 * only in communities; {@code null} when absent
 * @param incidentsData what is paused for the sake of safety; {@code null} when absent
 * @param hubType the kind of student hub that the guild is; {@code null} when absent
 * @param homeHeader hash of the picture at the head of the server guide; {@code null}
 * when absent
 * @param premiumProgressBarEnabledUserUpdatedAt when a user last showed or hid the
 * progress of boosts; {@code null} when absent
 * @param nsfw whether the guild is restricted to adults, which {@code nsfwLevel} tells
 * more of; {@code null} when absent
 */
@DiscordJson
public record PartialGuild(Snowflake id, @Nullable String name, @Nullable String icon, @Nullable String iconHash,
		@Nullable String splash, @Nullable String discoverySplash, @Nullable Boolean owner, @Nullable Snowflake ownerId,
		@Nullable Permissions permissions, @Nullable String region, @Nullable Snowflake afkChannelId,
		@Nullable Integer afkTimeout, @Nullable Boolean widgetEnabled, @Nullable Snowflake widgetChannelId,
		@Nullable VerificationLevel verificationLevel,
		@Nullable DefaultMessageNotificationLevel defaultMessageNotifications,
		@Nullable ExplicitContentFilterLevel explicitContentFilter, List<Role> roles, List<Emoji> emojis,
		List<GuildFeature> features, @Nullable MfaLevel mfaLevel, @Nullable Snowflake applicationId,
		@Nullable Snowflake systemChannelId, @Nullable SystemChannelFlags systemChannelFlags,
		@Nullable Snowflake rulesChannelId, @Nullable Integer maxPresences, @Nullable Integer maxMembers,
		@Nullable String vanityUrlCode, @Nullable String description, @Nullable String banner,
		@Nullable PremiumTier premiumTier, @Nullable Integer premiumSubscriptionCount,
		@Nullable DiscordLocale preferredLocale, @Nullable Snowflake publicUpdatesChannelId,
		@Nullable Integer maxVideoChannelUsers, @Nullable Integer maxStageVideoChannelUsers,
		@Nullable Integer approximateMemberCount, @Nullable Integer approximatePresenceCount,
		@Nullable WelcomeScreen welcomeScreen, @Nullable GuildNsfwLevel nsfwLevel, List<Sticker> stickers,
		@Nullable Boolean premiumProgressBarEnabled, @Nullable Snowflake safetyAlertsChannelId,
		@Nullable IncidentsData incidentsData, @Nullable GuildHubType hubType, @Nullable String homeHeader,
		@Nullable Instant premiumProgressBarEnabledUserUpdatedAt, @Nullable Boolean nsfw) {

	public PartialGuild {
		roles = RecordValues.listOrEmpty(roles);
		emojis = RecordValues.listOrEmpty(emojis);
		features = RecordValues.listOrEmpty(features);
		stickers = RecordValues.listOrEmpty(stickers);
	}

}
