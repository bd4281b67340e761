package io.github.discordgateway.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.OpenApi.Property;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.Flags;
import io.github.discordgateway.model.IntValue;
import io.github.discordgateway.model.TextValue;
import io.github.discordgateway.model.TrueIfPresent;
import io.github.discordgateway.model.invite.InviteTargetType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the model with Discord's own description of its HTTP API, where schemas
 * correspond to records. Where it and the catalogue of the gateway differ, the catalogue
 * wins.
 */
class OpenApiModelTests {

	private static final Map<String, Class<?>> RECORDS = OpenApi.records();

	/**
	 * Properties that may miss over HTTP but not on the gateway, with the reason.
	 */
	private static final Map<String, String> ALWAYS_ON_THE_GATEWAY = Map.ofEntries(
			Map.entry("ApplicationCommandInteractionMetadataResponse.user",
					"the gateway names the user of each interaction"),
			Map.entry("MessageComponentInteractionMetadataResponse.user",
					"the gateway names the user of each interaction"),
			Map.entry("ModalSubmitInteractionMetadataResponse.user", "the gateway names the user of each interaction"),
			Map.entry("MessageInteractionResponse.user", "the gateway names the user of each interaction"),
			Map.entry("UserAvatarDecorationResponse.sku_id", "documented as always there"),
			Map.entry("UserNameplateResponse.sku_id", "documented as always there"),
			Map.entry("MessageEmbedImageResponse.url", "documented as always there"),
			Map.entry("DiscordIntegrationResponse.name", "documented as always there"),
			Map.entry("ExternalConnectionIntegrationResponse.name", "documented as always there"),
			Map.entry("GuildSubscriptionIntegrationResponse.name", "documented as always there"),
			Map.entry("AccountResponse.name", "documented as always there"),
			Map.entry("GuildStickerResponse.format_type", "documented as always there"),
			Map.entry("StandardStickerResponse.format_type", "documented as always there"),
			Map.entry("ThreadMetadataResponse.archive_timestamp", "documented as always there"));

	/** Properties of another type on the gateway, with the reason. */
	private static final Map<String, String> OF_ANOTHER_TYPE = Map.of("AuditLogEntryResponse.target_id",
			"the catalogue has a text, since it is no id for every kind of entry",
			"ExternalConnectionIntegrationResponse.id", "the documentation has an id, as for every other integration");

	@Test
	@DisplayName("C49 each schema of Discord's OpenAPI description that is compared belongs to a record that an event holds")
	void schemasBelongToRecords() {
		assertThat(OpenApi.recordNames()).hasSizeGreaterThan(90).isSubsetOf(RECORDS.keySet());
		assertThat(OpenApi.recordNames()).allSatisfy((name) -> assertThat(OpenApi.properties(name)).isNotEmpty());
	}

	@Test
	@DisplayName("C49 every property of Discord's OpenAPI description is a component of the record that corresponds")
	void everyPropertyIsAComponent() {
		List<String> missing = new ArrayList<>();
		forEachProperty((property, component) -> {
			if (component == null) {
				missing.add(property.toString());
			}
		});
		assertThat(missing).isEmpty();
	}

	@Test
	@DisplayName("C49 what may be absent or null by Discord's OpenAPI description may be in the model")
	void whatMayMissTellsSo() {
		Set<String> problems = new LinkedHashSet<>();
		forEachProperty((property, component) -> {
			if (component != null && property.mayMiss() && !tellsThatItIsMissing(component)) {
				problems.add(property.toString());
			}
		});
		assertThat(problems).isEqualTo(ALWAYS_ON_THE_GATEWAY.keySet());
	}

	@Test
	@DisplayName("C49 components have the types of Discord's OpenAPI description")
	void componentsHaveTheTypes() {
		Set<String> problems = new LinkedHashSet<>();
		forEachProperty((property, component) -> {
			if (component != null && !fits(property.definition(), value(component.getGenericType()))
					&& !component.getAccessor().isAnnotationPresent(TrueIfPresent.class)) {
				problems.add(property.toString());
			}
		});
		assertThat(problems).isEqualTo(OF_ANOTHER_TYPE.keySet());
	}

	@Test
	@DisplayName("C49 every value of an enumeration of Discord's OpenAPI description has a constant")
	void everyValueHasAConstant() {
		Map<String, Set<String>> missing = new TreeMap<>();
		Map<Class<?>, Set<String>> values = values();
		assertThat(values).hasSizeGreaterThan(45);
		values.forEach((type, expected) -> {
			Set<String> unknown = new LinkedHashSet<>(expected);
			unknown.removeAll(constants(type));
			if (!unknown.isEmpty()) {
				missing.put(type.getSimpleName(), unknown);
			}
		});
		assertThat(missing).isEmpty();
	}

