package io.github.discordgateway.event;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The catalogue of the protocol, and what it says of a body.
 */
final class Catalog {

	static final JsonNode ROOT = Payloads.resource("/gateway-catalog.json");

	private Catalog() {
	}

	/** The name of the type that the body of an event has. */
	static String payload(EventType event) {
		for (JsonNode entry : ROOT.get("events")) {
			if (entry.get("name").stringValue().equals(event.name())) {
				return entry.get("payload").stringValue();
			}
		}
		throw new AssertionError(event + " is not in the catalogue");
	}

	static JsonNode type(String name) {
		return ROOT.get("types").get(name);
	}

	/** All fields of a type, those that it inherits included. */
	static Map<String, JsonNode> fields(String typeName) {
		Map<String, JsonNode> fields = new LinkedHashMap<>();
		type(typeName).path("extends").forEach((parent) -> fields.putAll(fields(parent.stringValue())));
		type(typeName).path("fields").forEach((field) -> fields.put(field.get("name").stringValue(), field));
		return fields;
	}

	/** The variant of a union that a body is; the type itself when it is no union. */
	static @Nullable String variant(String typeName, JsonNode body, @Nullable JsonNode parent) {
		JsonNode union = type(typeName).get("union");
		if (union == null) {
			return typeName;
		}
		JsonNode discriminator = union.get("discriminator");
		JsonNode holder = discriminator.has("parent") ? parent : body;
		if (holder == null) {
			return null;
		}
		return union.get("mapping")
			.path(holder.path(discriminator.get("field").stringValue()).asString(""))
			.asString(null);
	}

	/**
	 * What a record can hold of a body: known fields whose values have the documented
	 * type, in the form in which they are written. Null when there is nothing of it.
	 */
	static @Nullable JsonNode known(String wireType, JsonNode value, @Nullable JsonNode parent) {
		if (value.isNull()) {
			return null;
		}
		if (wireType.startsWith("array<")) {
			return value.isArray() ? knownElements(wireType.substring(6, wireType.length() - 1), value) : null;
		}
		if (wireType.startsWith("map<")) {
			return value.isObject() ? knownEntries(wireType, value) : null;
		}
		if (wireType.startsWith("object:")) {
			return value.isObject() ? knownFields(wireType.substring(7), value, parent) : null;
		}
		if (wireType.startsWith("enum:") || wireType.startsWith("flags:")) {
			String wire = ROOT.get("enums")
				.get(wireType.substring(wireType.indexOf(':') + 1))
				.get("wire")
				.stringValue();
			return wire.equals("string") ? text(value) : number(value);
		}
		return switch (wireType) {
			case "snowflake", "snowflake|integer" -> id(value);
			case "string", "integer|string" -> text(value);
			case "timestamp" -> timestamp(value);
			case "integer" -> number(value);
			case "number" -> value.isNumber() ? DoubleNode.valueOf(value.doubleValue()) : null;
			case "boolean" -> value.isBoolean() ? value : null;
			case "string|integer|number|boolean" -> value.isContainer() ? null : value;
			case "any" -> (value.isContainer() && value.isEmpty()) ? null : value;
			default -> throw new AssertionError("The catalogue has a new type: " + wireType);
		};
	}

	private static @Nullable JsonNode id(JsonNode value) {
		try {
			return StringNode.valueOf(Snowflake.of(value.asString("")).toString());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable JsonNode text(JsonNode value) {
		return value.isContainer() ? null : StringNode.valueOf(value.asString());
	}

	private static @Nullable JsonNode number(JsonNode value) {
		String text = value.asString("");
		return text.matches("-?\\d{1,19}") ? Payloads.MAPPER.readTree(text) : null;
	}

	private static @Nullable JsonNode timestamp(JsonNode value) {
		try {
			return StringNode.valueOf(OffsetDateTime.parse(value.asString("")).toInstant().toString());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static @Nullable JsonNode knownElements(String elementType, JsonNode value) {
		ArrayNode copy = Payloads.MAPPER.createArrayNode();
		for (JsonNode element : value) {
			JsonNode known = elementType.equals("any") ? text(element) : known(elementType, element, null);
			if (known != null || (element.isObject() && elementType.startsWith("object:"))) {
				copy.add((known != null) ? known : Payloads.MAPPER.createObjectNode());
			}
		}
		return copy.isEmpty() ? null : copy;
	}

	private static @Nullable JsonNode knownEntries(String mapType, JsonNode value) {
		String valueType = mapType.substring(mapType.indexOf(',') + 1, mapType.length() - 1);
		ObjectNode copy = Payloads.MAPPER.createObjectNode();
		value.properties().forEach((entry) -> {
			if (!entry.getKey().matches("\\d{1,20}")) {
				return;
			}
			JsonNode known = known(valueType, entry.getValue(), null);
			if (known != null || entry.getValue().isObject()) {
				copy.set(entry.getKey(), (known != null) ? known : Payloads.MAPPER.createObjectNode());
			}
		});
		return copy.isEmpty() ? null : copy;
	}

	private static @Nullable JsonNode knownFields(String typeName, JsonNode value, @Nullable JsonNode parent) {
		String variant = variant(typeName, value, parent);
		if (variant == null) {
			return value;
		}
		ObjectNode copy = Payloads.MAPPER.createObjectNode();
		fields(variant).forEach((name, field) -> {
			String wireType = field.get("type").stringValue();
			JsonNode sent = value.get(name);
			if (wireType.equals("null")) {
				if (sent != null) {
					copy.putNull(name);
				}
				return;
			}
			JsonNode known = (sent != null) ? known(wireType, sent, value) : null;
			if (known != null) {
				copy.set(name, known);
			}
		});
		return copy.isEmpty() ? null : copy;
	}

}
