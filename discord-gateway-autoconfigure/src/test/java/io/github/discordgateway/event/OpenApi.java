package io.github.discordgateway.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;

/**
 * Discord's own description of its HTTP API, as far as its schemas correspond to records
 * of the model.
 */
final class OpenApi {

	private static final JsonNode SCHEMAS = Payloads.resource("/openapi-schemas.json").get("schemas");

	/**
	 * The records of the model, and the schemas that each stands for.
	 */
	private static final String RECORDS = """
			ActionRow: ActionRowComponentResponse
			Application: ApplicationResponse BasicApplicationResponseWithBot InviteApplicationResponse
			ApplicationCommandInteractionMetadata: ApplicationCommandInteractionMetadataResponse
			ApplicationCommandPermission: CommandPermissionResponse
			ApplicationCommandPermissionsUpdate: CommandPermissionsResponse
			ApplicationIntegrationTypeConfiguration: ApplicationIntegrationTypeConfigurationResponse
			Attachment: MessageAttachmentResponse
			AutoModerationAction: BlockMessageActionResponse FlagToChannelActionResponse \
					QuarantineUserActionResponse UserCommunicationDisabledActionResponse
			AutoModerationActionMetadata: BlockMessageActionMetadataResponse FlagToChannelActionMetadataResponse \
					QuarantineUserActionMetadataResponse UserCommunicationDisabledActionMetadataResponse
			AutoModerationRule: DefaultKeywordRuleResponse KeywordRuleResponse MLSpamRuleResponse \
					MentionSpamRuleResponse UserProfileRuleResponse
			AutoModerationTriggerMetadata: DefaultKeywordListTriggerMetadataResponse \
					KeywordTriggerMetadataResponse MentionSpamTriggerMetadataResponse \
					UserProfileMetadataResponse MLSpamTriggerMetadataResponse
			AvatarDecorationData: UserAvatarDecorationResponse
			Button: ButtonComponentResponse
			Channel: GuildChannelResponse PrivateChannelResponse PrivateGroupChannelResponse ThreadResponse \
					CreatedThreadResponse
			ChannelMention: MessageMentionChannelResponse
			ChannelSelect: ChannelSelectComponentResponse
			Checkbox: CheckboxComponentForModalRequest
			CheckboxGroup: CheckboxGroupComponentForModalRequest
			Collectibles: UserCollectiblesResponse
			Container: ContainerComponentResponse
			DefaultReaction: DefaultReactionEmojiResponse
			Embed: MessageEmbedResponse
			EmbedAuthor: MessageEmbedAuthorResponse
			EmbedField: MessageEmbedFieldResponse
			EmbedFooter: MessageEmbedFooterResponse
			EmbedImage: MessageEmbedImageResponse
			EmbedProvider: MessageEmbedProviderResponse
			EmbedVideo: MessageEmbedVideoResponse
			Emoji: ComponentEmojiResponse EmojiResponse MessageReactionEmojiResponse
			Entitlement: EntitlementResponse
			FileComponent: FileComponentResponse
			FileUpload: FileUploadComponentForModalRequest
			ForumTag: ForumTagResponse
			GroupOption: RadioGroupOptionForRequest CheckboxGroupOptionForRequest
			Guild: GuildResponse GuildWithCountsResponse
			GuildAuditLogEntryCreate: AuditLogEntryResponse
			GuildProductPurchase: GuildProductPurchaseResponse
			IncidentsData: GuildIncidentsDataResponse
			InstallParams: ApplicationOAuth2InstallParamsResponse
			Integration: DiscordIntegrationResponse ExternalConnectionIntegrationResponse \
					GuildSubscriptionIntegrationResponse
			IntegrationAccount: AccountResponse
			IntegrationApplication: IntegrationApplicationResponse
			Label: LabelComponentForModalRequest
			MediaGallery: MediaGalleryComponentResponse
			MediaGalleryItem: MediaGalleryItemResponse
			Member: GuildMemberResponse PrivateGuildMemberResponse BasicGuildMemberResponse
			MentionableSelect: MentionableSelectComponentResponse
			Message: MessageResponse BasicMessageResponse
			MessageActivity: MessageActivityResponse
			MessageCall: MessageCallResponse
			MessageComponentInteractionMetadata: MessageComponentInteractionMetadataResponse
			MessageInteraction: MessageInteractionResponse
			MessageLobbyMember: MessageLobbyMemberResponse
			MessageReference: MessageReferenceResponse
			MessageSnapshot: MessageSnapshotResponse
			MessageSnapshotFields: MinimalContentMessageResponse
			ModalSubmitInteractionMetadata: ModalSubmitInteractionMetadataResponse
			Nameplate: UserNameplateResponse
			Overwrite: ChannelPermissionOverwriteResponse
			PartialGuild: GuildResponse
			PartialMessage: MessageResponse
			PartialUser: UserResponse
			Poll: PollResponse
			PollAnswer: PollAnswerResponse
			PollAnswerCount: PollResultsEntryResponse
			PollMedia: PollMediaResponse
			PollResults: PollResultsResponse
			PurchaseNotification: PurchaseNotificationResponse
			RadioGroup: RadioGroupComponentForModalRequest
			Reaction: MessageReactionResponse
			ReactionCountDetails: MessageReactionCountDetailsResponse
			RecurrenceRuleNWeekday: ByNWeekdayResponse
			ResolvedData: ResolvedObjectsResponse
			Role: GuildRoleResponse
			RoleColors: GuildRoleColorsResponse
			RoleSelect: RoleSelectComponentResponse
			RoleSubscriptionData: MessageRoleSubscriptionDataResponse
			RoleTags: GuildRoleTagsResponse
			ScheduledEvent: ExternalScheduledEventResponse StageScheduledEventResponse \
					VoiceScheduledEventResponse
			ScheduledEventEntityMetadata: EntityMetadataExternalResponse EntityMetadataStageInstanceResponse \
					EntityMetadataVoiceResponse
			ScheduledEventOverride: GuildScheduledEventExceptionResponse
			ScheduledEventRecurrenceRule: RecurrenceRuleResponse
			ScheduledEventRsvp: ScheduledEventUserResponse
			Section: SectionComponentResponse
			SelectDefaultValue: UserSelectDefaultValueResponse RoleSelectDefaultValueResponse \
					ChannelSelectDefaultValueResponse
			SelectOption: StringSelectOptionResponse
			Separator: SeparatorComponentResponse
			SharedClientTheme: CustomClientThemeResponse
			SoundboardSound: SoundboardSoundResponse
			StageInstance: StageInstanceResponse
			Sticker: GuildStickerResponse StandardStickerResponse
			StickerItem: MessageStickerItemResponse
			StringSelect: StringSelectComponentResponse
			Subscription: SubscriptionResponse
			Team: TeamResponse
			TeamMember: TeamMemberResponse
			TextDisplay: TextDisplayComponentResponse
			TextInput: TextInputComponentResponse
			ThreadMember: ThreadMemberResponse
			ThreadMetadata: ThreadMetadataResponse
			Thumbnail: ThumbnailComponentResponse
			UnfurledMediaItem: UnfurledMediaResponse
			User: UserResponse UserPIIResponse
			UserPrimaryGuild: UserPrimaryGuildResponse
			UserSelect: UserSelectComponentResponse
			VoiceState: VoiceStateResponse
			WelcomeScreen: GuildWelcomeScreenResponse
			WelcomeScreenChannel: GuildWelcomeScreenChannelResponse
			""";

