package io.github.discordgateway.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers to interactions: once, in time, and then as many follow-ups as the token
 * allows.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding">Receiving
 * and responding</a>
 */
final class InteractionResources {

	static final int MESSAGE = 4;

	static final int DEFERRED_MESSAGE = 5;

	static final int DEFERRED_UPDATE = 6;

	static final int UPDATE = 7;

	static final int CHOICES = 8;

	static final int MODAL = 9;

	static final int ACTIVITY = 12;

	private static final int MAX_CHOICES = 25;

	private static final String ORIGINAL = "@original";

	private final RestWorld world;

	private final MessageBodies bodies;

	InteractionResources(RestWorld world, MessageBodies bodies, RestRoutes routes) {
		this.world = world;
		this.bodies = bodies;
		routes.add("POST", "/interactions/{interaction}/{token}/callback", this::respond);
	}

	private InteractionLog log() {
		return this.world.world().interactions();
	}

	private RestAnswer respond(RestRequest request) {
		SimulatedInteraction interaction = log().find(request.variable("token"));
		if (interaction == null || !interaction.id().equals(request.id("interaction"))) {
			throw RestRefusal.unknownInteraction();
		}
		if (interaction.callbackType() != 0) {
			throw alreadyAcknowledged();
		}
		if (log().isTooLateToAnswer(interaction)) {
			throw RestRefusal.unknownInteraction();
		}
		ObjectNode body = request.object();
		int type = body.path("type").asInt(0);
		check(request, interaction, type, body.path("data"));
		if (!interaction.acknowledge(type, body.path("data"))) {
			throw alreadyAcknowledged();
		}
		ObjectNode message = null;
		if (type == MESSAGE || type == DEFERRED_MESSAGE) {
			message = send(interaction, body.path("data"), request, type == DEFERRED_MESSAGE);
			interaction.original(message, type == DEFERRED_MESSAGE);
		}
		else if (type == UPDATE) {
			message = update(interaction, source(interaction), body.path("data"), request);
			interaction.original(message, false);
		}
		else if (type == DEFERRED_UPDATE) {
			interaction.original(source(interaction), false);
		}
		return request.flag("with_response") ? RestAnswer.of(result(interaction, type, message))
				: RestAnswer.NO_CONTENT;
	}

	private static RestRefusal alreadyAcknowledged() {
		return RestRefusal.of(400, 40060, "Interaction has already been acknowledged.");
	}

	private static void check(RestRequest request, SimulatedInteraction interaction, int type, JsonNode data) {
		FieldChecks checks = new FieldChecks(request.object());
		boolean component = interaction.json().path("message").isObject();
		boolean fits = switch (type) {
			case MESSAGE, DEFERRED_MESSAGE, ACTIVITY -> interaction.type() != SimulatedInteraction.AUTOCOMPLETE;
			case DEFERRED_UPDATE, UPDATE -> component && interaction.type() != SimulatedInteraction.AUTOCOMPLETE;
			case CHOICES -> interaction.type() == SimulatedInteraction.AUTOCOMPLETE;
			case MODAL -> interaction.type() == SimulatedInteraction.COMMAND
					|| interaction.type() == SimulatedInteraction.COMPONENT;
			default -> false;
		};
		if (!fits) {
			checks
				.wrong("type", "INTERACTION_APPLICATION_COMMAND_INVALID_RESPONSE_TYPE",
						"The specified interaction response type is not valid for this interaction")
				.done();
		}
		switch (type) {
			case MESSAGE -> {
				MessageBodies.check(request.object(), "data.", data);
				if (MessageBodies.isEmpty(data, request.files())) {
					throw RestRefusal.of(400, 50006, "Cannot send an empty message");
				}
			}
			case UPDATE -> MessageBodies.check(request.object(), "data.", data);
			case CHOICES -> choices(checks, data.path("choices"));
			case MODAL -> modal(checks, data);
			default -> {
			}
		}
	}

