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
 * Builds {@link Guild guilds}, in tests above all. What is not set is absent, empty,
 * false or as in a new guild.
 */
public final class GuildBuilder {

	private Snowflake id;

	private String name;

	private @Nullable String icon;

	private @Nullable String iconHash;

	private @Nullable String splash;

	private @Nullable String discoverySplash;

	private @Nullable Boolean owner;

	private Snowflake ownerId;

	private @Nullable Permissions permissions;

	private @Nullable String region;

	private @Nullable Snowflake afkChannelId;

	private int afkTimeout = 300;

	private boolean widgetEnabled;

	private @Nullable Snowflake widgetChannelId;

	private VerificationLevel verificationLevel = VerificationLevel.NONE;

	private DefaultMessageNotificationLevel defaultMessageNotifications = DefaultMessageNotificationLevel.ALL_MESSAGES;

	private ExplicitContentFilterLevel explicitContentFilter = ExplicitContentFilterLevel.DISABLED;

	private List<Role> roles = List.of();

	private List<Emoji> emojis = List.of();

	private List<GuildFeature> features = List.of();

	private MfaLevel mfaLevel = MfaLevel.NONE;

	private @Nullable Snowflake applicationId;

	private @Nullable Snowflake systemChannelId;

	private SystemChannelFlags systemChannelFlags = new SystemChannelFlags(0);

	private @Nullable Snowflake rulesChannelId;

	private @Nullable Integer maxPresences;

	private @Nullable Integer maxMembers;

	private @Nullable String vanityUrlCode;

	private @Nullable String description;

	private @Nullable String banner;

	private PremiumTier premiumTier = PremiumTier.NONE;

	private @Nullable Integer premiumSubscriptionCount;

	private DiscordLocale preferredLocale = DiscordLocale.EN_US;

	private @Nullable Snowflake publicUpdatesChannelId;

	private @Nullable Integer maxVideoChannelUsers;

	private @Nullable Integer maxStageVideoChannelUsers;

	private @Nullable Integer approximateMemberCount;

	private @Nullable Integer approximatePresenceCount;

	private @Nullable WelcomeScreen welcomeScreen;

	private GuildNsfwLevel nsfwLevel = GuildNsfwLevel.DEFAULT;

	private List<Sticker> stickers = List.of();

	private boolean premiumProgressBarEnabled;

	private @Nullable Snowflake safetyAlertsChannelId;

	private @Nullable IncidentsData incidentsData;

	private @Nullable GuildHubType hubType;

	private @Nullable Instant joinedAt;

	private @Nullable Boolean large;

	private boolean unavailable;

	private @Nullable Integer memberCount;

	private List<VoiceState> voiceStates = List.of();

	private List<Member> members = List.of();

	private List<Channel> channels = List.of();

	private List<Channel> threads = List.of();

	private List<Presence> presences = List.of();

	private List<StageInstance> stageInstances = List.of();

	private List<ScheduledEvent> guildScheduledEvents = List.of();

	private List<SoundboardSound> soundboardSounds = List.of();

	private @Nullable String homeHeader;

	private @Nullable Instant premiumProgressBarEnabledUserUpdatedAt;

	private boolean nsfw;

	GuildBuilder(Snowflake id, String name, Snowflake ownerId) {
		this.id = RecordValues.required("id", id);
		this.name = RecordValues.required("name", name);
		this.ownerId = RecordValues.required("ownerId", ownerId);
	}

