package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands that are registered, for all guilds or for one.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands">Application
 * commands</a>
 */
final class CommandResources {

	private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");

	private static final String[] FIELDS = { "name", "name_localizations", "description", "description_localizations",
			"options", "default_member_permissions", "dm_permission", "contexts", "integration_types", "nsfw" };

	private static final int CHAT_INPUT = 1;

	/** Of each type: slash, user and message commands. */
	private static final int[] LIMITS = { 0, 100, 15, 15 };

	private static final int MAX_CHARACTERS = 8000;

	private final RestWorld world;

	/** By guild; those for all guilds under {@code ""}. */
	private final Map<String, Map<Snowflake, ObjectNode>> commands = new LinkedHashMap<>();

	CommandResources(RestWorld world, RestRoutes routes) {
		this.world = world;
		for (String scope : List.of("/applications/{application}/commands",
				"/applications/{application}/guilds/{guild}/commands")) {
			routes.add("GET", scope, this::list);
			routes.add("PUT", scope, this::overwrite);
			routes.add("POST", scope, this::create);
			routes.add("GET", scope + "/{command}", (request) -> RestAnswer.of(command(request)));
			routes.add("PATCH", scope + "/{command}", this::edit);
			routes.add("DELETE", scope + "/{command}", this::delete);
		}
	}

	/**
	 * Finds a command that can be used in a guild.
	 * @param guildId the guild; {@code null} in direct messages
	 * @param name its name
	 * @param type Discord's number of its type
	 * @return the command; {@code null} when none is registered
	 */
	synchronized @Nullable ObjectNode find(@Nullable Snowflake guildId, String name, int type) {
		List<ObjectNode> all = new ArrayList<>();
		if (guildId != null) {
			all.addAll(this.commands.getOrDefault(guildId.toString(), Map.of()).values());
		}
		all.addAll(this.commands.getOrDefault("", Map.of()).values());
		for (ObjectNode command : all) {
			if (command.path("name").asString("").equals(name) && command.path("type").asInt(0) == type) {
				return command.deepCopy();
			}
		}
		return null;
	}

	private Map<Snowflake, ObjectNode> scope(RestRequest request) {
		if (!request.id("application").equals(SimulatedWorld.BOT_ID)) {
			throw RestRefusal.of(403, 20012, "You are not authorized to perform this action on this application");
		}
		String guild = request.variable("guild");
		if (!guild.isEmpty() && this.world.world().findGuild(request.id("guild")) == null) {
			throw RestRefusal.missingAccess();
		}
		return this.commands.computeIfAbsent(guild, (key) -> new LinkedHashMap<>());
	}

	private ObjectNode command(RestRequest request) {
		synchronized (this) {
			ObjectNode command = scope(request).get(request.id("command"));
			if (command == null) {
				throw RestRefusal.unknownCommand();
			}
			return command.deepCopy();
		}
	}

	private synchronized RestAnswer list(RestRequest request) {
		boolean localizations = request.flag("with_localizations");
		return RestAnswer.list(scope(request).values().stream().map((command) -> {
			ObjectNode shown = command.deepCopy();
			return localizations ? shown : shown.remove(List.of("name_localizations", "description_localizations"));
		}).toList());
	}

	private synchronized RestAnswer overwrite(RestRequest request) {
		Map<Snowflake, ObjectNode> scope = scope(request);
		JsonNode body = request.body();
		if (!body.isArray()) {
			throw RestRefusal.of(400, 50035, "Invalid Form Body");
		}
		FieldChecks checks = new FieldChecks(body);
		Set<String> names = new HashSet<>();
		for (int i = 0; i < body.size(); i++) {
			check(checks, i + ".", body.path(i));
			if (!names.add(type(body.path(i)) + body.path(i).path("name").asString(""))) {
				checks.wrong(i + ".name", "APPLICATION_COMMANDS_DUPLICATE_NAME",
						"Application command names must be unique");
			}
		}
		checks.done();
		Map<Snowflake, ObjectNode> made = new LinkedHashMap<>();
		for (JsonNode command : body) {
			ObjectNode known = same(scope, command);
			ObjectNode next = make(request, command, known);
			made.put(Snowflake.of(next.path("id").asString()), next);
		}
		limit(made);
		scope.clear();
		scope.putAll(made);
		return RestAnswer.list(made.values().stream().map(ObjectNode::deepCopy).toList());
	}

	private static int type(JsonNode command) {
		return command.path("type").asInt(CHAT_INPUT);
	}

	private static @Nullable ObjectNode same(Map<Snowflake, ObjectNode> scope, JsonNode command) {
		for (ObjectNode known : scope.values()) {
			if (known.path("name").equals(command.path("name")) && type(known) == type(command)) {
				return known;
			}
		}
		return null;
	}

	private static void limit(Map<Snowflake, ObjectNode> scope) {
		int[] counts = new int[LIMITS.length];
		for (ObjectNode command : scope.values()) {
			int type = type(command);
			if (type < LIMITS.length && ++counts[type] > LIMITS[type]) {
				throw RestRefusal.of(400, 30032,
						"Maximum number of application commands reached (" + LIMITS[type] + ")");
			}
		}
	}