	private static void choices(FieldChecks checks, JsonNode choices) {
		checks.required("data.choices", choices).size("data.choices", choices, 0, MAX_CHOICES);
		for (int i = 0; i < choices.size(); i++) {
			checks.text("data.choices." + i + ".name", choices.path(i).path("name"), 1, 100)
				.required("data.choices." + i + ".value", choices.path(i).path("value"));
		}
		checks.done();
	}

	private static void modal(FieldChecks checks, JsonNode data) {
		Set<String> ids = new HashSet<>();
		checks.required("data.custom_id", data.path("custom_id"))
			.text("data.custom_id", data.path("custom_id"), 1, 100)
			.required("data.title", data.path("title"))
			.text("data.title", data.path("title"), 1, 45)
			.required("data.components", data.path("components"))
			.size("data.components", data.path("components"), 1, 5);
		MessageBodies.components(checks, "data.components", data.path("components"), false, ids);
		checks.done();
	}

	private RestWorld.Place place(SimulatedInteraction interaction) {
		Snowflake channel = Snowflake.of(interaction.json().path("channel_id").asString("0"));
		RestWorld.Place place = this.world.find(channel);
		return (place != null) ? place : new RestWorld.Place(channel, null, null, null);
	}

	/** The message whose component was used. */
	private ObjectNode source(SimulatedInteraction interaction) {
		JsonNode message = interaction.json().path("message");
		ObjectNode current = this.world.messages()
			.find(place(interaction).id(), Snowflake.of(message.path("id").asString("0")));
		return (current != null) ? current : (ObjectNode) message.deepCopy();
	}

	private ObjectNode send(SimulatedInteraction interaction, JsonNode data, RestRequest request, boolean deferred) {
		RestWorld.Place place = place(interaction);
		ObjectNode message = this.bodies.create(place, deferred ? ObjectPayloads.NOTHING : data, request.files());
		int flags = data.path("flags").asInt(0);
		message.put("flags", deferred ? (flags & MessageBodies.EPHEMERAL) | MessageBodies.LOADING : flags)
			.put("application_id", SimulatedWorld.BOT_ID.toString())
			.put("webhook_id", SimulatedWorld.BOT_ID.toString());
		if (interaction.type() == SimulatedInteraction.COMMAND) {
			boolean slash = interaction.json().path("data").path("type").asInt(1) == 1;
			message.put("type", slash ? 20 : 23);
		}
		ObjectNode metadata = message.putObject("interaction_metadata")
			.put("id", interaction.id().toString())
			.put("type", interaction.type());
		metadata.set("user", user(interaction));
		metadata.set("authorizing_integration_owners",
				interaction.json().path("authorizing_integration_owners").deepCopy());
		if (!isEphemeral(message)) {
			this.world.happen("MESSAGE_CREATE", message);
		}
		return MessageBodies.forAnswer(message);
	}

	private static JsonNode user(SimulatedInteraction interaction) {
		JsonNode member = interaction.json().path("member").path("user");
		return member.isObject() ? member.deepCopy() : interaction.json().path("user").deepCopy();
	}

	private static boolean isEphemeral(JsonNode message) {
		return (message.path("flags").asInt(0) & MessageBodies.EPHEMERAL) != 0;
	}

	private ObjectNode update(SimulatedInteraction interaction, ObjectNode message, JsonNode data,
			RestRequest request) {
		this.bodies.apply(message, data, request.files());
		message.put("edited_timestamp", ObjectPayloads.timestamp(Instant.now()));
		if (!isEphemeral(message)) {
			this.world.happen("MESSAGE_UPDATE", this.bodies.forEvent(place(interaction), message));
		}
		return message;
	}

	private static ObjectNode result(SimulatedInteraction interaction, int type, @Nullable ObjectNode message) {
		ObjectNode result = ObjectPayloads.template("{}");
		ObjectNode callback = result.putObject("interaction")
			.put("id", interaction.id().toString())
			.put("type", interaction.type());
		if (message != null) {
			callback.put("response_message_id", message.path("id").asString())
				.put("response_message_loading", type == DEFERRED_MESSAGE)
				.put("response_message_ephemeral", isEphemeral(message));
			result.putObject("resource").put("type", type).set("message", message.deepCopy());
		}
		return result;
	}

