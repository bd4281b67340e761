package io.github.discordgateway.model.interaction;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.monetization.Entitlement;
import io.github.discordgateway.model.user.DiscordLocale;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link Interaction interactions}, in tests above all. What is not set is absent
 * or empty; the bot has no permissions, and an answer may hold files of up to 10 MiB.
 */
public final class InteractionBuilder {

	private Snowflake id;

	private Snowflake applicationId;

	private InteractionType type;

	private @Nullable InteractionData data;

	private @Nullable InteractionGuild guild;

	private @Nullable Snowflake guildId;

	private @Nullable Channel channel;

	private @Nullable Snowflake channelId;

	private @Nullable Member member;

	private @Nullable User user;

	private String token;

	private int version = 1;

	private @Nullable Message message;

	private Permissions appPermissions = new Permissions(0);

	private @Nullable DiscordLocale locale;

	private @Nullable DiscordLocale guildLocale;

	private List<Entitlement> entitlements = List.of();

	private Map<ApplicationIntegrationType, Snowflake> authorizingIntegrationOwners = Map.of();

	private @Nullable InteractionContextType context;

	private int attachmentSizeLimit = 10 * 1024 * 1024;

	InteractionBuilder(Snowflake id, Snowflake applicationId, InteractionType type, String token) {
		this.id = RecordValues.required("id", id);
		this.applicationId = RecordValues.required("applicationId", applicationId);
		this.type = RecordValues.required("type", type);
		this.token = RecordValues.required("token", token);
	}

	InteractionBuilder(Interaction interaction) {
		this.id = interaction.id();
		this.applicationId = interaction.applicationId();
		this.type = interaction.type();
		this.data = interaction.data();
		this.guild = interaction.guild();
		this.guildId = interaction.guildId();
		this.channel = interaction.channel();
		this.channelId = interaction.channelId();
		this.member = interaction.member();
		this.user = interaction.user();
		this.token = interaction.token();
		this.version = interaction.version();
		this.message = interaction.message();
		this.appPermissions = interaction.appPermissions();
		this.locale = interaction.locale();
		this.guildLocale = interaction.guildLocale();
		this.entitlements = interaction.entitlements();
		this.authorizingIntegrationOwners = interaction.authorizingIntegrationOwners();
		this.context = interaction.context();
		this.attachmentSizeLimit = interaction.attachmentSizeLimit();
	}

	/**
	 * Sets the id of the interaction.
	 * @param id id of the interaction
	 * @return this builder
	 */
	public InteractionBuilder id(Snowflake id) {
		this.id = RecordValues.required("id", id);
		return this;
	}

	/**
	 * Sets the id of the application.
	 * @param applicationId id of the application
	 * @return this builder
	 */
	public InteractionBuilder applicationId(Snowflake applicationId) {
		this.applicationId = RecordValues.required("applicationId", applicationId);
		return this;
	}

	/**
	 * Sets the kind.
	 * @param type which kind it is
	 * @return this builder
	 */
	public InteractionBuilder type(InteractionType type) {
		this.type = RecordValues.required("type", type);
		return this;
	}

	/**
	 * Sets what was used, whose kind follows from the type.
	 * @param data what was used, whose kind follows from the type; absent for a ping,
	 * then {@code null}
	 * @return this builder
	 */
	public InteractionBuilder data(@Nullable InteractionData data) {
		this.data = data;
		return this;
	}

	/**
	 * Sets the guild, with only a part of its fields.
	 * @param guild the guild, with only a part of its fields; {@code null} when absent
	 * @return this builder
	 */
	public InteractionBuilder guild(@Nullable InteractionGuild guild) {
		this.guild = guild;
		return this;
	}

	/**
	 * Sets the id of the guild.
	 * @param guildId id of the guild; {@code null} when absent
	 * @return this builder
	 */
	public InteractionBuilder guildId(@Nullable Snowflake guildId) {
		this.guildId = guildId;
		return this;
	}

	/**
	 * Sets the channel, with only a part of its fields.
	 * @param channel the channel, with only a part of its fields; {@code null} when
	 * absent
	 * @return this builder
	 */
	public InteractionBuilder channel(@Nullable Channel channel) {
		this.channel = channel;
		return this;
	}