	private ObjectNode make(RestRequest request, JsonNode fields, @Nullable ObjectNode known) {
		ObjectNode command = ObjectPayloads.template("""
				{"id": "", "application_id": "", "version": "", "default_member_permissions": null, "type": 1,
				"name": "", "name_localizations": null, "description": "", "description_localizations": null,
				"dm_permission": true, "contexts": null, "integration_types": [0], "nsfw": false}""");
		for (String field : FIELDS) {
			JsonNode value = fields.path(field);
			if (!value.isMissingNode() && !(value.isNull() && field.equals("options"))) {
				command.set(field, value.deepCopy());
			}
		}
		String id = (known != null) ? known.path("id").asString() : this.world.payloads().nextId().toString();
		command.put("id", id).put("application_id", SimulatedWorld.BOT_ID.toString()).put("type", type(fields));
		if (!request.variable("guild").isEmpty()) {
			command.put("guild_id", request.variable("guild")).remove("dm_permission");
			command.remove("contexts");
		}
		command.put("version", (known != null) ? known.path("version").asString() : id);
		if (!command.equals(known)) {
			command.put("version", this.world.payloads().nextId().toString());
		}
		return command;
	}

	private synchronized RestAnswer create(RestRequest request) {
		Map<Snowflake, ObjectNode> scope = scope(request);
		ObjectNode body = request.object();
		FieldChecks checks = new FieldChecks(body);
		check(checks, "", body);
		checks.done();
		ObjectNode known = same(scope, body);
		ObjectNode made = make(request, body, known);
		Map<Snowflake, ObjectNode> next = new LinkedHashMap<>(scope);
		next.put(Snowflake.of(made.path("id").asString()), made);
		limit(next);
		scope.putAll(next);
		return (known != null) ? RestAnswer.of(made.deepCopy()) : RestAnswer.created(made.deepCopy());
	}

	private synchronized RestAnswer edit(RestRequest request) {
		ObjectNode known = command(request);
		ObjectNode changed = known.deepCopy();
		changed.setAll(request.only(FIELDS));
		FieldChecks checks = new FieldChecks(changed);
		check(checks, "", changed);
		checks.done();
		ObjectNode made = make(request, changed, known);
		scope(request).put(request.id("command"), made);
		return RestAnswer.of(made.deepCopy());
	}

	private synchronized RestAnswer delete(RestRequest request) {
		command(request);
		scope(request).remove(request.id("command"));
		return RestAnswer.NO_CONTENT;
	}

	private static void check(FieldChecks checks, String path, JsonNode command) {
		boolean slash = type(command) == CHAT_INPUT;
		checks.required(path + "name", command.path("name")).text(path + "name", command.path("name"), 1, 32);
		String name = command.path("name").asString("");
		if (slash && !name.isEmpty() && !isName(name)) {
			checks.wrong(path + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
		}
		if (slash) {
			checks.required(path + "description", command.path("description"))
				.text(path + "description", command.path("description"), 1, 100);
		}
		else if (!command.path("description").asString("").isEmpty()) {
			checks.wrong(path + "description", "APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET",
					"Context menu commands cannot have description");
		}
		int characters = name.length() + command.path("description").asString("").length()
				+ options(checks, path + "options", command.path("options"));
		if (characters > MAX_CHARACTERS) {
			checks.wrong(path + "name", "APPLICATION_COMMAND_TOO_LARGE",
					"Command exceeds maximum size (" + MAX_CHARACTERS + ")");
		}
	}

	private static boolean isName(String name) {
		return NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT));
	}

	private static int options(FieldChecks checks, String path, JsonNode options) {
		checks.size(path, options, 0, 25);
		int characters = 0;
		boolean optional = false;
		Set<String> names = new HashSet<>();
		for (int i = 0; i < options.size(); i++) {
			JsonNode option = options.path(i);
			String at = path + "." + i + ".";
			String name = option.path("name").asString("");
			checks.required(at + "type", option.path("type"))
				.required(at + "name", option.path("name"))
				.required(at + "description", option.path("description"))
				.text(at + "description", option.path("description"), 1, 100)
				.size(at + "choices", option.path("choices"), 0, 25);
			if (!name.isEmpty() && !isName(name)) {
				checks.wrong(at + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
			}
			if (!names.add(name)) {
				checks.wrong(at + "name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
						"Option name already exists");
			}
			boolean required = option.path("required").asBoolean(false);
			if (required && optional) {
				checks.wrong(path + "." + i, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
						"Required options must be placed before non-required options");
			}
			optional |= !required;
			if (option.path("autocomplete").asBoolean(false) && !option.path("choices").isEmpty()) {
				checks.wrong(at + "choices", "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES",
						"Autocomplete options cannot have choices");
			}
			characters += name.length() + option.path("description").asString("").length()
					+ choices(checks, at + "choices.", option.path("choices"))
					+ options(checks, at + "options", option.path("options"));
		}
		return characters;
	}

	private static int choices(FieldChecks checks, String path, JsonNode choices) {
		int characters = 0;
		for (int i = 0; i < choices.size(); i++) {
			checks.required(path + i + ".name", choices.path(i).path("name"))
				.text(path + i + ".name", choices.path(i).path("name"), 1, 100)
				.required(path + i + ".value", choices.path(i).path("value"));
			characters += choices.path(i).path("name").asString("").length()
					+ choices.path(i).path("value").asString("").length();
		}
		return characters;
	}

}
