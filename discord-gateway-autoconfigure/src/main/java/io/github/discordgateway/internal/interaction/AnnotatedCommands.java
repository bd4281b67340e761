package io.github.discordgateway.internal.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.interaction.CommandDefinitions;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.interaction.ApplicationCommandType;
import io.github.discordgateway.model.interaction.InteractionContextType;
import io.github.discordgateway.rest.CommandOption;
import io.github.discordgateway.rest.CommandRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;

/**
 * Makes the definitions of commands from annotated methods. What Discord would refuse is
 * refused here, with the method and the rule.
 */
public final class AnnotatedCommands implements CommandDefinitions {

	private static final int MAX_SLASH_COMMANDS = 100;

	private static final int MAX_MENU_COMMANDS = 15;

	/** A command, a group and a sub-command. */
	private static final int MAX_WORDS = 3;

	private static final NamedConstants<Permissions> PERMISSIONS = new NamedConstants<>("permissions",
			Permissions.class);

	private static final NamedConstants<InteractionContextType> CONTEXTS = new NamedConstants<>("contexts",
			InteractionContextType.class);

	private static final NamedConstants<ApplicationIntegrationType> INTEGRATION_TYPES = new NamedConstants<>(
			"integrationTypes", ApplicationIntegrationType.class);

	private final InteractionMethods methods;

	private final CommandTexts texts;

	private final Supplier<Map<InteractionMethod, Set<Snowflake>>> found;

	/**
	 * Makes definitions, anew each time that they are asked for.
	 * @param methods reads methods
	 * @param texts has texts
	 * @param routes has the methods
	 * @param guilds the guilds that a listener is for, by its name; empty for all
	 */
	public AnnotatedCommands(InteractionMethods methods, CommandTexts texts, InteractionRoutes routes,
			Function<String, Set<Snowflake>> guilds) {
		this.methods = methods;
		this.texts = texts;
		this.found = () -> {
			Map<InteractionMethod, Set<Snowflake>> all = new LinkedHashMap<>();
			routes.methods().forEach((id, method) -> all.put(method, guilds.apply(id)));
			return all;
		};
	}

	@Override
	public List<CommandRequest> global() {
		return definitions().getOrDefault(Set.of(), List.of());
	}

	@Override
	public Map<Snowflake, List<CommandRequest>> ofGuilds() {
		Map<Snowflake, List<CommandRequest>> byGuild = new TreeMap<>();
		definitions().forEach((guilds, commands) -> guilds
			.forEach((guild) -> byGuild.computeIfAbsent(guild, (first) -> new ArrayList<>()).addAll(commands)));
		return byGuild;
	}

	@Override
	public String toJson(List<CommandRequest> commands) {
		return commands.stream().map(GatewayJson::write).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
	}

	/** The names of all commands, as users type them. */
	List<String> names() {
		return definitions().values()
			.stream()
			.flatMap(List::stream)
			.map((command) -> ((command.description() != null) ? "/" : "") + command.name())
			.sorted()
			.toList();
	}

	/**
	 * Makes all definitions.
	 * @return the commands by the guilds in which they are; none for all guilds
	 * @throws InvalidGatewayListenerException when Discord would refuse one
	 */
	Map<Set<Snowflake>, List<CommandRequest>> definitions() {
		Map<InteractionMethod, Set<Snowflake>> all = this.found.get();
		OptionDefinitions options = new OptionDefinitions(this.methods, this.texts,
				all.keySet()
					.stream()
					.filter((method) -> method.kind() == InteractionKind.AUTOCOMPLETE)
					.map(InteractionMethod::key)
					.collect(Collectors.toSet()));
		Map<InteractionKey, List<InteractionMethod>> commands = new HashMap<>();
		for (InteractionMethod method : all.keySet()) {
			if (method.kind().type() != null) {
				String name = method.kind().isSlash() ? method.path().split(" ", 2)[0] : method.path();
				commands.computeIfAbsent(new InteractionKey(method.kind(), name, ""), (first) -> new ArrayList<>())
					.add(method);
			}
		}
		checkCompletions(all.keySet(), options);
		Map<Set<Snowflake>, List<CommandRequest>> definitions = new HashMap<>();
		commands.entrySet()
			.stream()
			.sorted((one, other) -> (one.getKey().kind() + one.getKey().name())
				.compareTo(other.getKey().kind() + other.getKey().name()))
			.forEach((command) -> {
				Set<Snowflake> guilds = same(command.getValue(), "guilds",
						(method) -> all.getOrDefault(method, Set.of()));
				definitions.computeIfAbsent(guilds, (first) -> new ArrayList<>())
					.add(command(command.getKey(), command.getValue(), options));
			});
		definitions.forEach((guilds, list) -> checkNumber(list));
		return definitions;
	}

