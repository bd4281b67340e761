package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A modal that the bot shows to a user. It is filled in field by field, and then
 * submitted.
 *
 * @see LiveInteraction#expectModal()
 */
public final class LiveModal {

	private static final int TEXT_INPUT = 4;

	private static final int FILE_UPLOAD = 19;

	private static final int RADIO_GROUP = 21;

	private static final int CHECKBOX_GROUP = 22;

	private static final int CHECKBOX = 23;

	/** Those that offer choices of the bot's. */
	private static final Set<Integer> WITH_OPTIONS = Set.of(InteractionPayloads.STRING_SELECT, RADIO_GROUP,
			CHECKBOX_GROUP);

	/** Those that offer users, roles or channels. */
	private static final Set<Integer> ENTITY_SELECTS = Set.of(InteractionPayloads.USER_SELECT,
			InteractionPayloads.ROLE_SELECT, InteractionPayloads.MENTIONABLE_SELECT,
			InteractionPayloads.CHANNEL_SELECT);

	/** The size of a file that is uploaded. */
	private static final int FILE_BYTES = 1024;

	private static final List<String> KEPT = List.of("type", "id", "custom_id");

	private final LiveInteraction shownBy;

	private final JsonNode modal;

	private final Map<String, List<String>> values = new LinkedHashMap<>();

	LiveModal(LiveInteraction shownBy, JsonNode modal) {
		this.shownBy = shownBy;
		this.modal = modal;
	}

	/**
	 * The id that the bot gave it.
	 * @return the {@code custom_id}
	 */
	public String customId() {
		return this.modal.path("custom_id").asString("");
	}

	/**
	 * The title that the user sees.
	 * @return the title
	 */
	public String title() {
		return this.modal.path("title").asString("");
	}

	/**
	 * The fields that can be filled in.
	 * @return their {@code custom_id}s, in their order
	 */
	public List<String> fields() {
		List<String> fields = new ArrayList<>();
		eachField((field, id) -> fields.add(id));
		return fields;
	}

	private void eachField(BiConsumer<JsonNode, String> consumer) {
		InteractionPayloads.eachComponent(this.modal.path("components"), (component, id) -> {
			if (!id.isEmpty()) {
				consumer.accept(component, id);
			}
		});
	}

	/**
	 * Fills in a field.
	 * @param customId the id of the field
	 * @param values the text of a text input; what is chosen in a select or group, ids of
	 * users, roles and channels; {@code true} for a checkbox; the names of uploaded files
	 * @return this modal
	 * @throws IllegalStateException when the modal has no such field
	 */
	public LiveModal field(String customId, String... values) {
		if (!fields().contains(customId)) {
			throw new IllegalStateException(
					"The modal " + customId() + " has no field " + customId + ": it has " + fields());
		}
		this.values.put(customId, List.of(values));
		return this;
	}

	/**
	 * Submits the modal: INTERACTION_CREATE.
	 * @return what the bot is asked, to wait for the answer
	 * @throws IllegalStateException when a field that is required is empty, a text is
	 * shorter or longer than the modal allows, or something is chosen that is not offered
	 */
	public LiveInteraction submits() {
		eachField(this::check);
		ObjectNode data = ObjectPayloads.template("{}").put("custom_id", customId());
		Map<String, List<String>> sent = new LinkedHashMap<>();
		eachField((field, id) -> sent.put(id, sent(field, this.values.getOrDefault(id, List.of()), data)));
		data.set("components", filled(this.modal.path("components"), sent));
		ObjectNode body = InteractionPayloads.interaction(this.shownBy.user(), SimulatedInteraction.MODAL, data);
		JsonNode source = this.shownBy.json().path("message");
		if (source.isObject()) {
			body.set("message", source.deepCopy());
		}
		return this.shownBy.user().causes(body);
	}

	/**
	 * Submits the modal and waits for the message that answers.
	 * @return the message
	 */
	public Message expectReply() {
		return submits().expectReply();
	}

