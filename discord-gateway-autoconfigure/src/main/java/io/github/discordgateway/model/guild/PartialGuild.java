package io.github.discordgateway.model.guild;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.user.Locale;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A guild of which only the id is sure.
 *
 * @param id guild id
 * @param name guild name; {@code null} when absent
 * @param icon icon hash; {@code null} when absent
 * @param iconHash icon hash in templates; {@code null} when absent
 * @param splash invite splash hash; {@code null} when absent
 * @param discoverySplash discovery splash hash; {@code null} when absent
 * @param owner REST only, whether the user owns it; otherwise {@code null}
 * @param ownerId id of the owner; {@code null} when absent
 * @param permissions REST only, the user's permissions; otherwise {@code null}
 * @param region old voice region, deprecated; {@code null} when absent
 * @param afkChannelId id of the AFK voice channel; {@code null} when absent
 * @param afkTimeout AFK seconds; {@code null} when absent
 * @param widgetEnabled widget on; {@code null} when absent
 * @param widgetChannelId id of the widget invite channel; {@code null} when absent
 * @param verificationLevel needed to talk; {@code null} when absent
 * @param defaultMessageNotifications default notifications; {@code null} when absent
 * @param explicitContentFilter media scanning; {@code null} when absent
 * @param roles all roles; empty when absent
 * @param emojis custom emojis; empty when absent
 * @param features enabled features; empty when absent
 * @param mfaLevel moderator 2FA; {@code null} when absent
 * @param applicationId id of the app that created it; {@code null} when absent
 * @param systemChannelId id of the system message channel; {@code null} when absent
 * @param systemChannelFlags system message settings; {@code null} when absent
 * @param rulesChannelId id of the rules channel; {@code null} when absent
 * @param maxPresences presence cap, mostly {@code null}
 * @param maxMembers member cap; {@code null} when absent
 * @param vanityUrlCode vanity invite; {@code null} when absent
 * @param description description; {@code null} when absent
 * @param banner banner hash; {@code null} when absent
 * @param premiumTier boost level; {@code null} when absent
 * @param premiumSubscriptionCount boost count; {@code null} when absent
 * @param preferredLocale guild language; {@code null} when absent
 * @param publicUpdatesChannelId id of the community updates channel; {@code null} when
 * absent
 * @param maxVideoChannelUsers video cap; {@code null} when absent
 * @param maxStageVideoChannelUsers stage video cap; {@code null} when absent
 * @param approximateMemberCount REST only; otherwise {@code null}
 * @param approximatePresenceCount REST only; otherwise {@code null}
 * @param welcomeScreen only in invites; otherwise {@code null}
 * @param nsfwLevel age restriction; {@code null} when absent
 * @param stickers custom stickers; empty when absent
 * @param premiumProgressBarEnabled boost bar shown; {@code null} when absent
 * @param safetyAlertsChannelId id of the safety alerts channel; {@code null} when absent
 * @param incidentsData active safety measures; {@code null} when absent
 * @param hubType student hub kind; {@code null} when absent
 */
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
		@Nullable PremiumTier premiumTier, @Nullable Integer premiumSubscriptionCount, @Nullable Locale preferredLocale,
		@Nullable Snowflake publicUpdatesChannelId, @Nullable Integer maxVideoChannelUsers,
		@Nullable Integer maxStageVideoChannelUsers, @Nullable Integer approximateMemberCount,
		@Nullable Integer approximatePresenceCount, @Nullable WelcomeScreen welcomeScreen,
		@Nullable GuildNsfwLevel nsfwLevel, List<Sticker> stickers, @Nullable Boolean premiumProgressBarEnabled,
		@Nullable Snowflake safetyAlertsChannelId, @Nullable IncidentsData incidentsData,
		@Nullable GuildHubType hubType) {

	public PartialGuild {
		roles = OrEmpty.list(roles);
		emojis = OrEmpty.list(emojis);
		features = OrEmpty.list(features);
		stickers = OrEmpty.list(stickers);
	}

}