	private static void checkNumber(List<CommandRequest> commands) {
		Map<ApplicationCommandType, Long> numbers = commands.stream()
			.collect(Collectors.groupingBy(AnnotatedCommands::type, Collectors.counting()));
		numbers.forEach((type, number) -> {
			int max = type.equals(ApplicationCommandType.CHAT_INPUT) ? MAX_SLASH_COMMANDS : MAX_MENU_COMMANDS;
			if (number > max) {
				throw new InvalidGatewayListenerException("methods",
						"are " + number + " commands of the type " + type + ", of which Discord allows " + max,
						"Make some of them sub-commands.");
			}
		});
	}

	static ApplicationCommandType type(CommandRequest command) {
		return (command.type() != null) ? command.type() : ApplicationCommandType.CHAT_INPUT;
	}

	private void checkCompletions(Collection<InteractionMethod> all, OptionDefinitions options) {
		for (InteractionMethod method : all) {
			if (method.kind() == InteractionKind.AUTOCOMPLETE) {
				InteractionMethod command = all.stream()
					.filter((other) -> other.kind() == InteractionKind.SLASH_COMMAND
							&& other.path().equals(method.path()))
					.findFirst()
					.orElse(null);
				if (command == null) {
					throw new InvalidGatewayListenerException(method.listener(),
							"completes an option of /" + method.path() + ", which there is not",
							"There are " + InteractionRoutes.paths(all) + ".");
				}
				List<String> names = options.of(command).stream().map(CommandOption::name).toList();
				if (!names.contains(method.option())) {
					throw new InvalidGatewayListenerException(method.listener(), "completes the option '"
							+ method.option() + "' of /" + method.path() + ", which has no such option",
							"It has " + names + ".");
				}
			}
		}
	}

	private CommandRequest command(InteractionKey key, List<InteractionMethod> methods, OptionDefinitions options) {
		InteractionMethod first = methods.get(0);
		CommandRequest.Builder command = CommandRequest.builder(key.name());
		Map<String, String> names = this.texts.localizations(code(key.name()) + ".name", key.name());
		if (!names.isEmpty()) {
			command.nameLocalizations(names);
		}
		if (key.kind() == InteractionKind.SLASH_COMMAND) {
			String description = describe(methods, key.name());
			command.description(description);
			Map<String, String> descriptions = this.texts.localizations(code(key.name()) + ".description", description);
			if (!descriptions.isEmpty()) {
				command.descriptionLocalizations(descriptions);
			}
			command.options(options(key.name(), methods, options));
		}
		ApplicationCommandType type = first.kind().type();
		if (type != null && key.kind() != InteractionKind.SLASH_COMMAND) {
			command.type(type);
		}
		attributes(command, methods);
		return checked(first, key.name(), command::build);
	}

	private void attributes(CommandRequest.Builder command, List<InteractionMethod> methods) {
		List<Permissions> permissions = constants(methods, "permissions", PERMISSIONS);
		if (!permissions.isEmpty()) {
			long bits = 0;
			for (Permissions permission : permissions) {
				bits |= permission.bits();
			}
			command.defaultMemberPermissions(new Permissions(bits));
		}
		command.contexts(constants(methods, "contexts", CONTEXTS).toArray(InteractionContextType[]::new));
		command.integrationTypes(
				constants(methods, "integrationTypes", INTEGRATION_TYPES).toArray(ApplicationIntegrationType[]::new));
		if (methods.stream().anyMatch(AnnotatedCommands::isNsfw)) {
			command.nsfw(true);
		}
	}

	private static boolean isNsfw(InteractionMethod method) {
		return method.annotation().getBoolean("nsfw") || method.group().getValue("nsfw", Boolean.class).orElse(false);
	}

	private <T> List<T> constants(List<InteractionMethod> methods, String attribute, NamedConstants<T> constants) {
		Set<String> names = same(methods, attribute, (method) -> {
			String[] own = method.annotation().getStringArray(attribute);
			if (own.length == 0 && method.group().isPresent()) {
				own = method.group().getStringArray(attribute);
			}
			return Arrays.stream(own).map(this.methods::text).collect(Collectors.toCollection(LinkedHashSet::new));
		});
		return names.stream().map((name) -> constants.get(methods.get(0).listener(), name)).toList();
	}

	/** What all methods of a command say that say anything. */
	private static <T> Set<T> same(List<InteractionMethod> methods, String attribute,
			Function<InteractionMethod, Set<T>> value) {
		Set<T> said = Set.of();
		for (InteractionMethod method : methods) {
			Set<T> own = value.apply(method);
			if (!own.isEmpty() && !said.isEmpty() && !own.equals(said)) {
				throw new InvalidGatewayListenerException(method.listener(),
						"has other " + attribute + " than another sub-command of /" + method.path().split(" ")[0]
								+ ", though they count for the whole command",
						"Say them once, for example in @CommandGroup.");
			}
			said = own.isEmpty() ? said : own;
		}
		return said;
	}

