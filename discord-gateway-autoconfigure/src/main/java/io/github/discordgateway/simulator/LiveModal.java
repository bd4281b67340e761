package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.discordgateway.model.message.Message;
import org.jspecify.annotations.Nullable;
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

	private static final int CHECKBOX = 23;

	private static final List<String> KEPT = List.of("type", "id", "custom_id");

	private final LiveInteraction shownBy;

	private final JsonNode modal;

	private final Map<String, List<String>> values = new java.util.LinkedHashMap<>();

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
	 * @param values the text of a text input, or what is chosen in a select
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
	 * @throws IllegalStateException when a field that is required is empty, or a text is
	 * shorter or longer than the modal allows
	 */
	public LiveInteraction submits() {
		eachField(this::check);
		ObjectNode data = ObjectPayloads.template("{}").put("custom_id", customId());
		data.set("components", filled(this.modal.path("components")));
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

	private void check(JsonNode field, String id) {
		List<String> given = this.values.getOrDefault(id, List.of());
		boolean text = field.path("type").asInt(0) == TEXT_INPUT;
		String value = given.isEmpty() ? field.path("value").asString("") : given.get(0);
		if (field.path("required").asBoolean(field.path("type").asInt(0) != CHECKBOX)
				&& (text ? value.isEmpty() : given.isEmpty())) {
			throw new IllegalStateException("The modal " + customId() + " requires the field " + id);
		}
		if (text && (value.length() > field.path("max_length").asInt(4000)
				|| (!value.isEmpty() && value.length() < field.path("min_length").asInt(0)))) {
			throw new IllegalStateException("The modal " + customId() + " takes no text of " + value.length()
					+ " characters in the field " + id);
		}
	}

	private ArrayNode filled(JsonNode components) {
		ArrayNode filled = this.modal.isObject() ? ((ObjectNode) this.modal).arrayNode()
				: ObjectPayloads.NOTHING.arrayNode();
		int id = 1;
		for (JsonNode component : components) {
			filled.add(filled((ObjectNode) component, id++));
		}
		return filled;
	}

	private ObjectNode filled(ObjectNode component, int id) {
		ObjectNode filled = component.deepCopy().retain(KEPT);
		if (!filled.has("id")) {
			filled.put("id", id);
		}
		if (component.path("components").isArray()) {
			filled.set("components", filled(component.path("components")));
		}
		else if (component.path("component").isObject()) {
			filled.set("component", filled((ObjectNode) component.path("component"), id + 100));
		}
		else if (component.has("custom_id")) {
			fill(filled, component);
		}
		return filled;
	}

	private void fill(ObjectNode filled, ObjectNode component) {
		@Nullable List<String> given = this.values.get(component.path("custom_id").asString(""));
		int type = component.path("type").asInt(0);
		if (type == TEXT_INPUT) {
			filled.put("value",
					(given != null && !given.isEmpty()) ? given.get(0) : component.path("value").asString(""));
		}
		else if (type == CHECKBOX) {
			filled.put("value", given != null && given.contains("true"));
		}
		else {
			ArrayNode values = filled.putArray("values");
			if (given != null) {
				given.forEach(values::add);
			}
		}
	}

	/** The {@code custom_id}. */
	@Override
	public String toString() {
		return customId();
	}

}
