package io.github.discordgateway.rest;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.interaction.ApplicationCommandType;
import io.github.discordgateway.model.interaction.InteractionContextType;
import org.jspecify.annotations.Nullable;

/**
 * A command that is registered.
 *
 * @param id id of the command
 * @param type which kind it is
 * @param applicationId id of the application
 * @param guildId id of the guild, if it is registered there only; {@code null} when
 * absent
 * @param name its name
 * @param nameLocalizations the name in other languages; {@code null} when there are none,
 * or they were not asked for
 * @param nameLocalized the name in the language that was asked for; {@code null} when
 * absent
 * @param description what it does; empty for user and message commands
 * @param descriptionLocalizations the description in other languages; {@code null} when
 * there are none, or they were not asked for
 * @param descriptionLocalized the description in the language that was asked for; {@code
 * null} when absent
 * @param options its options
 * @param defaultMemberPermissions what a member must have to see it by default; {@code
 * null} for nothing
 * @param dmPermission whether it may be used in direct messages, deprecated; {@code null}
 * when absent
 * @param contexts where it may be used; empty for everywhere
 * @param integrationTypes for which installations
 * @param nsfw whether it is for adults
 * @param version changes with each change of the command
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#application-command-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record ApplicationCommand(Snowflake id, ApplicationCommandType type, Snowflake applicationId,
		@Nullable Snowflake guildId, String name, @Nullable Map<String, String> nameLocalizations,
		@Nullable String nameLocalized, String description, @Nullable Map<String, String> descriptionLocalizations,
		@Nullable String descriptionLocalized, List<CommandOption> options,
		@Nullable Permissions defaultMemberPermissions, @Nullable Boolean dmPermission,
		List<InteractionContextType> contexts, List<ApplicationIntegrationType> integrationTypes, boolean nsfw,
		Snowflake version) {

	public ApplicationCommand {
		nameLocalizations = (nameLocalizations != null) ? Map.copyOf(nameLocalizations) : null;
		descriptionLocalizations = (descriptionLocalizations != null) ? Map.copyOf(descriptionLocalizations) : null;
		options = RecordValues.listOrEmpty(options);
		contexts = RecordValues.listOrEmpty(contexts);
		integrationTypes = RecordValues.listOrEmpty(integrationTypes);
	}

}
