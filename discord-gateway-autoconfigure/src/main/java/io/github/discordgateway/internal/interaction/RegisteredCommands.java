package io.github.discordgateway.internal.interaction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.interaction.ApplicationCommandType;
import io.github.discordgateway.model.interaction.OptionValue;
import io.github.discordgateway.rest.ApplicationCommand;
import io.github.discordgateway.rest.CommandChoice;
import io.github.discordgateway.rest.CommandOption;
import io.github.discordgateway.rest.CommandRequest;
import org.jspecify.annotations.Nullable;

/**
 * Compares commands with those that are registered. What Discord fills in by itself, and
 * ways of writing that mean the same, are no differences.
 */
final class RegisteredCommands {

	private static final Set<ApplicationCommandType> KINDS = Set.of(ApplicationCommandType.CHAT_INPUT,
			ApplicationCommandType.USER, ApplicationCommandType.MESSAGE);

	private RegisteredCommands() {
	}

	/** What tells a command from others: kind and name. */
	static String identity(CommandRequest command) {
		return AnnotatedCommands.type(command).value() + " " + command.name();
	}

	/** A registered command, as one would register it. */
	static CommandRequest request(ApplicationCommand command) {
		return new CommandRequest(command.type(), command.name(), command.nameLocalizations(),
				command.description().isEmpty() ? null : command.description(), command.descriptionLocalizations(),
				command.options(), command.defaultMemberPermissions(), command.contexts(), command.integrationTypes(),
				command.nsfw());
	}

	/** Whether it can be registered anew without a loss. */
	static boolean isKnown(ApplicationCommand command) {
		return KINDS.contains(command.type());
	}

	/**
	 * Whether a command is registered as it should be.
	 * @param wanted the command
	 * @param registered the one of its name and kind
	 * @return whether they are the same
	 */
	static boolean isSame(CommandRequest wanted, CommandRequest registered) {
		return wanted.name().equals(registered.name())
				&& Objects.equals(text(wanted.description()), text(registered.description()))
				&& texts(wanted.nameLocalizations()).equals(texts(registered.nameLocalizations()))
				&& texts(wanted.descriptionLocalizations()).equals(texts(registered.descriptionLocalizations()))
				&& Objects.equals(wanted.defaultMemberPermissions(), registered.defaultMemberPermissions())
				&& Boolean.TRUE.equals(wanted.nsfw()) == Boolean.TRUE.equals(registered.nsfw())
				&& isSameOrOpen(wanted.contexts(), registered.contexts())
				&& isSameOrOpen(wanted.integrationTypes(), registered.integrationTypes())
				&& options(wanted.options()).equals(options(registered.options()));
	}

	/** What is not said Discord says. */
	private static boolean isSameOrOpen(List<?> wanted, List<?> registered) {
		return wanted.isEmpty() || Set.copyOf(wanted).equals(Set.copyOf(registered));
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static Map<String, String> texts(@Nullable Map<String, String> texts) {
		return (texts != null) ? new TreeMap<>(texts) : Map.of();
	}

	private static List<Object> options(List<CommandOption> options) {
		return options.stream().map(RegisteredCommands::option).collect(Collectors.toList());
	}

	private static List<@Nullable Object> option(CommandOption option) {
		boolean decimal = option.type().equals(ApplicationCommandOptionType.NUMBER);
		return Arrays.asList(option.type(), option.name(), texts(option.nameLocalizations()), option.description(),
				texts(option.descriptionLocalizations()), Boolean.TRUE.equals(option.required()),
				option.choices().stream().map((choice) -> choice(choice, decimal)).toList(), options(option.options()),
				Set.copyOf(option.channelTypes()), number(option.minValue()), number(option.maxValue()),
				option.minLength(), option.maxLength(), Boolean.TRUE.equals(option.autocomplete()));
	}

	private static List<@Nullable Object> choice(CommandChoice choice, boolean decimal) {
		return Arrays.asList(choice.name(), texts(choice.nameLocalizations()),
				decimal ? number(choice.value()) : choice.value().asText());
	}

	/** One number may be written in several ways. */
	private static @Nullable Double number(@Nullable OptionValue value) {
		return (value != null) ? Double.valueOf(value.asText()) : null;
	}

}