	/**
	 * Sets the id of the channel.
	 * @param channelId id of the channel; {@code null} when absent
	 * @return this builder
	 */
	public InteractionBuilder channelId(@Nullable Snowflake channelId) {
		this.channelId = channelId;
		return this;
	}

	/**
	 * Sets the member who did it.
	 * @param member the member who did it, only in guilds; otherwise {@code null}
	 * @return this builder
	 */
	public InteractionBuilder member(@Nullable Member member) {
		this.member = member;
		return this;
	}

	/**
	 * Sets the user who did it.
	 * @param user the user who did it, only outside of guilds; otherwise {@code null}
	 * @return this builder
	 */
	public InteractionBuilder user(@Nullable User user) {
		this.user = user;
		return this;
	}

	/**
	 * Sets the secret to answer with, valid for 15 minutes.
	 * @param token the secret to answer with, valid for 15 minutes
	 * @return this builder
	 */
	public InteractionBuilder token(String token) {
		this.token = RecordValues.required("token", token);
		return this;
	}

	/**
	 * Sets the version, which is always 1.
	 * @param version always 1
	 * @return this builder
	 */
	public InteractionBuilder version(int version) {
		this.version = version;
		return this;
	}

	/**
	 * Sets the message that holds the component.
	 * @param message the message that holds the component; {@code null} when absent
	 * @return this builder
	 */
	public InteractionBuilder message(@Nullable Message message) {
		this.message = message;
		return this;
	}

	/**
	 * Sets what the bot may do there.
	 * @param appPermissions what the bot may do there
	 * @return this builder
	 */
	public InteractionBuilder appPermissions(Permissions appPermissions) {
		this.appPermissions = RecordValues.required("appPermissions", appPermissions);
		return this;
	}

	/**
	 * Sets the user's language.
	 * @param locale the user's language; {@code null} when absent
	 * @return this builder
	 */
	public InteractionBuilder locale(@Nullable DiscordLocale locale) {
		this.locale = locale;
		return this;
	}

	/**
	 * Sets the guild's language.
	 * @param guildLocale the guild's language; {@code null} when absent
	 * @return this builder
	 */
	public InteractionBuilder guildLocale(@Nullable DiscordLocale guildLocale) {
		this.guildLocale = guildLocale;
		return this;
	}

	/**
	 * Sets what the user has access to of what the application sells.
	 * @param entitlements what the user has access to of what the application sells
	 * @return this builder
	 */
	public InteractionBuilder entitlements(List<Entitlement> entitlements) {
		this.entitlements = RecordValues.requiredList("entitlements", entitlements);
		return this;
	}

	/**
	 * Sets the id of the guild or user for each way in which the application was
	 * installed.
	 * @param authorizingIntegrationOwners id of the guild or user for each way in which
	 * the application was installed; 0 in direct messages with the bot
	 * @return this builder
	 */
	public InteractionBuilder authorizingIntegrationOwners(
			Map<ApplicationIntegrationType, Snowflake> authorizingIntegrationOwners) {
		this.authorizingIntegrationOwners = RecordValues.requiredMap("authorizingIntegrationOwners",
				authorizingIntegrationOwners);
		return this;
	}

	/**
	 * Sets where it was used.
	 * @param context where it was used; {@code null} when absent
	 * @return this builder
	 */
	public InteractionBuilder context(@Nullable InteractionContextType context) {
		this.context = context;
		return this;
	}

	/**
	 * Sets the greatest size in bytes of a file in an answer.
	 * @param attachmentSizeLimit the greatest size in bytes of a file in an answer
	 * @return this builder
	 */
	public InteractionBuilder attachmentSizeLimit(int attachmentSizeLimit) {
		this.attachmentSizeLimit = attachmentSizeLimit;
		return this;
	}

	/**
	 * Builds the interaction.
	 * @return an interaction with the values that were set
	 */
	public Interaction build() {
		return new Interaction(this.id, this.applicationId, this.type, this.data, this.guild, this.guildId,
				this.channel, this.channelId, this.member, this.user, this.token, this.version, this.message,
				this.appPermissions, this.locale, this.guildLocale, this.entitlements,
				this.authorizingIntegrationOwners, this.context, this.attachmentSizeLimit);
	}

}
