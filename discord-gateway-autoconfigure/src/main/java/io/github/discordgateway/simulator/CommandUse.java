package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A slash command as a user writes it, option by option. The bot hears of it when it is
 * sent: by {@link #sends()}, by {@link #expectReply()}, which also waits for the answer,
 * or, while an option is being typed, by {@link #types(String, String)}.
 *
 * <p>
 * Options need not be registered. Where the bot has registered the command, options have
 * the types that were registered, and what the command requires or does not know is an
 * {@link IllegalStateException}.
 *
 * @see LiveUser#uses(String)
 */
public final class CommandUse {

	private static final int SUB_COMMAND = 1;

	private static final int GROUP = 2;

	private static final int TEXT = 3;

	private static final int INTEGER = 4;

	private static final int BOOLEAN = 5;

	private static final int USER = 6;

	private static final int CHANNEL = 7;

	private static final int ROLE = 8;

	private static final int MENTIONABLE = 9;

	private static final int NUMBER = 10;

	private static final int ATTACHMENT = 11;

	private final LiveUser user;

	private final List<String> path;

	private final @Nullable ObjectNode registered;

	private final ObjectNode data;

	private final ArrayNode options;

	CommandUse(LiveUser user, String command) {
		this.user = user;
		this.path = List.of(command.strip().split("\\s+"));
		if (this.path.size() > 3) {
			throw new IllegalArgumentException(
					"A command has at most a group and a sub-command, not '" + command + "'");
		}
		this.registered = user.liveWorld().findCommand(user.guildId(), this.path.get(0), 1);
		this.data = user.liveWorld().commandData(this.registered, this.path.get(0), 1);
		ArrayNode options = this.data.putArray("options");
		for (int i = 1; i < this.path.size(); i++) {
			options = options.addObject()
				.put("type", (i == this.path.size() - 1) ? SUB_COMMAND : GROUP)
				.put("name", this.path.get(i))
				.putArray("options");
		}
		this.options = options;
		if (this.registered != null) {
			definitions();
		}
	}

	/** What is registered for the options of the sub-command. */
	private @Nullable JsonNode definitions() {
		if (this.registered == null) {
			return null;
		}
		JsonNode definitions = this.registered.path("options");
		for (String name : this.path.subList(1, this.path.size())) {
			JsonNode found = find(definitions, name);
			if (found == null) {
				throw new IllegalStateException("/" + String.join(" ", this.path) + " is not registered: /"
						+ this.path.get(0) + " has " + names(definitions));
			}
			definitions = found.path("options");
		}
		return definitions;
	}

	private static @Nullable JsonNode find(JsonNode definitions, String name) {
		for (JsonNode definition : definitions) {
			if (definition.path("name").asString("").equals(name)) {
				return definition;
			}
		}
		return null;
	}

	private static List<String> names(JsonNode definitions) {
		List<String> names = new ArrayList<>();
		definitions.forEach((definition) -> names.add(definition.path("name").asString("")));
		return names;
	}

	/**
	 * Gives an option a value.
	 * @param name the name of the option
	 * @param value a text, a whole number, any other number, or a boolean
	 * @return this use
	 */
	public CommandUse option(String name, Object value) {
		ObjectNode option = ObjectPayloads.template("{}");
		if (value instanceof String text) {
			option.put("type", TEXT).put("value", text);
		}
		else if (value instanceof Boolean flag) {
			option.put("type", BOOLEAN).put("value", flag);
		}
		else if (value instanceof Integer || value instanceof Long) {
			option.put("type", INTEGER).put("value", ((Number) value).longValue());
		}
		else if (value instanceof Number number) {
			option.put("type", NUMBER).put("value", number.doubleValue());
		}
		else if (value instanceof LiveUser target) {
			return user(name, target);
		}
		else {
			throw new IllegalArgumentException(
					"An option of a command is a String, Integer, Long, Double, Boolean or LiveUser, not " + value);
		}
		return add(name, option);
	}

	/**
	 * Gives an option a user.
	 * @param name the name of the option
	 * @param target the user, or the member
	 * @return this use
	 */
	public CommandUse user(String name, LiveUser target) {
		InteractionPayloads.resolve(this.data, this.user, target);
		return add(name, ObjectPayloads.template("{}").put("type", USER).put("value", target.id().toString()));
	}

	/**
	 * Gives an option a role.
	 * @param name the name of the option
	 * @param roleId the id of the role
	 * @return this use
	 */
	public CommandUse role(String name, Snowflake roleId) {
		InteractionPayloads.resolveRole(this.data, this.user.guild(), roleId);
		return add(name, ObjectPayloads.template("{}").put("type", ROLE).put("value", roleId.toString()));
	}

	/**
	 * Gives an option a user or member, as one of the kind "mentionable".
	 * @param name the name of the option
	 * @param target the user, or the member
	 * @return this use
	 */
	public CommandUse mentionable(String name, LiveUser target) {
		InteractionPayloads.resolve(this.data, this.user, target);
		return add(name, ObjectPayloads.template("{}").put("type", MENTIONABLE).put("value", target.id().toString()));
	}

	/**
	 * Gives an option a channel.
	 * @param name the name of the option
	 * @param channelId the id of the channel
	 * @return this use
	 */
	public CommandUse channel(String name, Snowflake channelId) {
		InteractionPayloads.resolveChannel(this.data, this.user.guild(), channelId);
		return add(name, ObjectPayloads.template("{}").put("type", CHANNEL).put("value", channelId.toString()));
	}

	/**
	 * Gives an option a file.
	 * @param name the name of the option
	 * @param filename the name of the file
	 * @param size its size in bytes
	 * @return this use
	 */
	public CommandUse attachment(String name, String filename, int size) {
		String id = InteractionPayloads.resolveAttachment(this.data, this.user, filename, size);
		return add(name, ObjectPayloads.template("{}").put("type", ATTACHMENT).put("value", id));
	}

	private CommandUse add(String name, ObjectNode option) {
		option.put("name", name);
		JsonNode definitions = definitions();
		if (definitions != null) {
			JsonNode definition = find(definitions, name);
			if (definition == null) {
				throw new IllegalStateException("/" + String.join(" ", this.path) + " has no option " + name
						+ ": it has " + names(definitions));
			}
			int type = definition.path("type").asInt(0);
			boolean number = type == NUMBER && option.path("type").asInt(0) == INTEGER;
			if (!number && type != option.path("type").asInt(0)) {
				throw new IllegalStateException(
						"The option " + name + " of /" + String.join(" ", this.path) + " is registered with type "
								+ type + ", and " + option.path("value") + " is of type " + option.path("type"));
			}
			option.put("type", type);
		}
		this.options.add(option);
		return this;
	}

	/**
	 * Sends the command: INTERACTION_CREATE.
	 * @return what the bot is asked, to wait for its answers
	 */
	public LiveInteraction sends() {
		JsonNode definitions = definitions();
		if (definitions != null) {
			for (JsonNode definition : definitions) {
				String name = definition.path("name").asString("");
				if (definition.path("required").asBoolean(false) && find(this.options, name) == null) {
					throw new IllegalStateException("/" + String.join(" ", this.path) + " requires the option " + name);
				}
			}
		}
		return this.user.causes(InteractionPayloads.interaction(this.user, SimulatedInteraction.COMMAND, this.data));
	}

	/**
	 * Sends the command and waits for the message that answers.
	 * @return the message
	 * @see LiveInteraction#expectReply()
	 */
	public Message expectReply() {
		return sends().expectReply();
	}

	/**
	 * Sends the command and waits for the modal that answers.
	 * @return the modal, to be filled in
	 * @see LiveInteraction#expectModal()
	 */
	public LiveModal expectModal() {
		return sends().expectModal();
	}

	/**
	 * Sends the command and waits for the bot to say that its answer comes later.
	 * @return what the bot is asked, to wait for that answer
	 * @see LiveInteraction#expectDeferred()
	 */
	public LiveInteraction expectDeferred() {
		return sends().expectDeferred();
	}

	/**
	 * Types the beginning of an option's value, so that the bot is asked for choices: an
	 * INTERACTION_CREATE of autocomplete.
	 * @param option the name of the option
	 * @param typed what is there so far
	 * @return what the bot is asked
	 * @see LiveInteraction#expectChoices()
	 */
	public LiveInteraction types(String option, String typed) {
		ObjectNode data = this.data.deepCopy();
		JsonNode definitions = definitions();
		JsonNode definition = (definitions != null) ? find(definitions, option) : null;
		JsonNode options = data.path("options");
		for (int i = 1; i < this.path.size(); i++) {
			options = options.path(0).path("options");
		}
		((ArrayNode) options).addObject()
			.put("type", (definition != null) ? definition.path("type").asInt(TEXT) : TEXT)
			.put("name", option)
			.put("value", typed)
			.put("focused", true);
		return this.user.causes(InteractionPayloads.interaction(this.user, SimulatedInteraction.AUTOCOMPLETE, data));
	}

}
