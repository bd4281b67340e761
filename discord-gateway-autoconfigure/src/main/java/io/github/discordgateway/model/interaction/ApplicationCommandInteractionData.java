package io.github.discordgateway.model.interaction;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.message.ResolvedData;
import org.jspecify.annotations.Nullable;

/**
 * The command that was used, or is being typed, with its options.
 *
 * @param id id of the command
 * @param name the command's name
 * @param type the command's kind
 * @param resolved the objects whose ids the options or the target hold; {@code null} when
 * absent
 * @param options the options that were given; empty when absent
 * @param guildId id of the guild that the command is registered in; only for a guild's
 * own commands; otherwise {@code null}
 * @param targetId id of the user or message that the command was used on; only for
 * context menus; otherwise {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-application-command-data-structure">Discord's
 * documentation</a>
 */
@Kind({ "2", "4" })
public record ApplicationCommandInteractionData(Snowflake id, String name, ApplicationCommandType type,
		@Nullable ResolvedData resolved, List<ApplicationCommandInteractionDataOption> options,
		@Nullable Snowflake guildId, @Nullable Snowflake targetId) implements InteractionData {

	public ApplicationCommandInteractionData {
		options = RecordValues.listOrEmpty(options);
	}

}