	GuildBuilder(Guild guild) {
		this.id = guild.id();
		this.name = guild.name();
		this.icon = guild.icon();
		this.iconHash = guild.iconHash();
		this.splash = guild.splash();
		this.discoverySplash = guild.discoverySplash();
		this.owner = guild.owner();
		this.ownerId = guild.ownerId();
		this.permissions = guild.permissions();
		this.region = guild.region();
		this.afkChannelId = guild.afkChannelId();
		this.afkTimeout = guild.afkTimeout();
		this.widgetEnabled = guild.widgetEnabled();
		this.widgetChannelId = guild.widgetChannelId();
		this.verificationLevel = guild.verificationLevel();
		this.defaultMessageNotifications = guild.defaultMessageNotifications();
		this.explicitContentFilter = guild.explicitContentFilter();
		this.roles = guild.roles();
		this.emojis = guild.emojis();
		this.features = guild.features();
		this.mfaLevel = guild.mfaLevel();
		this.applicationId = guild.applicationId();
		this.systemChannelId = guild.systemChannelId();
		this.systemChannelFlags = guild.systemChannelFlags();
		this.rulesChannelId = guild.rulesChannelId();
		this.maxPresences = guild.maxPresences();
		this.maxMembers = guild.maxMembers();
		this.vanityUrlCode = guild.vanityUrlCode();
		this.description = guild.description();
		this.banner = guild.banner();
		this.premiumTier = guild.premiumTier();
		this.premiumSubscriptionCount = guild.premiumSubscriptionCount();
		this.preferredLocale = guild.preferredLocale();
		this.publicUpdatesChannelId = guild.publicUpdatesChannelId();
		this.maxVideoChannelUsers = guild.maxVideoChannelUsers();
		this.maxStageVideoChannelUsers = guild.maxStageVideoChannelUsers();
		this.approximateMemberCount = guild.approximateMemberCount();
		this.approximatePresenceCount = guild.approximatePresenceCount();
		this.welcomeScreen = guild.welcomeScreen();
		this.nsfwLevel = guild.nsfwLevel();
		this.stickers = guild.stickers();
		this.premiumProgressBarEnabled = guild.premiumProgressBarEnabled();
		this.safetyAlertsChannelId = guild.safetyAlertsChannelId();
		this.incidentsData = guild.incidentsData();
		this.hubType = guild.hubType();
		this.joinedAt = guild.joinedAt();
		this.large = guild.large();
		this.unavailable = guild.unavailable();
		this.memberCount = guild.memberCount();
		this.voiceStates = guild.voiceStates();
		this.members = guild.members();
		this.channels = guild.channels();
		this.threads = guild.threads();
		this.presences = guild.presences();
		this.stageInstances = guild.stageInstances();
		this.guildScheduledEvents = guild.guildScheduledEvents();
		this.soundboardSounds = guild.soundboardSounds();
		this.homeHeader = guild.homeHeader();
		this.premiumProgressBarEnabledUserUpdatedAt = guild.premiumProgressBarEnabledUserUpdatedAt();
		this.nsfw = guild.nsfw();
	}

	/**
	 * Sets the id of the guild.
	 * @param id id of the guild
	 * @return this builder
	 */
	public GuildBuilder id(Snowflake id) {
		this.id = RecordValues.required("id", id);
		return this;
	}

	/**
	 * Sets the guild's name.
	 * @param name the guild's name
	 * @return this builder
	 */
	public GuildBuilder name(String name) {
		this.name = RecordValues.required("name", name);
		return this;
	}

	/**
	 * Sets the hash of the icon.
	 * @param icon hash of the icon; {@code null} when there is none
	 * @return this builder
	 */
	public GuildBuilder icon(@Nullable String icon) {
		this.icon = icon;
		return this;
	}

	/**
	 * Sets the hash of the icon.
	 * @param iconHash hash of the icon, only in templates; otherwise {@code null}
	 * @return this builder
	 */
	public GuildBuilder iconHash(@Nullable String iconHash) {
		this.iconHash = iconHash;
		return this;
	}

	/**
	 * Sets the hash of the picture behind invites.
	 * @param splash hash of the picture behind invites; {@code null} when there is none
	 * @return this builder
	 */
	public GuildBuilder splash(@Nullable String splash) {
		this.splash = splash;
		return this;
	}

	/**
	 * Sets the hash of the picture in the discovery of guilds.
	 * @param discoverySplash hash of the picture in the discovery of guilds; {@code null}
	 * when there is none
	 * @return this builder
	 */
	public GuildBuilder discoverySplash(@Nullable String discoverySplash) {
		this.discoverySplash = discoverySplash;
		return this;
	}

	/**
	 * Sets whether the user owns it.
	 * @param owner whether the user owns it, only over REST; otherwise {@code null}
	 * @return this builder
	 */
	public GuildBuilder owner(@Nullable Boolean owner) {
		this.owner = owner;
		return this;
	}

	/**
	 * Sets the id of the owner.
	 * @param ownerId id of the owner
	 * @return this builder
	 */
	public GuildBuilder ownerId(Snowflake ownerId) {
		this.ownerId = RecordValues.required("ownerId", ownerId);
		return this;
	}

	/**
	 * Sets what the user may do there.
	 * @param permissions what the user may do there, only over REST; otherwise {@code
	 * null}
	 * @return this builder
	 */
	public GuildBuilder permissions(@Nullable Permissions permissions) {
		this.permissions = permissions;
		return this;
	}

