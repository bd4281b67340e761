package io.github.discordgateway.model.interaction;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.DiscordJson;
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
 * A use of a command, a component or a modal of the application, to be answered over REST
 * within 3 seconds.
 *
 * @param id id of the interaction
 * @param applicationId id of the application
 * @param type which kind it is
 * @param data what was used, whose kind follows from the type; absent for a ping, then
 * {@code null}
 * @param guild the guild, with only a part of its fields; {@code null} when absent
 * @param guildId id of the guild; {@code null} when absent
 * @param channel the channel, with only a part of its fields; {@code null} when absent
 * @param channelId id of the channel; {@code null} when absent
 * @param member the member who did it, only in guilds; otherwise {@code null}
 * @param user the user who did it, only outside of guilds; otherwise {@code null}
 * @param token the secret to answer with, valid for 15 minutes
 * @param version always 1
 * @param message the message that holds the component; {@code null} when absent
 * @param appPermissions what the bot may do there
 * @param locale the user's language; {@code null} when absent
 * @param guildLocale the guild's language; {@code null} when absent
 * @param entitlements what the user has access to of what the application sells
 * @param authorizingIntegrationOwners id of the guild or user for each way in which the
 * application was installed; 0 in direct messages with the bot
 * @param context where it was used; {@code null} when absent
 * @param attachmentSizeLimit the greatest size in bytes of a file in an answer
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Interaction(Snowflake id, Snowflake applicationId, InteractionType type, @Nullable InteractionData data,
		@Nullable InteractionGuild guild, @Nullable Snowflake guildId, @Nullable Channel channel,
		@Nullable Snowflake channelId, @Nullable Member member, @Nullable User user, String token, int version,
		@Nullable Message message, Permissions appPermissions, @Nullable DiscordLocale locale,
		@Nullable DiscordLocale guildLocale, List<Entitlement> entitlements,
		Map<ApplicationIntegrationType, Snowflake> authorizingIntegrationOwners,
		@Nullable InteractionContextType context, int attachmentSizeLimit) {

	public Interaction {
		entitlements = RecordValues.listOrEmpty(entitlements);
		authorizingIntegrationOwners = RecordValues.mapOrEmpty(authorizingIntegrationOwners);
	}

	/**
	 * Starts to build an interaction, in a test above all.
	 * @param id id of the interaction
	 * @param applicationId id of the application
	 * @param type which kind it is
	 * @param token the secret to answer with, valid for 15 minutes
	 * @return a builder, which has defaults for all else
	 */
	public static InteractionBuilder builder(Snowflake id, Snowflake applicationId, InteractionType type,
			String token) {
		return new InteractionBuilder(id, applicationId, type, token);
	}

	/**
	 * Starts to build an interaction that differs from this one.
	 * @return a builder with the values of this interaction
	 */
	public InteractionBuilder mutate() {
		return new InteractionBuilder(this);
	}

	/** The ids and the kind; the token is a secret. */
	@Override
	public String toString() {
		return "Interaction[id=" + this.id + ", type=" + this.type + ", guildId=" + this.guildId + ", channelId="
				+ this.channelId + "]";
	}

}
