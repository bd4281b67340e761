package io.github.discordgateway.model.guild;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.expression.SoundboardSound;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.presence.Presence;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import io.github.discordgateway.model.user.DiscordLocale;
import io.github.discordgateway.model.voice.StageInstance;
import io.github.discordgateway.model.voice.VoiceState;
import org.jspecify.annotations.Nullable;

/**
 * A guild: a server, as people say.
 *
 * @param id id of the guild
 * @param name the guild's name
 * @param icon hash of the icon; {@code null} when there is none
 * @param iconHash hash of the icon, only in templates; otherwise {@code null}
 * @param splash hash of the picture behind invites; {@code null} when there is none
 * @param discoverySplash hash of the picture in the discovery of guilds; {@code null}
 * when there is none
 * @param owner whether the user owns it, only over REST; otherwise {@code null}
 * @param ownerId id of the owner
 * @param permissions what the user may do there, only over REST; otherwise {@code null}
 * @param region voice region, deprecated; {@code null} when absent
 * @param afkChannelId id of the voice channel that silent users are moved to;
 * {@code null} when there is none
 * @param afkTimeout seconds after which silent users are moved to the AFK channel
 * @param widgetEnabled whether the widget is shown; {@code false} when absent
 * @param widgetChannelId id of the channel that the widget invites to; {@code null} when
 * absent
 * @param verificationLevel what users must have verified to write
 * @param defaultMessageNotifications of which messages members are notified unless they
 * choose otherwise
 * @param explicitContentFilter whose pictures and videos are scanned
 * @param roles the roles of the guild
 * @param emojis the custom emojis
 * @param features the features that are enabled
 * @param mfaLevel whether moderators need a second factor
 * @param applicationId id of the application that made the guild; {@code null} when there
 * is none
 * @param systemChannelId id of the channel for messages of the system, such as greetings;
 * {@code null} when there is none
 * @param systemChannelFlags which system messages are not sent
 * @param rulesChannelId id of the channel with the rules, only in communities;
 * {@code null} when there is none
 * @param maxPresences how many presences are told, {@code null} for all but the largest
 * guilds
 * @param maxMembers how many members the guild may have; {@code null} when absent
 * @param vanityUrlCode the code of the guild's own invite; {@code null} when there is
 * none
 * @param description what the guild says of itself; {@code null} when there is none
 * @param banner hash of the banner; {@code null} when there is none
 * @param premiumTier the level that boosts have brought
 * @param premiumSubscriptionCount how many boosts there are; {@code null} when absent
 * @param preferredLocale the guild's language
 * @param publicUpdatesChannelId id of the channel where moderators get notices of
 * Discord, only in communities; {@code null} when there is none
 * @param maxVideoChannelUsers how many users a voice channel with cameras takes;
 * {@code null} when absent
 * @param maxStageVideoChannelUsers how many users a stage channel with cameras takes;
 * {@code null} when absent
 * @param approximateMemberCount about how many members there are, only over REST;
 * otherwise {@code null}
 * @param approximatePresenceCount about how many members are online, only over REST;
 * otherwise {@code null}
 * @param welcomeScreen the welcome screen, only in invites; otherwise {@code null}
 * @param nsfwLevel for which age the guild is
 * @param stickers the custom stickers; empty when absent
 * @param premiumProgressBarEnabled whether the progress of boosts is shown
 * @param safetyAlertsChannelId id of the channel where moderators get alerts of Discord,
 * only in communities; {@code null} when there is none
 * @param incidentsData what is paused for the sake of safety; {@code null} when there is
 * none
 * @param hubType the kind of student hub that the guild is; {@code null} when absent
 * @param joinedAt when the bot joined; {@code null} when absent
 * @param large whether the guild has more members than {@code large_threshold}, so that
 * not all are told; {@code null} when absent
 * @param unavailable whether there is an outage; {@code false} when absent
 * @param memberCount how many members the guild has; {@code null} when absent
 * @param voiceStates who is in voice channels, without the id of the guild; empty when
 * absent
 * @param members the members, in a large guild only some; empty when absent
 * @param channels all channels that are no threads; empty when absent
 * @param threads the active threads that the bot may see; empty when absent
 * @param presences the presences of members, without the id of the guild; empty when
 * absent
 * @param stageInstances the stages that are open; empty when absent
 * @param guildScheduledEvents the scheduled events; empty when absent
 * @param soundboardSounds the sounds of the guild's soundboard; empty when absent
 * @param homeHeader hash of the picture at the head of the server guide; {@code null}
 * when absent
 * @param premiumProgressBarEnabledUserUpdatedAt when a user last showed or hid the
 * progress of boosts; {@code null} when absent
 * @param nsfw whether the guild is restricted to adults, which {@code nsfwLevel} tells
 * more of; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-guild-structure">Discord's
 * documentation</a>
 */