	/**
	 * Sets the voice region, deprecated.
	 * @param region voice region, deprecated; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder region(@Nullable String region) {
		this.region = region;
		return this;
	}

	/**
	 * Sets the id of the voice channel that silent users are moved to.
	 * @param afkChannelId id of the voice channel that silent users are moved to; {@code
	 * null} when there is none
	 * @return this builder
	 */
	public GuildBuilder afkChannelId(@Nullable Snowflake afkChannelId) {
		this.afkChannelId = afkChannelId;
		return this;
	}

	/**
	 * Sets after how many seconds silent users are moved to the AFK channel.
	 * @param afkTimeout seconds after which silent users are moved to the AFK channel
	 * @return this builder
	 */
	public GuildBuilder afkTimeout(int afkTimeout) {
		this.afkTimeout = afkTimeout;
		return this;
	}

	/**
	 * Sets whether the widget is shown.
	 * @param widgetEnabled whether the widget is shown; {@code false} when absent
	 * @return this builder
	 */
	public GuildBuilder widgetEnabled(boolean widgetEnabled) {
		this.widgetEnabled = widgetEnabled;
		return this;
	}

	/**
	 * Sets the id of the channel that the widget invites to.
	 * @param widgetChannelId id of the channel that the widget invites to; {@code null}
	 * when absent
	 * @return this builder
	 */
	public GuildBuilder widgetChannelId(@Nullable Snowflake widgetChannelId) {
		this.widgetChannelId = widgetChannelId;
		return this;
	}

	/**
	 * Sets what users must have verified to write.
	 * @param verificationLevel what users must have verified to write
	 * @return this builder
	 */
	public GuildBuilder verificationLevel(VerificationLevel verificationLevel) {
		this.verificationLevel = RecordValues.required("verificationLevel", verificationLevel);
		return this;
	}

	/**
	 * Sets of which messages members are notified unless they choose otherwise.
	 * @param defaultMessageNotifications of which messages members are notified unless
	 * they choose otherwise
	 * @return this builder
	 */
	public GuildBuilder defaultMessageNotifications(DefaultMessageNotificationLevel defaultMessageNotifications) {
		this.defaultMessageNotifications = RecordValues.required("defaultMessageNotifications",
				defaultMessageNotifications);
		return this;
	}

	/**
	 * Sets whose pictures and videos are scanned.
	 * @param explicitContentFilter whose pictures and videos are scanned
	 * @return this builder
	 */
	public GuildBuilder explicitContentFilter(ExplicitContentFilterLevel explicitContentFilter) {
		this.explicitContentFilter = RecordValues.required("explicitContentFilter", explicitContentFilter);
		return this;
	}

	/**
	 * Sets the roles of the guild.
	 * @param roles the roles of the guild
	 * @return this builder
	 */
	public GuildBuilder roles(List<Role> roles) {
		this.roles = RecordValues.requiredList("roles", roles);
		return this;
	}

	/**
	 * Sets the custom emojis.
	 * @param emojis the custom emojis
	 * @return this builder
	 */
	public GuildBuilder emojis(List<Emoji> emojis) {
		this.emojis = RecordValues.requiredList("emojis", emojis);
		return this;
	}

	/**
	 * Sets the features that are enabled.
	 * @param features the features that are enabled
	 * @return this builder
	 */
	public GuildBuilder features(List<GuildFeature> features) {
		this.features = RecordValues.requiredList("features", features);
		return this;
	}

	/**
	 * Sets whether moderators need a second factor.
	 * @param mfaLevel whether moderators need a second factor
	 * @return this builder
	 */
	public GuildBuilder mfaLevel(MfaLevel mfaLevel) {
		this.mfaLevel = RecordValues.required("mfaLevel", mfaLevel);
		return this;
	}

	/**
	 * Sets the id of the application that made the guild.
	 * @param applicationId id of the application that made the guild; {@code null} when
	 * there is none
	 * @return this builder
	 */
	public GuildBuilder applicationId(@Nullable Snowflake applicationId) {
		this.applicationId = applicationId;
		return this;
	}

	/**
	 * Sets the id of the channel for messages of the system, such as greetings.
	 * @param systemChannelId id of the channel for messages of the system, such as
	 * greetings; {@code null} when there is none
	 * @return this builder
	 */
	public GuildBuilder systemChannelId(@Nullable Snowflake systemChannelId) {
		this.systemChannelId = systemChannelId;
		return this;
	}

