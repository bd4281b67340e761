package io.github.discordgateway.event;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An event of the gateway, decoded. The records are listed in {@link EventType} with
 * Discord's names of them; an event that Discord does not document reaches listeners as
 * {@link RawEvent}.
 */
@DiscordJson
public sealed interface GatewayEvent permits ApplicationCommandPermissionsUpdate, AutoModerationActionExecution,
		AutoModerationRuleEvent, ChannelEvent, ChannelInfo, ChannelPinsUpdate, EntitlementEvent,
		GuildAuditLogEntryCreate, GuildBanEvent, GuildEmojisUpdate, GuildEvent, GuildIntegrationsUpdate,
		GuildMemberEvent, GuildMembersChunk, GuildRoleEvent, GuildScheduledEventEvent, GuildScheduledEventUserEvent,
		GuildSoundboardSoundsUpdate, GuildStickersUpdate, IntegrationEvent, InteractionCreate, InviteEvent,
		MessageDelete, MessageDeleteBulk, MessageEvent, MessagePollVoteEvent, MessageReactionEvent, PresenceUpdate,
		RateLimited, Ready, Resumed, SoundboardSoundEvent, SoundboardSounds, StageInstanceEvent, SubscriptionEvent,
		ThreadEvent, TypingStart, UserUpdate, VoiceChannelEffectSend, VoiceChannelStartTimeUpdate,
		VoiceChannelStatusUpdate, VoiceServerUpdate, VoiceStateUpdate, WebhooksUpdate {

	/**
	 * The guild in which the event happened.
	 * @return its id; {@code null} for an event outside of guilds
	 */
	default @Nullable Snowflake guildId() {
		return null;
	}

	/**
	 * The channel in which the event happened.
	 * @return its id; {@code null} for an event that concerns no single channel
	 */
	default @Nullable Snowflake channelId() {
		return null;
	}

}