public record Guild(Snowflake id, String name, @Nullable String icon, @Nullable String iconHash,
		@Nullable String splash, @Nullable String discoverySplash, @Nullable Boolean owner, Snowflake ownerId,
		@Nullable Permissions permissions, @Nullable String region, @Nullable Snowflake afkChannelId, int afkTimeout,
		boolean widgetEnabled, @Nullable Snowflake widgetChannelId, VerificationLevel verificationLevel,
		DefaultMessageNotificationLevel defaultMessageNotifications, ExplicitContentFilterLevel explicitContentFilter,
		List<Role> roles, List<Emoji> emojis, List<GuildFeature> features, MfaLevel mfaLevel,
		@Nullable Snowflake applicationId, @Nullable Snowflake systemChannelId, SystemChannelFlags systemChannelFlags,
		@Nullable Snowflake rulesChannelId, @Nullable Integer maxPresences, @Nullable Integer maxMembers,
		@Nullable String vanityUrlCode, @Nullable String description, @Nullable String banner, PremiumTier premiumTier,
		@Nullable Integer premiumSubscriptionCount, DiscordLocale preferredLocale,
		@Nullable Snowflake publicUpdatesChannelId, @Nullable Integer maxVideoChannelUsers,
		@Nullable Integer maxStageVideoChannelUsers, @Nullable Integer approximateMemberCount,
		@Nullable Integer approximatePresenceCount, @Nullable WelcomeScreen welcomeScreen, GuildNsfwLevel nsfwLevel,
		List<Sticker> stickers, boolean premiumProgressBarEnabled, @Nullable Snowflake safetyAlertsChannelId,
		@Nullable IncidentsData incidentsData, @Nullable GuildHubType hubType, @Nullable Instant joinedAt,
		@Nullable Boolean large, boolean unavailable, @Nullable Integer memberCount, List<VoiceState> voiceStates,
		List<Member> members, List<Channel> channels, List<Channel> threads, List<Presence> presences,
		List<StageInstance> stageInstances, List<ScheduledEvent> guildScheduledEvents,
		List<SoundboardSound> soundboardSounds, @Nullable String homeHeader,
		@Nullable Instant premiumProgressBarEnabledUserUpdatedAt, boolean nsfw) implements GuildState {

	public Guild {
		roles = RecordValues.listOrEmpty(roles);
		emojis = RecordValues.listOrEmpty(emojis);
		features = RecordValues.listOrEmpty(features);
		stickers = RecordValues.listOrEmpty(stickers);
		voiceStates = RecordValues.listOrEmpty(voiceStates);
		members = RecordValues.listOrEmpty(members);
		channels = RecordValues.listOrEmpty(channels);
		threads = RecordValues.listOrEmpty(threads);
		presences = RecordValues.listOrEmpty(presences);
		stageInstances = RecordValues.listOrEmpty(stageInstances);
		guildScheduledEvents = RecordValues.listOrEmpty(guildScheduledEvents);
		soundboardSounds = RecordValues.listOrEmpty(soundboardSounds);
	}

	/**
	 * Starts to build a guild, in a test above all.
	 * @param id id of the guild
	 * @param name the guild's name
	 * @param ownerId id of the owner
	 * @return a builder, which has defaults for all else
	 */
	public static GuildBuilder builder(Snowflake id, String name, Snowflake ownerId) {
		return new GuildBuilder(id, name, ownerId);
	}

	/**
	 * Starts to build a guild that differs from this one.
	 * @return a builder with the values of this guild
	 */
	public GuildBuilder mutate() {
		return new GuildBuilder(this);
	}

}
