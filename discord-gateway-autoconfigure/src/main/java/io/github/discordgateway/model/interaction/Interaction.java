package io.github.discordgateway.model.interaction;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.monetization.Entitlement;
import io.github.discordgateway.model.user.Locale;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A use of a command, a component or a modal of the application, to be answered over REST
 * within 3 seconds.
 *
 * @param id interaction id
 * @param applicationId id of the app
 * @param type kind
 * @param data body, shape depends on type, absent for ping, then {@code null}
 * @param guild guild; {@code null} when absent
 * @param guildId guild id; {@code null} when absent
 * @param channel channel; {@code null} when absent
 * @param channelId channel id; {@code null} when absent
 * @param member invoker in a guild; {@code null} when absent
 * @param user invoker outside guilds; {@code null} when absent
 * @param token reply token, valid 15 min
 * @param version always 1
 * @param message message of the component; {@code null} when absent
 * @param appPermissions the bot's permissions there
 * @param locale invoker's language; {@code null} when absent
 * @param guildLocale guild's language; {@code null} when absent
 * @param entitlements invoker's entitlements
 * @param authorizingIntegrationOwners install context to guild or user id; "0" in bot DMs
 * @param context where it was used; {@code null} when absent
 * @param attachmentSizeLimit bytes
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure">Discord's
 * documentation</a>
 */
public record Interaction(Snowflake id, Snowflake applicationId, InteractionType type, @Nullable InteractionData data,
		@Nullable InteractionGuild guild, @Nullable Snowflake guildId, @Nullable Channel channel,
		@Nullable Snowflake channelId, @Nullable Member member, @Nullable User user, String token, int version,
		@Nullable Message message, Permissions appPermissions, @Nullable Locale locale, @Nullable Locale guildLocale,
		List<Entitlement> entitlements, Map<ApplicationIntegrationType, Snowflake> authorizingIntegrationOwners,
		@Nullable InteractionContextType context, int attachmentSizeLimit) {

	public Interaction {
		entitlements = OrEmpty.list(entitlements);
		authorizingIntegrationOwners = OrEmpty.map(authorizingIntegrationOwners);
	}

	/** The ids and the kind; the token is a secret. */
	@Override
	public String toString() {
		return "Interaction[id=" + this.id + ", type=" + this.type + ", guildId=" + this.guildId + ", channelId="
				+ this.channelId + "]";
	}

}