	/**
	 * The enumerations of the model, with the values that the description has of each.
	 */
	static Map<Class<?>, Set<String>> values() {
		Map<Class<?>, Set<String>> values = new LinkedHashMap<>();
		// Invites have a schema of their own for each kind, none like the event.
		values.put(InviteTargetType.class, OpenApi.values("InviteTargetTypes"));
		forEachProperty((property, component) -> {
			if (component != null) {
				collectValues(property.definition(), value(component.getGenericType()), values);
			}
		});
		return values;
	}

	private static void collectValues(JsonNode definition, Type type, Map<Class<?>, Set<String>> values) {
		JsonNode schema = OpenApi.resolve(definition);
		if (schema.has("items")) {
			collectValues(schema.get("items"), ((ParameterizedType) type).getActualTypeArguments()[0], values);
		}
		else if (type instanceof Class<?> raw
				&& (IntValue.class.isAssignableFrom(raw) || TextValue.class.isAssignableFrom(raw))) {
			Set<String> found = OpenApi.values(definition);
			if (!found.isEmpty()) {
				values.computeIfAbsent(raw, (key) -> new LinkedHashSet<>()).addAll(found);
			}
		}
	}

	private static Set<String> constants(Class<?> type) {
		Set<String> constants = new LinkedHashSet<>();
		for (java.lang.reflect.Field field : type.getFields()) {
			try {
				Object constant = Objects.requireNonNull(field.get(null));
				constants.add((constant instanceof IntValue number) ? Integer.toString(number.value())
						: ((TextValue) constant).value());
			}
			catch (IllegalAccessException ex) {
				throw new AssertionError(ex);
			}
		}
		return constants;
	}

	private static void forEachProperty(PropertyCheck check) {
		for (String name : OpenApi.recordNames()) {
			for (Property property : OpenApi.properties(name)) {
				check.check(property,
						Arrays.stream(Objects.requireNonNull(RECORDS.get(name)).getRecordComponents())
							.filter((component) -> OpenApi.wireName(component).equals(property.name()))
							.findFirst()
							.orElse(null));
			}
		}
	}

	private static boolean tellsThatItIsMissing(RecordComponent component) {
		Class<?> type = component.getType();
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class) || type == Field.class
				|| type == List.class || type == Map.class || type == boolean.class
				|| component.getAccessor().isAnnotationPresent(TrueIfPresent.class);
	}

	private static Type value(Type type) {
		return (type instanceof ParameterizedType parameterized && parameterized.getRawType() == Field.class)
				? parameterized.getActualTypeArguments()[0] : type;
	}

	/** Whether a Java type can hold what the schema describes; true when that is open. */
	private static boolean fits(JsonNode definition, Type type) {
		JsonNode schema = OpenApi.resolve(definition);
		if (!OpenApi.values(definition).isEmpty()) {
			return is(type, IntValue.class, TextValue.class, int.class, Integer.class);
		}
		if (schema.isMissingNode() || schema.has("properties")) {
			return type instanceof Class<?> raw && (raw.isRecord() || raw.isSealed());
		}
		if (schema.has("items")) {
			return type instanceof ParameterizedType list && list.getRawType() == List.class
					&& fits(schema.get("items"), list.getActualTypeArguments()[0]);
		}
		String jsonType = schema.path("type").isArray() ? schema.get("type").get(0).stringValue()
				: schema.path("type").asString("");
		return switch (jsonType) {
			case "string" -> switch (schema.path("format").asString("")) {
				case "snowflake" -> is(type, Snowflake.class);
				case "date-time" -> is(type, Instant.class);
				default -> is(type, String.class, TextValue.class, Flags.class);
			};
			case "boolean" -> is(type, boolean.class, Boolean.class);
			case "integer" -> is(type, int.class, Integer.class, long.class, Long.class, IntValue.class, Flags.class);
			case "number" -> is(type, double.class, Double.class);
			default -> true;
		};
	}

	private static boolean is(Type type, Class<?>... expected) {
		return type instanceof Class<?> raw
				&& Arrays.stream(expected).anyMatch((candidate) -> candidate.isAssignableFrom(raw));
	}

	@FunctionalInterface
	private interface PropertyCheck {

		void check(Property property, @Nullable RecordComponent component);

	}

}