	/**
	 * Sets which system messages are not sent.
	 * @param systemChannelFlags which system messages are not sent
	 * @return this builder
	 */
	public GuildBuilder systemChannelFlags(SystemChannelFlags systemChannelFlags) {
		this.systemChannelFlags = RecordValues.required("systemChannelFlags", systemChannelFlags);
		return this;
	}

	/**
	 * Sets the id of the channel with the rules.
	 * @param rulesChannelId id of the channel with the rules, only in communities; {@code
	 * null} when there is none
	 * @return this builder
	 */
	public GuildBuilder rulesChannelId(@Nullable Snowflake rulesChannelId) {
		this.rulesChannelId = rulesChannelId;
		return this;
	}

	/**
	 * Sets how many presences are told.
	 * @param maxPresences how many presences are told, {@code null} for all but the
	 * largest guilds
	 * @return this builder
	 */
	public GuildBuilder maxPresences(@Nullable Integer maxPresences) {
		this.maxPresences = maxPresences;
		return this;
	}

	/**
	 * Sets how many members the guild may have.
	 * @param maxMembers how many members the guild may have; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder maxMembers(@Nullable Integer maxMembers) {
		this.maxMembers = maxMembers;
		return this;
	}

	/**
	 * Sets the code of the guild's own invite.
	 * @param vanityUrlCode the code of the guild's own invite; {@code null} when there is
	 * none
	 * @return this builder
	 */
	public GuildBuilder vanityUrlCode(@Nullable String vanityUrlCode) {
		this.vanityUrlCode = vanityUrlCode;
		return this;
	}

	/**
	 * Sets what the guild says of itself.
	 * @param description what the guild says of itself; {@code null} when there is none
	 * @return this builder
	 */
	public GuildBuilder description(@Nullable String description) {
		this.description = description;
		return this;
	}

	/**
	 * Sets the hash of the banner.
	 * @param banner hash of the banner; {@code null} when there is none
	 * @return this builder
	 */
	public GuildBuilder banner(@Nullable String banner) {
		this.banner = banner;
		return this;
	}

	/**
	 * Sets the level that boosts have brought.
	 * @param premiumTier the level that boosts have brought
	 * @return this builder
	 */
	public GuildBuilder premiumTier(PremiumTier premiumTier) {
		this.premiumTier = RecordValues.required("premiumTier", premiumTier);
		return this;
	}

	/**
	 * Sets how many boosts there are.
	 * @param premiumSubscriptionCount how many boosts there are; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder premiumSubscriptionCount(@Nullable Integer premiumSubscriptionCount) {
		this.premiumSubscriptionCount = premiumSubscriptionCount;
		return this;
	}

	/**
	 * Sets the guild's language.
	 * @param preferredLocale the guild's language
	 * @return this builder
	 */
	public GuildBuilder preferredLocale(DiscordLocale preferredLocale) {
		this.preferredLocale = RecordValues.required("preferredLocale", preferredLocale);
		return this;
	}

	/**
	 * Sets the id of the channel where moderators get notices of Discord.
	 * @param publicUpdatesChannelId id of the channel where moderators get notices of
	 * Discord, only in communities; {@code null} when there is none
	 * @return this builder
	 */
	public GuildBuilder publicUpdatesChannelId(@Nullable Snowflake publicUpdatesChannelId) {
		this.publicUpdatesChannelId = publicUpdatesChannelId;
		return this;
	}

	/**
	 * Sets how many users a voice channel with cameras takes.
	 * @param maxVideoChannelUsers how many users a voice channel with cameras takes;
	 * {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder maxVideoChannelUsers(@Nullable Integer maxVideoChannelUsers) {
		this.maxVideoChannelUsers = maxVideoChannelUsers;
		return this;
	}

	/**
	 * Sets how many users a stage channel with cameras takes.
	 * @param maxStageVideoChannelUsers how many users a stage channel with cameras takes;
	 * {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder maxStageVideoChannelUsers(@Nullable Integer maxStageVideoChannelUsers) {
		this.maxStageVideoChannelUsers = maxStageVideoChannelUsers;
		return this;
	}

	/**
	 * Sets about how many members there are.
	 * @param approximateMemberCount about how many members there are, only over REST;
	 * otherwise {@code null}
	 * @return this builder
	 */
	public GuildBuilder approximateMemberCount(@Nullable Integer approximateMemberCount) {
		this.approximateMemberCount = approximateMemberCount;
		return this;
	}

