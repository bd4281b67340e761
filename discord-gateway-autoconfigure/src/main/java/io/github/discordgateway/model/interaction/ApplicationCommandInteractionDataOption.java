package io.github.discordgateway.model.interaction;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * An option that was given for a command, or a subcommand with its own options.
 *
 * @param name the option's name
 * @param type the option's kind
 * @param value the value, an id as text; text for any kind while it is being typed;
 * {@code null} for subcommands
 * @param options the options of a subcommand or group; empty when absent
 * @param focused whether the user is typing this option, told only for autocompletion;
 * {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-application-command-interaction-data-option-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ApplicationCommandInteractionDataOption(String name, ApplicationCommandOptionType type,
		@Nullable OptionValue value, List<ApplicationCommandInteractionDataOption> options, boolean focused) {

	public ApplicationCommandInteractionDataOption {
		options = RecordValues.listOrEmpty(options);
	}

}
