package io.github.discordgateway.model.guild;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.expression.SoundboardSound;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.presence.Presence;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import io.github.discordgateway.model.user.Locale;
import io.github.discordgateway.model.voice.StageInstance;
import io.github.discordgateway.model.voice.VoiceState;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A guild: a server, as people say.
 *
 * @param id guild id
 * @param name guild name
 * @param icon icon hash; {@code null} when there is none
 * @param iconHash icon hash in templates; {@code null} when absent
 * @param splash invite splash hash; {@code null} when there is none
 * @param discoverySplash discovery splash hash; {@code null} when there is none
 * @param owner REST only, whether the user owns it; otherwise {@code null}
 * @param ownerId id of the owner
 * @param permissions REST only, the user's permissions; otherwise {@code null}
 * @param region old voice region, deprecated; {@code null} when absent
 * @param afkChannelId id of the AFK voice channel; {@code null} when there is none
 * @param afkTimeout AFK seconds
 * @param widgetEnabled widget on; {@code null} when absent
 * @param widgetChannelId id of the widget invite channel; {@code null} when absent
 * @param verificationLevel needed to talk
 * @param defaultMessageNotifications default notifications
 * @param explicitContentFilter media scanning
 * @param roles all roles
 * @param emojis custom emojis
 * @param features enabled features
 * @param mfaLevel moderator 2FA
 * @param applicationId id of the app that created it; {@code null} when there is none
 * @param systemChannelId id of the system message channel; {@code null} when there is
 * none
 * @param systemChannelFlags system message settings
 * @param rulesChannelId id of the rules channel; {@code null} when there is none
 * @param maxPresences presence cap, mostly {@code null}
 * @param maxMembers member cap; {@code null} when absent
 * @param vanityUrlCode vanity invite; {@code null} when there is none
 * @param description description; {@code null} when there is none
 * @param banner banner hash; {@code null} when there is none
 * @param premiumTier boost level
 * @param premiumSubscriptionCount boost count; {@code null} when absent
 * @param preferredLocale guild language
 * @param publicUpdatesChannelId id of the community updates channel; {@code null} when
 * there is none
 * @param maxVideoChannelUsers video cap; {@code null} when absent
 * @param maxStageVideoChannelUsers stage video cap; {@code null} when absent
 * @param approximateMemberCount REST only; otherwise {@code null}
 * @param approximatePresenceCount REST only; otherwise {@code null}
 * @param welcomeScreen only in invites; otherwise {@code null}
 * @param nsfwLevel age restriction
 * @param stickers custom stickers; empty when absent
 * @param premiumProgressBarEnabled boost bar shown
 * @param safetyAlertsChannelId id of the safety alerts channel; {@code null} when there
 * is none
 * @param incidentsData active safety measures; {@code null} when there is none
 * @param hubType student hub kind; {@code null} when absent
 * @param joinedAt when the bot joined; {@code null} when absent
 * @param large counts as large; {@code null} when absent
 * @param unavailable whether there is an outage; {@code null} when absent
 * @param memberCount total members; {@code null} when absent
 * @param voiceStates current voice states, no guild_id; empty when absent
 * @param members members, see large_threshold; empty when absent
 * @param channels all channels without threads; empty when absent
 * @param threads active visible threads; empty when absent
 * @param presences presences, no guild_id; empty when absent
 * @param stageInstances live stages; empty when absent
 * @param guildScheduledEvents scheduled events; empty when absent
 * @param soundboardSounds custom sounds; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-guild-structure">Discord's
 * documentation</a>
 */
public record Guild(Snowflake id, String name, @Nullable String icon, @Nullable String iconHash,
		@Nullable String splash, @Nullable String discoverySplash, @Nullable Boolean owner, Snowflake ownerId,
		@Nullable Permissions permissions, @Nullable String region, @Nullable Snowflake afkChannelId, int afkTimeout,
		@Nullable Boolean widgetEnabled, @Nullable Snowflake widgetChannelId, VerificationLevel verificationLevel,
		DefaultMessageNotificationLevel defaultMessageNotifications, ExplicitContentFilterLevel explicitContentFilter,
		List<Role> roles, List<Emoji> emojis, List<GuildFeature> features, MfaLevel mfaLevel,
		@Nullable Snowflake applicationId, @Nullable Snowflake systemChannelId, SystemChannelFlags systemChannelFlags,
		@Nullable Snowflake rulesChannelId, @Nullable Integer maxPresences, @Nullable Integer maxMembers,
		@Nullable String vanityUrlCode, @Nullable String description, @Nullable String banner, PremiumTier premiumTier,
		@Nullable Integer premiumSubscriptionCount, Locale preferredLocale, @Nullable Snowflake publicUpdatesChannelId,
		@Nullable Integer maxVideoChannelUsers, @Nullable Integer maxStageVideoChannelUsers,
		@Nullable Integer approximateMemberCount, @Nullable Integer approximatePresenceCount,
		@Nullable WelcomeScreen welcomeScreen, GuildNsfwLevel nsfwLevel, List<Sticker> stickers,
		boolean premiumProgressBarEnabled, @Nullable Snowflake safetyAlertsChannelId,
		@Nullable IncidentsData incidentsData, @Nullable GuildHubType hubType, @Nullable Instant joinedAt,
		@Nullable Boolean large, @Nullable Boolean unavailable, @Nullable Integer memberCount,
		List<VoiceState> voiceStates, List<Member> members, List<Channel> channels, List<Channel> threads,
		List<Presence> presences, List<StageInstance> stageInstances, List<ScheduledEvent> guildScheduledEvents,
		List<SoundboardSound> soundboardSounds) implements GuildState {

	public Guild {
		roles = OrEmpty.list(roles);
		emojis = OrEmpty.list(emojis);
		features = OrEmpty.list(features);
		stickers = OrEmpty.list(stickers);
		voiceStates = OrEmpty.list(voiceStates);
		members = OrEmpty.list(members);
		channels = OrEmpty.list(channels);
		threads = OrEmpty.list(threads);
		presences = OrEmpty.list(presences);
		stageInstances = OrEmpty.list(stageInstances);
		guildScheduledEvents = OrEmpty.list(guildScheduledEvents);
		soundboardSounds = OrEmpty.list(soundboardSounds);
	}

}