	/** The interaction whose token is used as a webhook's. */
	private SimulatedInteraction answered(RestRequest request) {
		SimulatedInteraction interaction = log().find(request.variable("token"));
		if (interaction == null || log().isOver(interaction)) {
			throw RestRefusal.of(401, 50027, "Invalid Webhook Token");
		}
		if (interaction.callbackType() == 0) {
			throw RestRefusal.unknownWebhook();
		}
		return interaction;
	}

	private ObjectNode message(SimulatedInteraction interaction, RestRequest request) {
		boolean original = request.variable("message").equals(ORIGINAL);
		ObjectNode message = original ? interaction.original() : interaction.find(request.id("message"));
		if (message == null) {
			throw RestRefusal.unknownMessage();
		}
		ObjectNode current = this.world.messages()
			.find(place(interaction).id(), Snowflake.of(message.path("id").asString()));
		if (current == null && !isEphemeral(message)) {
			throw RestRefusal.unknownMessage();
		}
		return (current != null) ? current : message.deepCopy();
	}

	RestAnswer get(RestRequest request) {
		return RestAnswer.of(message(answered(request), request));
	}

	RestAnswer edit(RestRequest request) {
		SimulatedInteraction interaction = answered(request);
		ObjectNode message = message(interaction, request);
		ObjectNode body = request.object();
		MessageBodies.check(body, "", body);
		boolean loading = (message.path("flags").asInt(0) & MessageBodies.LOADING) != 0;
		if (loading && MessageBodies.isEmpty(body, request.files())) {
			throw RestRefusal.of(400, 50006, "Cannot send an empty message");
		}
		int kept = message.path("flags").asInt(0) & MessageBodies.EPHEMERAL;
		int flags = (body.has("flags") ? body.path("flags").asInt(0) : message.path("flags").asInt(0))
				& ~MessageBodies.LOADING;
		ObjectNode changes = body.deepCopy().put("flags", (flags & ~MessageBodies.EPHEMERAL) | kept);
		ObjectNode edited = update(interaction, message, changes, request);
		interaction.put(edited);
		if (loading) {
			interaction.loaded();
		}
		return RestAnswer.of(edited);
	}

	RestAnswer delete(RestRequest request) {
		SimulatedInteraction interaction = answered(request);
		ObjectNode message = message(interaction, request);
		interaction.remove(Snowflake.of(message.path("id").asString()));
		if (!isEphemeral(message)) {
			RestWorld.Place place = place(interaction);
			ObjectNode event = ObjectPayloads.template("{}")
				.put("id", message.path("id").asString())
				.put("channel_id", place.id().toString());
			if (place.guild() != null) {
				event.put("guild_id", place.guild().id().toString());
			}
			this.world.happen("MESSAGE_DELETE", event);
		}
		return RestAnswer.NO_CONTENT;
	}

	RestAnswer followUp(RestRequest request) {
		SimulatedInteraction interaction = answered(request);
		ObjectNode body = request.object();
		MessageBodies.check(body, "", body);
		if (MessageBodies.isEmpty(body, request.files())) {
			throw RestRefusal.of(400, 50006, "Cannot send an empty message");
		}
		if (interaction.isLoading()) {
			// The first follow-up takes the place of the loading state.
			ObjectNode original = interaction.original();
			if (original != null) {
				int kept = original.path("flags").asInt(0) & MessageBodies.EPHEMERAL;
				ObjectNode changes = body.deepCopy().put("flags", kept);
				ObjectNode edited = update(interaction, original.deepCopy(), changes, request);
				interaction.put(edited);
				interaction.loaded();
				return RestAnswer.of(edited);
			}
		}
		ObjectNode message = send(interaction, body, request, false);
		message.put("type", 0);
		interaction.put(message);
		return RestAnswer.of(message);
	}

}
