package io.github.discordgateway.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The catalogue of the protocol, against which payloads are compared.
 */
final class Catalog {

	private final JsonNode root;

	private Catalog(JsonNode root) {
		this.root = root;
	}

	/** Looks for the catalogue in the folders above. */
	static @Nullable Catalog find() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path file = folder.resolve("shared/protocol/gateway-catalog.json");
			if (Files.exists(file)) {
				return new Catalog(TestClient.MAPPER.readTree(file.toFile()));
			}
		}
		return null;
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
		JsonNode union = this.root.path("types").path(type).path("union");
		if (union.isObject()) {
			JsonNode discriminator = union.path("discriminator");
			JsonNode holder = discriminator.has("parent") ? parent : body;
			String value = (holder != null) ? holder.path(discriminator.path("field").asString()).asString("") : "";
			checkObject(union.path("mapping").path(value).asString(), body, path, parent, complaints);
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
