package io.github.discordgateway.internal.codec;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.AutoModerationActionExecution;
import io.github.discordgateway.event.GuildAuditLogEntryCreate;
import io.github.discordgateway.event.GuildMemberUpdate;
import io.github.discordgateway.event.InviteCreate;
import io.github.discordgateway.event.VoiceChannelStatusUpdate;
import io.github.discordgateway.event.VoiceServerUpdate;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.application.Team;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.channel.DefaultReaction;
import io.github.discordgateway.model.channel.ForumTag;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.expression.SoundboardSound;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.model.guild.IncidentsData;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.RoleColors;
import io.github.discordgateway.model.guild.WelcomeScreen;
import io.github.discordgateway.model.guild.WelcomeScreenChannel;
import io.github.discordgateway.model.integration.IntegrationApplication;
import io.github.discordgateway.model.message.Embed;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.message.MessageSnapshotFields;
import io.github.discordgateway.model.modal.RadioGroupSubmit;
import io.github.discordgateway.model.monetization.Entitlement;
import io.github.discordgateway.model.monetization.Subscription;
import io.github.discordgateway.model.poll.Poll;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import io.github.discordgateway.model.schedule.ScheduledEventRecurrenceRule;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.model.user.UserPrimaryGuild;
import io.github.discordgateway.model.voice.VoiceState;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Leaves out what Discord leaves out. A component that is {@code null} in a record stands
 * for a field that was absent or null, and only Discord's documentation tells which: as a
 * rule it is left out, and the exceptions are listed here. An empty list is written,
 * which means the same as an absent one. This is what {@link DiscordSerializer} writes
 * by, so it passes over the annotation that asks for it.
 */
final class AbsentFields extends JacksonAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	/** The components that are never absent, and may be null. */
	private static final Map<Class<?>, Set<String>> WRITTEN_AS_NULL = new HashMap<>();

	static {
		nulls(AutoModerationActionExecution.class, "matchedKeyword", "matchedContent");
		nulls(DefaultReaction.class, "emojiId", "emojiName");
		nulls(ForumTag.class, "emojiId", "emojiName");
		nulls(WelcomeScreenChannel.class, "emojiId", "emojiName");
		nulls(SoundboardSound.class, "emojiId", "emojiName");
		nulls(VoiceChannelStatusUpdate.class, "status");
		nulls(Entitlement.class, "startsAt", "endsAt");
		nulls(Subscription.class, "canceledAt");
		nulls(Guild.class, "icon", "splash", "discoverySplash", "afkChannelId", "applicationId", "systemChannelId",
				"rulesChannelId", "vanityUrlCode", "description", "banner", "publicUpdatesChannelId",
				"safetyAlertsChannelId", "incidentsData");
		nulls(WelcomeScreen.class, "description");
		nulls(IncidentsData.class, "invitesDisabledUntil", "dmsDisabledUntil");
		nulls(RoleColors.class, "secondaryColor", "tertiaryColor");
		nulls(Emoji.class, "id", "name");
		nulls(Sticker.class, "description");
		nulls(Member.class, "joinedAt");
		nulls(GuildMemberUpdate.class, "avatar", "banner", "joinedAt");
		nulls(User.class, "globalName", "avatar");
		nulls(UserPrimaryGuild.class, "identityGuildId", "identityEnabled", "tag", "badge");
		nulls(VoiceState.class, "channelId", "requestToSpeakTimestamp");
		nulls(VoiceServerUpdate.class, "endpoint");
		nulls(ScheduledEvent.class, "channelId", "scheduledEndTime", "entityId", "entityMetadata", "recurrenceRule");
		nulls(ScheduledEventRecurrenceRule.class, "end", "count");
		nulls(GuildAuditLogEntryCreate.class, "targetId", "userId");
		nulls(IntegrationApplication.class, "icon");
		nulls(InviteCreate.class, "expiresAt");
		nulls(Application.class, "icon", "team");
		nulls(Team.class, "icon");
		nulls(Message.class, "editedTimestamp");
		nulls(MessageSnapshotFields.class, "editedTimestamp");
		nulls(Poll.class, "expiry");
		nulls(RadioGroupSubmit.class, "value");
		nulls(UpdatePresence.class, "since");
		nulls(UpdateVoiceState.class, "channelId");
	}

	private static final JsonInclude.Value NOT_NULL = JsonInclude.Value.construct(JsonInclude.Include.NON_NULL,
			JsonInclude.Include.USE_DEFAULTS);

	private static final JsonInclude.Value NOT_DEFAULT = JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT,
			JsonInclude.Include.USE_DEFAULTS);

	/** The components that are false or empty where Discord writes nothing. */
	private static final Map<Class<?>, Set<String>> LEFT_OUT = Map.of(Channel.class, Set.of("newlyCreated", "managed"),
			Embed.class, Set.of("components"), Emoji.class, Set.of("roles"), Guild.class, Set.of("nsfw"),
			ScheduledEvent.class, Set.of("guildScheduledEventExceptions"));

	private static void nulls(Class<?> type, String... components) {
		WRITTEN_AS_NULL.put(type, Set.copyOf(Arrays.asList(components)));
	}

	@Override
	public boolean isAnnotationBundle(Annotation annotation) {
		return !(annotation instanceof DiscordJson) && super.isAnnotationBundle(annotation);
	}

	@Override
	public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
		JsonInclude.Value declared = super.findPropertyInclusion(config, annotated);
		if (declared.getValueInclusion() != JsonInclude.Include.USE_DEFAULTS
				|| !(annotated instanceof AnnotatedMember member) || member.getRawType() == Field.class) {
			return declared;
		}
		if (LEFT_OUT.getOrDefault(member.getDeclaringClass(), Set.of()).contains(member.getName())) {
			return NOT_DEFAULT;
		}
		Set<String> nulls = WRITTEN_AS_NULL.getOrDefault(member.getDeclaringClass(), Set.of());
		return nulls.contains(member.getName()) ? declared : NOT_NULL;
	}

}