	/** What is sent for a field: ids of what is resolved, or the values themselves. */
	private List<String> sent(JsonNode field, List<String> values, ObjectNode data) {
		int type = field.path("type").asInt(0);
		LiveUser user = this.shownBy.user();
		if (type == FILE_UPLOAD) {
			return values.stream()
				.map((filename) -> InteractionPayloads.resolveAttachment(data, user, filename, FILE_BYTES))
				.toList();
		}
		if (ENTITY_SELECTS.contains(type)) {
			values.forEach((id) -> InteractionPayloads.resolve(data, user, type, Snowflake.of(id)));
		}
		return values;
	}

	private void check(JsonNode field, String id) {
		List<String> given = this.values.getOrDefault(id, List.of());
		boolean text = field.path("type").asInt(0) == TEXT_INPUT;
		String value = given.isEmpty() ? field.path("value").asString("") : given.get(0);
		if (field.path("required").asBoolean(field.path("type").asInt(0) != CHECKBOX)
				&& (text ? value.isEmpty() : given.isEmpty())) {
			throw new IllegalStateException("The modal " + customId() + " requires the field " + id);
		}
		if (!text && !given.isEmpty() && field.path("type").asInt(0) != CHECKBOX) {
			checkChosen(field, id, given);
		}
		if (text && (value.length() > field.path("max_length").asInt(4000)
				|| (!value.isEmpty() && value.length() < field.path("min_length").asInt(0)))) {
			throw new IllegalStateException("The modal " + customId() + " takes no text of " + value.length()
					+ " characters in the field " + id);
		}
	}

	private void checkChosen(JsonNode field, String id, List<String> given) {
		List<String> offered = field.path("options").findValuesAsString("value");
		if (WITH_OPTIONS.contains(field.path("type").asInt(0)) && !offered.containsAll(given)) {
			throw new IllegalStateException(
					"The field " + id + " of the modal " + customId() + " offers " + offered + ", not " + given);
		}
		int most = field.path("max_values")
			.asInt((field.path("type").asInt(0) == CHECKBOX_GROUP) ? Math.max(offered.size(), 1) : 1);
		if (given.size() < field.path("min_values").asInt(1) || given.size() > most) {
			throw new IllegalStateException(
					"The field " + id + " of the modal " + customId() + " does not take the values " + given);
		}
	}

	private ArrayNode filled(JsonNode components, Map<String, List<String>> sent) {
		ArrayNode filled = this.modal.isObject() ? ((ObjectNode) this.modal).arrayNode()
				: ObjectPayloads.NOTHING.arrayNode();
		int id = 1;
		for (JsonNode component : components) {
			filled.add(filled((ObjectNode) component, id++, sent));
		}
		return filled;
	}

	private ObjectNode filled(ObjectNode component, int id, Map<String, List<String>> sent) {
		ObjectNode filled = component.deepCopy().retain(KEPT);
		if (!filled.has("id")) {
			filled.put("id", id);
		}
		if (component.path("components").isArray()) {
			filled.set("components", filled(component.path("components"), sent));
		}
		else if (component.path("component").isObject()) {
			filled.set("component", filled((ObjectNode) component.path("component"), id + 100, sent));
		}
		else if (component.has("custom_id")) {
			fill(filled, component, sent.getOrDefault(component.path("custom_id").asString(""), List.of()));
		}
		return filled;
	}

	private static void fill(ObjectNode filled, ObjectNode component, List<String> given) {
		int type = component.path("type").asInt(0);
		if (type == TEXT_INPUT) {
			filled.put("value", given.isEmpty() ? component.path("value").asString("") : given.get(0));
		}
		else if (type == CHECKBOX) {
			filled.put("value", given.contains("true"));
		}
		else if (type == RADIO_GROUP) {
			filled.put("value", given.isEmpty() ? null : given.get(0));
		}
		else {
			given.forEach(filled.putArray("values")::add);
		}
	}

	/** The {@code custom_id}. */
	@Override
	public String toString() {
		return customId();
	}

}
