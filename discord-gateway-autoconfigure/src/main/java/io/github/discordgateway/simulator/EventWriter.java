package io.github.discordgateway.simulator;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.event.AutoModerationActionExecution;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildAuditLogEntryCreate;
import io.github.discordgateway.event.GuildMemberUpdate;
import io.github.discordgateway.event.GuildUpdate;
import io.github.discordgateway.event.InviteCreate;
import io.github.discordgateway.event.VoiceChannelStatusUpdate;
import io.github.discordgateway.event.VoiceServerUpdate;
import io.github.discordgateway.internal.protocol.GatewayJson;
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
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a typed event as Discord would. A component that is {@code null} in a record
 * stands for a field that was absent or null, and only Discord's documentation tells
 * which: as a rule it is left out, and the exceptions are listed here. An empty list is
 * written, which means the same as an absent one.
 */
final class EventWriter {

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
	}

	/** The components that are false or empty where Discord writes nothing. */
	private static final Map<Class<?>, Set<String>> LEFT_OUT = Map.of(Channel.class, Set.of("newlyCreated", "managed"),
			Embed.class, Set.of("components"), Emoji.class, Set.of("managed", "roles"), Guild.class, Set.of("nsfw"),
			ScheduledEvent.class, Set.of("guildScheduledEventExceptions"));

	/** What the same record has for GUILD_UPDATE, but Discord does not send there. */
	private static final List<String> ONLY_IN_GUILD_CREATE = List.of("joined_at", "large", "unavailable",
			"member_count", "voice_states", "members", "channels", "threads", "presences", "stage_instances",
			"guild_scheduled_events", "soundboard_sounds");

	private static final JsonMapper MAPPER = GatewayJson.mapperBuilder()
		.annotationIntrospector(new Absence())
		.addModule(new SimpleModule().addSerializer(Instant.class, new Timestamps()))
		.build();

	private EventWriter() {
	}

	private static void nulls(Class<?> type, String... components) {
		WRITTEN_AS_NULL.put(type, Set.copyOf(Arrays.asList(components)));
	}

	/**
	 * Discord's name of an event.
	 * @param event a record of one
	 * @return for example {@code MESSAGE_CREATE}
	 */
	static String name(GatewayEvent event) {
		EventType type = EventType.of(event.getClass());
		if (type == null) {
			throw new IllegalArgumentException(event.getClass().getName() + " is not the record of an event");
		}
		return type.name();
	}

	/**
	 * Writes the body of an event.
	 * @param event a record of one
	 * @return the JSON of {@code d}
	 */
	static String write(GatewayEvent event) {
		if (event instanceof GuildUpdate) {
			ObjectNode guild = MAPPER.valueToTree(event);
			return guild.remove(ONLY_IN_GUILD_CREATE).toString();
		}
		return MAPPER.writeValueAsString(event);
	}

	/** Leaves out what is null, but for what is listed. */
	private static final class Absence extends JacksonAnnotationIntrospector {

		private static final long serialVersionUID = 1L;

		private static final JsonInclude.Value NOT_NULL = JsonInclude.Value.construct(JsonInclude.Include.NON_NULL,
				JsonInclude.Include.USE_DEFAULTS);

		private static final JsonInclude.Value NOT_DEFAULT = JsonInclude.Value
			.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.USE_DEFAULTS);

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

	private static final class Timestamps extends ValueSerializer<Instant> {

		@Override
		public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(ObjectPayloads.timestamp(value));
		}

	}

}