	/**
	 * Sets about how many members are online.
	 * @param approximatePresenceCount about how many members are online, only over REST;
	 * otherwise {@code null}
	 * @return this builder
	 */
	public GuildBuilder approximatePresenceCount(@Nullable Integer approximatePresenceCount) {
		this.approximatePresenceCount = approximatePresenceCount;
		return this;
	}

	/**
	 * Sets the welcome screen.
	 * @param welcomeScreen the welcome screen, only in invites; otherwise {@code null}
	 * @return this builder
	 */
	public GuildBuilder welcomeScreen(@Nullable WelcomeScreen welcomeScreen) {
		this.welcomeScreen = welcomeScreen;
		return this;
	}

	/**
	 * Sets for which age the guild is.
	 * @param nsfwLevel for which age the guild is
	 * @return this builder
	 */
	public GuildBuilder nsfwLevel(GuildNsfwLevel nsfwLevel) {
		this.nsfwLevel = RecordValues.required("nsfwLevel", nsfwLevel);
		return this;
	}

	/**
	 * Sets the custom stickers.
	 * @param stickers the custom stickers; empty when absent
	 * @return this builder
	 */
	public GuildBuilder stickers(List<Sticker> stickers) {
		this.stickers = RecordValues.requiredList("stickers", stickers);
		return this;
	}

	/**
	 * Sets whether the progress of boosts is shown.
	 * @param premiumProgressBarEnabled whether the progress of boosts is shown
	 * @return this builder
	 */
	public GuildBuilder premiumProgressBarEnabled(boolean premiumProgressBarEnabled) {
		this.premiumProgressBarEnabled = premiumProgressBarEnabled;
		return this;
	}

	/**
	 * Sets the id of the channel where moderators get alerts of Discord.
	 * @param safetyAlertsChannelId id of the channel where moderators get alerts of
	 * Discord, only in communities; {@code null} when there is none
	 * @return this builder
	 */
	public GuildBuilder safetyAlertsChannelId(@Nullable Snowflake safetyAlertsChannelId) {
		this.safetyAlertsChannelId = safetyAlertsChannelId;
		return this;
	}

	/**
	 * Sets what is paused for the sake of safety.
	 * @param incidentsData what is paused for the sake of safety; {@code null} when there
	 * is none
	 * @return this builder
	 */
	public GuildBuilder incidentsData(@Nullable IncidentsData incidentsData) {
		this.incidentsData = incidentsData;
		return this;
	}

	/**
	 * Sets the kind of student hub that the guild is.
	 * @param hubType the kind of student hub that the guild is; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder hubType(@Nullable GuildHubType hubType) {
		this.hubType = hubType;
		return this;
	}

	/**
	 * Sets when the bot joined.
	 * @param joinedAt when the bot joined; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder joinedAt(@Nullable Instant joinedAt) {
		this.joinedAt = joinedAt;
		return this;
	}

	/**
	 * Sets whether the guild has more members than {@code large_threshold}, so that not
	 * all are told.
	 * @param large whether the guild has more members than {@code large_threshold}, so
	 * that not all are told; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder large(@Nullable Boolean large) {
		this.large = large;
		return this;
	}

	/**
	 * Sets whether there is an outage.
	 * @param unavailable whether there is an outage; {@code false} when absent
	 * @return this builder
	 */
	public GuildBuilder unavailable(boolean unavailable) {
		this.unavailable = unavailable;
		return this;
	}

	/**
	 * Sets how many members the guild has.
	 * @param memberCount how many members the guild has; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder memberCount(@Nullable Integer memberCount) {
		this.memberCount = memberCount;
		return this;
	}

	/**
	 * Sets who is in voice channels, without the id of the guild.
	 * @param voiceStates who is in voice channels, without the id of the guild; empty
	 * when absent
	 * @return this builder
	 */
	public GuildBuilder voiceStates(List<VoiceState> voiceStates) {
		this.voiceStates = RecordValues.requiredList("voiceStates", voiceStates);
		return this;
	}

	/**
	 * Sets the members, in a large guild only some.
	 * @param members the members, in a large guild only some; empty when absent
	 * @return this builder
	 */
	public GuildBuilder members(List<Member> members) {
		this.members = RecordValues.requiredList("members", members);
		return this;
	}

	/**
	 * Sets all channels that are no threads.
	 * @param channels all channels that are no threads; empty when absent
	 * @return this builder
	 */
	public GuildBuilder channels(List<Channel> channels) {
		this.channels = RecordValues.requiredList("channels", channels);
		return this;
	}

