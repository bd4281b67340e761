package io.github.discordgateway.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.Flags;
import io.github.discordgateway.model.IntValue;
import io.github.discordgateway.model.TextValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks from each typed event through all that its record reaches, in step with the
 * catalogue of the protocol.
 */
class ModelCatalogTests {

	private static final JsonNode CATALOG = Payloads.catalog();

	/** Objects of many shapes, which are kept as trees. */
	private static final Set<String> UNIONS = Set.of("Component", "InteractionData", "MessageInteractionMetadata");

	static Stream<EventType> typedEvents() {
		return Payloads.typedEvents();
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	@DisplayName("C49 every field of the catalogue is a component, nullable when the field may be absent or null")
	void everyFieldOfTheCatalogueIsAComponent(EventType event) {
		for (JsonNode entry : CATALOG.get("events")) {
			if (entry.get("name").stringValue().equals(event.name())) {
				check(entry.get("payload").stringValue(), event.eventClass(), new HashSet<>());
			}
		}
	}

	@Test
	@DisplayName("C49 every component is a field of the catalogue")
	void everyComponentIsAFieldOfTheCatalogue() {
		Map<Class<?>, Set<String>> fieldsByRecord = new HashMap<>();
		for (EventType event : typedEvents().toList()) {
			for (JsonNode entry : CATALOG.get("events")) {
				if (entry.get("name").stringValue().equals(event.name())) {
					collect(entry.get("payload").stringValue(), event.eventClass(), fieldsByRecord, new HashSet<>());
				}
			}
		}
		assertThat(fieldsByRecord).hasSizeGreaterThan(70);
		fieldsByRecord.forEach((type, fields) -> assertThat(fields).as(type.getSimpleName())
			.containsAll(Arrays.stream(type.getRecordComponents()).map(ModelCatalogTests::wireName).toList()));
	}

	private void check(String typeName, @Nullable Class<?> eventClass, Set<String> done) {
		Class<?> type = unwrapped(eventClass);
		if (!done.add(typeName + type)) {
			return;
		}
		Map<String, RecordComponent> components = new HashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			components.put(wireName(component), component);
		}
		fields(typeName).forEach((name, field) -> {
			String place = typeName + "." + name;
			RecordComponent component = components.get(name);
			if (component == null) {
				throw new AssertionError(place + " has no component in " + type.getSimpleName());
			}
			boolean mayMiss = field.get("optional").booleanValue() || field.get("nullable").booleanValue();
			boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
			boolean collection = Collection.class.isAssignableFrom(component.getType())
					|| Map.class.isAssignableFrom(component.getType());
			String wireType = field.get("type").stringValue();
			if (mayMiss && !collection && !wireType.equals("null")) {
				assertThat(nullable).as("%s is nullable", place).isTrue();
			}
			checkType(wireType, component.getGenericType(), place, done);
		});
	}

	private void checkType(String wireType, Type javaType, String place, Set<String> done) {
		if (wireType.startsWith("array<")) {
			checkType(wireType.substring(6, wireType.length() - 1), argument(javaType, 0), place + "[]", done);
		}
		else if (wireType.startsWith("map<")) {
			int comma = wireType.indexOf(',');
			checkType(wireType.substring(4, comma), argument(javaType, 0), place + " key", done);
			checkType(wireType.substring(comma + 1, wireType.length() - 1), argument(javaType, 1), place, done);
		}
		else if (wireType.startsWith("object:")) {
			String name = wireType.substring(7);
			if (UNIONS.contains(name)) {
				assertThat(javaType).as(place).isEqualTo(JsonNode.class);
			}
			else {
				check(name, (Class<?>) javaType, done);
			}
		}
		else if (wireType.startsWith("enum:") || wireType.startsWith("flags:")) {
			checkConstants(wireType.substring(wireType.indexOf(':') + 1), (Class<?>) javaType);
		}
		else {
			assertThat(((Class<?>) javaType).getSimpleName()).as(place).isIn(switch (wireType) {
				case "snowflake" -> List.of("Snowflake");
				case "string", "integer|string" -> List.of("String");
				case "timestamp" -> List.of("Instant");
				case "boolean", "null" -> List.of("boolean", "Boolean");
				case "integer" -> List.of("int", "Integer", "long", "Long");
				case "number" -> List.of("double", "Double");
				default -> throw new AssertionError(place + " has the type " + wireType);
			});
		}
	}

	private void checkConstants(String enumName, Class<?> type) {
		Map<String, String> expected = new LinkedHashMap<>();
		for (JsonNode value : CATALOG.get("enums").get(enumName).get("values")) {
			expected.put(value.get("name").stringValue(), value.get("value").asString());
		}
		Map<String, String> actual = new LinkedHashMap<>();
		Arrays.stream(type.getFields()).forEach((field) -> {
			try {
				actual.put(field.getName(), wireValue(field.get(null)));
			}
			catch (IllegalAccessException ex) {
				throw new AssertionError(ex);
			}
		});
		assertThat(actual).as(enumName).isEqualTo(expected);
	}

	private static String wireValue(@Nullable Object constant) {
		if (constant instanceof IntValue number) {
			return Integer.toString(number.value());
		}
		return (constant instanceof TextValue text) ? text.value()
				: Long.toUnsignedString(((Flags<?>) Objects.requireNonNull(constant)).bits());
	}

	private static void collect(String typeName, @Nullable Class<?> eventClass, Map<Class<?>, Set<String>> fields,
			Set<String> done) {
		Class<?> type = unwrapped(eventClass);
		if (!done.add(typeName + type)) {
			return;
		}
		Map<String, Type> components = new HashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			components.put(wireName(component), component.getGenericType());
		}
		fields(typeName).forEach((name, field) -> {
			fields.computeIfAbsent(type, (key) -> new HashSet<>()).add(name);
			String wireType = field.get("type").stringValue();
			int object = wireType.indexOf("object:");
			if (object >= 0) {
				String target = wireType.substring(object + 7).replace(">", "");
				Type javaType = components.get(name);
				while (javaType instanceof ParameterizedType parameterized) {
					Type[] arguments = parameterized.getActualTypeArguments();
					javaType = arguments[arguments.length - 1];
				}
				if (!UNIONS.contains(target)) {
					collect(target, (Class<?>) javaType, fields, done);
				}
			}
		});
	}

	/** The object of an event that is one; any other record itself. */
	private static Class<?> unwrapped(@Nullable Class<?> type) {
		if (type == null) {
			throw new AssertionError("No record");
		}
		RecordComponent[] components = type.getRecordComponents();
		return (components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class))
				? components[0].getType() : type;
	}

	private static Type argument(Type type, int index) {
		return ((ParameterizedType) type).getActualTypeArguments()[index];
	}

	private static String wireName(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value()
				: PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName());
	}

	private static Map<String, JsonNode> fields(String typeName) {
		JsonNode type = CATALOG.get("types").get(typeName);
		Map<String, JsonNode> fields = new LinkedHashMap<>();
		type.path("extends").forEach((parent) -> fields.putAll(fields(parent.stringValue())));
		type.path("fields").forEach((field) -> fields.put(field.get("name").stringValue(), field));
		return fields;
	}

}
