package io.github.discordgateway.internal.interaction;

import java.util.List;
import java.util.Objects;

import io.github.discordgateway.model.interaction.ApplicationCommandInteractionData;
import io.github.discordgateway.model.interaction.ApplicationCommandInteractionDataOption;
import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * What was used.
 *
 * @param kind which kind it is
 * @param name the name of the command with its groups, or the {@code custom_id}
 * @param option the option that is completed; empty for other kinds
 */
record InteractionKey(InteractionKind kind, String name, String option) {

	/**
	 * What was used.
	 * @param interaction the interaction
	 * @return the same; {@code null} when it is nothing that a method can take
	 */
	static @Nullable InteractionKey of(Interaction interaction) {
		InteractionKind kind = InteractionKind.of(interaction);
		if (kind == null) {
			return null;
		}
		ApplicationCommandInteractionData command = InteractionMethod.command(interaction);
		if (command == null) {
			String customId = InteractionMethod.customId(interaction);
			return (customId != null) ? new InteractionKey(kind, customId, "") : null;
		}
		String option = "";
		if (kind == InteractionKind.AUTOCOMPLETE) {
			ApplicationCommandInteractionDataOption focused = focused(command);
			option = (focused != null) ? focused.name() : "";
		}
		return new InteractionKey(kind, path(command), option);
	}

	private static String path(ApplicationCommandInteractionData command) {
		StringBuilder path = new StringBuilder(command.name());
		List<ApplicationCommandInteractionDataOption> options = command.options();
		while (options.size() == 1 && isSubcommand(options.get(0))) {
			path.append(' ').append(options.get(0).name());
			options = options.get(0).options();
		}
		return path.toString();
	}

	/**
	 * The options that were given to the command, below its groups.
	 * @param interaction the interaction
	 * @return the options
	 */
	static List<ApplicationCommandInteractionDataOption> options(Interaction interaction) {
		ApplicationCommandInteractionData command = InteractionMethod.command(interaction);
		return (command != null) ? options(command) : List.of();
	}

	private static List<ApplicationCommandInteractionDataOption> options(ApplicationCommandInteractionData command) {
		List<ApplicationCommandInteractionDataOption> options = command.options();
		while (options.size() == 1 && isSubcommand(options.get(0))) {
			options = options.get(0).options();
		}
		return options;
	}

	/** What is typed at the moment. */
	static @Nullable ApplicationCommandInteractionDataOption focused(ApplicationCommandInteractionData command) {
		return options(command).stream()
			.filter(ApplicationCommandInteractionDataOption::focused)
			.findFirst()
			.orElse(null);
	}

	private static boolean isSubcommand(ApplicationCommandInteractionDataOption option) {
		return Objects.equals(option.type(), ApplicationCommandOptionType.SUB_COMMAND)
				|| Objects.equals(option.type(), ApplicationCommandOptionType.SUB_COMMAND_GROUP);
	}

	/** For messages, for example {@code the command /tag show}. */
	@Override
	public String toString() {
		return this.kind.words() + this.name + (this.option.isEmpty() ? "" : " " + this.option);
	}

}