	private static final Map<String, List<String>> SCHEMAS_BY_RECORD = new TreeMap<>();

	static {
		RECORDS.lines().forEach((line) -> {
			String[] parts = line.split(": ");
			SCHEMAS_BY_RECORD.put(parts[0], List.of(parts[1].split("\\s+")));
		});
	}

	private OpenApi() {
	}

	/**
	 * A property of a schema.
	 *
	 * @param schema the schema's name
	 * @param name the property's name
	 * @param definition what the schema says of its value
	 * @param required whether it is always there
	 */
	record Property(String schema, String name, JsonNode definition, boolean required) {

		/** Whether it may be left out or null. */
		boolean mayMiss() {
			return !this.required || nullable();
		}

		boolean nullable() {
			return variants(this.definition).stream().anyMatch(OpenApi::isNull) || (this.definition.path("type")
				.isArray()
					&& this.definition.get("type").valueStream().anyMatch((type) -> type.stringValue().equals("null")));
		}

		@Override
		public String toString() {
			return this.schema + "." + this.name;
		}

	}

	static Set<String> recordNames() {
		return SCHEMAS_BY_RECORD.keySet();
	}

	/** The properties of all schemas that a record stands for. */
	static List<Property> properties(String recordName) {
		List<Property> properties = new ArrayList<>();
		for (String schema : SCHEMAS_BY_RECORD.getOrDefault(recordName, List.of())) {
			Set<String> required = new LinkedHashSet<>();
			SCHEMAS.get(schema).path("required").forEach((name) -> required.add(name.stringValue()));
			SCHEMAS.get(schema)
				.path("properties")
				.properties()
				.forEach((property) -> properties.add(new Property(schema, property.getKey(), property.getValue(),
						required.contains(property.getKey()))));
		}
		return properties;
	}

