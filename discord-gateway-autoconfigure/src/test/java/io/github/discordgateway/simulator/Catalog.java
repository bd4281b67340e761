package io.github.discordgateway.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue of the protocol, against which payloads are compared.
 */
final class Catalog {

	private final JsonNode root;

	private Catalog(JsonNode root) {
		this.root = root;
	}

	static Catalog load() {
		return new Catalog(resource("/gateway-catalog.json"));
	}

	/** The body of an event with every documented field. */
	static ObjectNode fixture(String eventName) {
		return (ObjectNode) resource("/fixtures/" + eventName + ".json");
	}

	private static JsonNode resource(String name) {
		try (@Nullable
		InputStream stream = Catalog.class.getResourceAsStream(name)) {
			return TestClient.MAPPER.readTree(Objects.requireNonNull(stream, name).readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Takes out of an event's body whatever may be absent, and makes null what may be.
	 */
	ObjectNode minimal(String eventName, ObjectNode body) {
		for (JsonNode event : this.root.path("events")) {
			if (event.path("name").asString().equals(eventName)) {
				ObjectNode minimal = body.deepCopy();
				strip(event.path("payload").asString(), minimal, null);
				return minimal;
			}
		}
		throw new IllegalArgumentException("Not in the catalogue: " + eventName);
	}

	private void strip(String type, JsonNode body, @Nullable JsonNode parent) {
		String variant = variant(type, body, parent);
		if (!(body instanceof ObjectNode object)) {
			return;
		}
		fields(variant).forEach((name, field) -> {
			JsonNode value = object.path(name);
			if (field.path("optional").booleanValue()) {
				object.remove(name);
			}
			else if (field.path("nullable").booleanValue()) {
				object.putNull(name);
			}
			else if (field.path("type").asString().startsWith("object:")) {
				strip(field.path("type").asString().substring(7), value, body);
			}
			else if (field.path("type").asString().startsWith("array<object:")) {
				String element = field.path("type").asString().substring("array<object:".length());
				value.forEach((item) -> strip(element.substring(0, element.length() - 1), item, body));
			}
		});
	}

	private String variant(String type, JsonNode body, @Nullable JsonNode parent) {
		JsonNode union = this.root.path("types").path(type).path("union");
		if (!union.isObject()) {
			return type;
		}
		JsonNode discriminator = union.path("discriminator");
		JsonNode holder = discriminator.has("parent") ? parent : body;
		String value = (holder != null) ? holder.path(discriminator.path("field").asString()).asString("") : "";
		return union.path("mapping").path(value).asString("");
	}

	/** What an event's body has too much, too little, or of another type. */
	List<String> complaints(String eventName, JsonNode body) {
		List<String> complaints = new ArrayList<>();
		for (JsonNode event : this.root.path("events")) {
			if (event.path("name").asString().equals(eventName)) {
				checkObject(event.path("payload").asString(), body, eventName, null, complaints);
				return complaints;
			}
		}
		throw new IllegalArgumentException("Not in the catalogue: " + eventName);
	}

	private Map<String, JsonNode> fields(String type) {
		JsonNode declaration = this.root.path("types").path(type);
		Map<String, JsonNode> fields = new LinkedHashMap<>();
		declaration.path("extends").forEach((parent) -> fields.putAll(fields(parent.asString())));
		declaration.path("fields").forEach((field) -> fields.put(field.path("name").asString(), field));
		return fields;
	}

	private void checkObject(String type, JsonNode body, String path, @Nullable JsonNode parent,
			List<String> complaints) {
		String variant = variant(type, body, parent);
		if (!variant.equals(type)) {
			checkObject(variant, body, path, parent, complaints);
			return;
		}
		Map<String, JsonNode> fields = fields(type);
		if (!body.isObject() || fields.isEmpty()) {
			complaints.add(path + " is not a known object of type " + type);
			return;
		}
		fields.forEach((name, field) -> {
			if (!field.path("optional").booleanValue() && !body.has(name)) {
				complaints.add(path + "." + name + " is missing");
			}
		});
		body.properties().forEach((entry) -> {
			String at = path + "." + entry.getKey();
			JsonNode field = fields.get(entry.getKey());
			if (field == null) {
				complaints.add(at + " is unknown");
			}
			else if (entry.getValue().isNull()) {
				if (!field.path("nullable").booleanValue()) {
					complaints.add(at + " is null");
				}
			}
			else {
				check(field.path("type").asString(), entry.getValue(), at, body, complaints);
			}
		});
	}

	private void check(String type, JsonNode value, String path, JsonNode parent, List<String> complaints) {
		if (type.startsWith("object:")) {
			checkObject(type.substring(7), value, path, parent, complaints);
		}
		else if (type.startsWith("array<")) {
			if (!value.isArray()) {
				complaints.add(path + " is not an array");
			}
			String element = type.substring(6, type.length() - 1);
			value.forEach((item) -> check(element, item, path + "[]", parent, complaints));
		}
		else if (!fits(type, value)) {
			complaints.add(path + " is not a " + type + ": " + value);
		}
	}

	private boolean fits(String type, JsonNode value) {
		if (type.startsWith("enum:") || type.startsWith("flags:")) {
			JsonNode declaration = this.root.path("enums").path(type.substring(type.indexOf(':') + 1));
			boolean text = declaration.path("wire").asString("").equals("string");
			if (text != value.isString()) {
				return false;
			}
			if (type.startsWith("flags:")) {
				return !text || value.asString().matches("\\d+");
			}
			for (JsonNode known : declaration.path("values")) {
				if (known.path("value").asString().equals(value.asString())) {
					return true;
				}
			}
			return false;
		}
		return switch (type) {
			case "snowflake" -> value.isString() && value.asString().matches("\\d{1,20}");
			case "string" -> value.isString();
			case "integer" -> value.isIntegralNumber();
			case "number" -> value.isNumber();
			case "boolean" -> value.isBoolean();
			case "timestamp" -> value.isString()
					&& value.asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00");
			case "any" -> true;
			default -> type.startsWith("map<") ? value.isObject() : type.contains("|");
		};
	}

}