	/**
	 * Sets the active threads that the bot may see.
	 * @param threads the active threads that the bot may see; empty when absent
	 * @return this builder
	 */
	public GuildBuilder threads(List<Channel> threads) {
		this.threads = RecordValues.requiredList("threads", threads);
		return this;
	}

	/**
	 * Sets the presences of members, without the id of the guild.
	 * @param presences the presences of members, without the id of the guild; empty when
	 * absent
	 * @return this builder
	 */
	public GuildBuilder presences(List<Presence> presences) {
		this.presences = RecordValues.requiredList("presences", presences);
		return this;
	}

	/**
	 * Sets the stages that are open.
	 * @param stageInstances the stages that are open; empty when absent
	 * @return this builder
	 */
	public GuildBuilder stageInstances(List<StageInstance> stageInstances) {
		this.stageInstances = RecordValues.requiredList("stageInstances", stageInstances);
		return this;
	}

	/**
	 * Sets the scheduled events.
	 * @param guildScheduledEvents the scheduled events; empty when absent
	 * @return this builder
	 */
	public GuildBuilder guildScheduledEvents(List<ScheduledEvent> guildScheduledEvents) {
		this.guildScheduledEvents = RecordValues.requiredList("guildScheduledEvents", guildScheduledEvents);
		return this;
	}

	/**
	 * Sets the sounds of the guild's soundboard.
	 * @param soundboardSounds the sounds of the guild's soundboard; empty when absent
	 * @return this builder
	 */
	public GuildBuilder soundboardSounds(List<SoundboardSound> soundboardSounds) {
		this.soundboardSounds = RecordValues.requiredList("soundboardSounds", soundboardSounds);
		return this;
	}

	/**
	 * Sets the hash of the picture at the head of the server guide.
	 * @param homeHeader hash of the picture at the head of the server guide; {@code null}
	 * when absent
	 * @return this builder
	 */
	public GuildBuilder homeHeader(@Nullable String homeHeader) {
		this.homeHeader = homeHeader;
		return this;
	}

	/**
	 * Sets when a user last showed or hid the progress of boosts.
	 * @param premiumProgressBarEnabledUserUpdatedAt when a user last showed or hid the
	 * progress of boosts; {@code null} when absent
	 * @return this builder
	 */
	public GuildBuilder premiumProgressBarEnabledUserUpdatedAt(
			@Nullable Instant premiumProgressBarEnabledUserUpdatedAt) {
		this.premiumProgressBarEnabledUserUpdatedAt = premiumProgressBarEnabledUserUpdatedAt;
		return this;
	}

	/**
	 * Sets whether the guild is restricted to adults, which {@code nsfwLevel} tells more
	 * of.
	 * @param nsfw whether the guild is restricted to adults, which {@code nsfwLevel}
	 * tells more of; {@code false} when absent
	 * @return this builder
	 */
	public GuildBuilder nsfw(boolean nsfw) {
		this.nsfw = nsfw;
		return this;
	}

	/**
	 * Builds the guild.
	 * @return a guild with the values that were set
	 */
	public Guild build() {
		return new Guild(this.id, this.name, this.icon, this.iconHash, this.splash, this.discoverySplash, this.owner,
				this.ownerId, this.permissions, this.region, this.afkChannelId, this.afkTimeout, this.widgetEnabled,
				this.widgetChannelId, this.verificationLevel, this.defaultMessageNotifications,
				this.explicitContentFilter, this.roles, this.emojis, this.features, this.mfaLevel, this.applicationId,
				this.systemChannelId, this.systemChannelFlags, this.rulesChannelId, this.maxPresences, this.maxMembers,
				this.vanityUrlCode, this.description, this.banner, this.premiumTier, this.premiumSubscriptionCount,
				this.preferredLocale, this.publicUpdatesChannelId, this.maxVideoChannelUsers,
				this.maxStageVideoChannelUsers, this.approximateMemberCount, this.approximatePresenceCount,
				this.welcomeScreen, this.nsfwLevel, this.stickers, this.premiumProgressBarEnabled,
				this.safetyAlertsChannelId, this.incidentsData, this.hubType, this.joinedAt, this.large,
				this.unavailable, this.memberCount, this.voiceStates, this.members, this.channels, this.threads,
				this.presences, this.stageInstances, this.guildScheduledEvents, this.soundboardSounds, this.homeHeader,
				this.premiumProgressBarEnabledUserUpdatedAt, this.nsfw);
	}

}