	static List<Property> properties(String recordName, String name) {
		return properties(recordName).stream().filter((property) -> property.name().equals(name)).toList();
	}

	/** The schema of a value that is not null: the one that it refers to, if any. */
	static JsonNode resolve(JsonNode definition) {
		List<JsonNode> variants = variants(definition).stream().filter(Predicate.not(OpenApi::isNull)).toList();
		JsonNode only = (variants.size() == 1) ? variants.get(0) : definition;
		return only.has("$ref") ? SCHEMAS.path(referred(only)) : only;
	}

	/**
	 * The values of an enumeration, as text; empty when the definition is something else.
	 */
	static Set<String> values(JsonNode definition) {
		JsonNode schema = resolve(definition);
		return (schema.path("allOf").size() == 1) ? values(schema.get("allOf").get(0)) : constants(schema);
	}

	/** The values of an enumeration that is a schema, as text. */
	static Set<String> values(String schema) {
		return constants(SCHEMAS.get(schema));
	}

	private static Set<String> constants(JsonNode schema) {
		Set<String> values = new LinkedHashSet<>();
		schema.path("oneOf").forEach((value) -> {
			if (value.has("const")) {
				values.add(value.get("const").asString());
			}
		});
		return values;
	}

	/** Several schemas that a value may have; empty when there is one. */
	static List<JsonNode> variants(JsonNode definition) {
		return definition.path("oneOf").valueStream().filter((variant) -> !variant.has("const")).toList();
	}

	static String referred(JsonNode reference) {
		String path = reference.get("$ref").stringValue();
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static boolean isNull(JsonNode variant) {
		return variant.path("type").asString("").equals("null");
	}

	/** All records that the events hold, by their simple names. */
	static Map<String, Class<?>> records() {
		Map<String, Class<?>> records = new LinkedHashMap<>();
		for (EventType event : EventType.values()) {
			collect(event.eventClass(), records);
		}
		return records;
	}

	private static void collect(Type type, Map<String, Class<?>> records) {
		if (type instanceof ParameterizedType parameterized) {
			Arrays.stream(parameterized.getActualTypeArguments()).forEach((argument) -> collect(argument, records));
		}
		else if (type instanceof Class<?> raw && raw.isSealed()) {
			Arrays.stream(raw.getPermittedSubclasses()).forEach((variant) -> collect(variant, records));
		}
		else if (type instanceof Class<?> raw && raw.isRecord()
				&& records.putIfAbsent(raw.getSimpleName(), raw) == null) {
			Arrays.stream(raw.getRecordComponents())
				.forEach((component) -> collect(component.getGenericType(), records));
		}
	}

	/** What a component is called in JSON. */
	static String wireName(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value()
				: PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName());
	}

}