	/** The options of a command, or its groups and sub-commands. */
	private CommandOption[] options(String name, List<InteractionMethod> methods, OptionDefinitions options) {
		InteractionMethod first = methods.get(0);
		if (methods.size() == 1 && first.path().equals(name)) {
			return checkedOptions(first, options).toArray(CommandOption[]::new);
		}
		Map<String, List<InteractionMethod>> children = new TreeMap<>();
		for (InteractionMethod method : methods) {
			String[] words = method.path().split(" ");
			if (words.length == 1 || words.length > MAX_WORDS) {
				throw new InvalidGatewayListenerException(method.listener(),
						"is the command /" + method.path()
								+ ((words.length == 1) ? ", of which others are sub-commands"
										: ", which has more than one group"),
						(words.length == 1) ? "A command has sub-commands, or can be used itself: make it one, too."
								: "Name at most a command, a group and a sub-command.");
			}
			children.computeIfAbsent(words[1], (child) -> new ArrayList<>()).add(method);
		}
		List<CommandOption> made = new ArrayList<>();
		children.forEach((child, of) -> made.add(child(name + " " + child, child, of, options)));
		return made.toArray(CommandOption[]::new);
	}

	private CommandOption child(String path, String word, List<InteractionMethod> methods, OptionDefinitions options) {
		InteractionMethod first = methods.get(0);
		if (methods.size() == 1 && first.path().equals(path)) {
			return option(ApplicationCommandOptionType.SUB_COMMAND, path, word, methods,
					checkedOptions(first, options));
		}
		List<CommandOption> made = new ArrayList<>();
		for (InteractionMethod method : methods) {
			if (method.path().equals(path)) {
				throw new InvalidGatewayListenerException(method.listener(),
						"is the command /" + path + ", which is a group of others",
						"A group cannot be used itself: give it a third word, or another second one.");
			}
			made.add(option(ApplicationCommandOptionType.SUB_COMMAND, method.path(),
					method.path().substring(path.length() + 1), List.of(method), checkedOptions(method, options)));
		}
		return option(ApplicationCommandOptionType.SUB_COMMAND_GROUP, path, word, methods, made);
	}

	private CommandOption option(ApplicationCommandOptionType type, String path, String word,
			List<InteractionMethod> methods, List<CommandOption> options) {
		String description = describe(methods, path);
		CommandOption.Builder option = CommandOption.builder(type, word, description)
			.options(options.toArray(CommandOption[]::new));
		Map<String, String> names = this.texts.localizations(code(path) + ".name", word);
		if (!names.isEmpty()) {
			option.nameLocalizations(names);
		}
		Map<String, String> descriptions = this.texts.localizations(code(path) + ".description", description);
		if (!descriptions.isEmpty()) {
			option.descriptionLocalizations(descriptions);
		}
		return option.build();
	}

	/** Checks the options of a method by itself, so that a message names it. */
	private List<CommandOption> checkedOptions(InteractionMethod method, OptionDefinitions options) {
		String[] words = method.path().split(" ");
		List<CommandOption> made = options.of(method);
		checked(method, method.path(),
				() -> CommandRequest.builder(words[words.length - 1])
					.description(describe(List.of(method), method.path()))
					.options(made.toArray(CommandOption[]::new))
					.build());
		return made;
	}

	private static CommandRequest checked(InteractionMethod method, String name, Supplier<CommandRequest> command) {
		try {
			return command.get();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGatewayListenerException(method.listener(),
					"is " + method.kind().words() + name + ", which Discord would refuse: " + ex.getMessage(),
					"Change its annotations, or its texts in the MessageSource.", ex);
		}
	}

	/** That of the method, or of a class whose group it is. */
	private String describe(List<InteractionMethod> methods, String path) {
		String given = "";
		for (InteractionMethod method : methods) {
			String said = method.path().equals(path) ? description(method.annotation()) : group(method, path);
			given = (given.isEmpty() && said != null) ? this.methods.text(said) : given;
		}
		String[] words = path.split(" ");
		return this.texts.text(code(path) + ".description", given, words[words.length - 1]);
	}

	private @Nullable String group(InteractionMethod method, String path) {
		MergedAnnotation<?> group = method.group();
		return (group.isPresent() && this.methods.text(group.getString("name")).equals(path)) ? description(group)
				: null;
	}

	private static String description(MergedAnnotation<?> annotation) {
		return annotation.getValue("description", String.class).orElse("");
	}

	private static String code(String path) {
		return path.replace(' ', '.');
	}

}
