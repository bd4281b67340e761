package io.github.discordgateway.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.Flags;
import io.github.discordgateway.model.IntValue;
import io.github.discordgateway.model.TextValue;
import io.github.discordgateway.model.auditlog.AuditLogChange;
import io.github.discordgateway.model.auditlog.FieldChange;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.model.guild.GuildState;
import io.github.discordgateway.model.interaction.ApplicationCommandPermission;
import io.github.discordgateway.model.interaction.OptionValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks from each typed event through all that its record reaches, in step with the
 * catalogue of the protocol.
 */
class ModelCatalogTests {

	private static final JsonNode CATALOG = Catalog.ROOT;

	private static final Map<Class<?>, Set<String>> OPEN_API_VALUES = OpenApiModelTests.values();

	/** Fields that Discord sends and describes nowhere. */
	private static final Set<String> UNDOCUMENTED = Set.of("display_name_styles");

	/** Components that are nullable against the catalogue, with the reason. */
	private static final Map<String, String> NULLABLE_ALL_THE_SAME = Map.of("RateLimited.meta",
			"what a command that is yet to come needs is not known", "UnfurledMediaItem.id",
			"always there over HTTP, seldom on the gateway");

	/** Booleans of which false would be a guess when they are absent, with the reason. */
	private static final Map<String, String> NULLABLE_BOOLEANS = Map.ofEntries(
			Map.entry("Application.botPublic", "parts of objects leave it out, whatever it is"),
			Map.entry("Application.botRequireCodeGrant", "parts of objects leave it out, whatever it is"),
			Map.entry("ChannelSelect.required", "absent means true"),
			Map.entry("CheckboxGroup.required", "absent means true"),
			Map.entry("Emoji.available", "parts of objects leave it out, whatever it is"),
			Map.entry("Emoji.requireColons", "parts of objects leave it out, whatever it is"),
			Map.entry("FileUpload.required", "absent means true"),
			Map.entry("Guild.large", "parts of objects leave it out, whatever it is"),
			Map.entry("Guild.owner", "told only of the account that asks, and only over HTTP"),
			Map.entry("GuildMemberUpdate.deaf", "parts of objects leave it out, whatever it is"),
			Map.entry("GuildMemberUpdate.mute", "parts of objects leave it out, whatever it is"),
			Map.entry("Member.deaf", "parts of objects leave it out, whatever it is"),
			Map.entry("Member.mute", "parts of objects leave it out, whatever it is"),
			Map.entry("MentionableSelect.required", "absent means true"),
			Map.entry("MessageReference.failIfNotExists", "absent means true"),
			Map.entry("PartialGuild.nsfw", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialGuild.owner", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialGuild.premiumProgressBarEnabled", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialGuild.widgetEnabled", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialMessage.mentionEveryone", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialMessage.pinned", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialMessage.tts", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialUser.bot", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialUser.mfaEnabled", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialUser.system", "parts of objects leave it out, whatever it is"),
			Map.entry("PartialUser.verified", "parts of objects leave it out, whatever it is"),
			Map.entry("RadioGroup.required", "absent means true"),
			Map.entry("RoleSelect.required", "absent means true"), Map.entry("Separator.divider", "absent means true"),
			Map.entry("Sticker.available", "told only of some kinds"),
			Map.entry("StringSelect.required", "absent means true"),
			Map.entry("TextInput.required", "absent means true"),
			Map.entry("ThreadMetadata.invitable", "told only of some kinds"),
			Map.entry("User.mfaEnabled", "told only of the account that asks, and only over HTTP"),
			Map.entry("User.verified", "told only of the account that asks, and only over HTTP"),
			Map.entry("UserPrimaryGuild.identityEnabled", "null says that Discord has cleared it"),
			Map.entry("UserSelect.required", "absent means true"));

	/**
	 * What was met of the catalogue, and the fields of it that each record stands for.
	 */
	private final Set<String> met = new HashSet<>();

	private final Map<Class<?>, Set<String>> fieldsByRecord = new HashMap<>();

	/** For each record, the types of the catalogue that it stands for. */
	private final Map<Class<?>, Set<String>> typesByRecord = new HashMap<>();

	private final List<String> problems = new ArrayList<>();

	@BeforeEach
	void walk() {
		for (EventType event : EventType.values()) {
			check(Catalog.payload(event), unwrapped(event.eventClass()), event.name());
		}
	}

	@Test
	@DisplayName("C49 every field of the catalogue is a component of its type, nullable when it may be absent or null")
	void everyFieldOfTheCatalogueIsAComponent() {
		assertThat(this.problems).isEmpty();
	}

	@Test
	@DisplayName("C49 every type and every enum of the catalogue that an event reaches is in the model")
	void everyTypeOfTheCatalogueIsInTheModel() {
		List<String> reachable = new ArrayList<>();
		CATALOG.get("types").properties().forEach((type) -> {
			if (type.getValue().get("reachableFromEvents").booleanValue()) {
				reachable.add(type.getKey());
			}
		});
		assertThat(reachable).hasSizeGreaterThan(190);
		assertThat(this.met).containsAll(reachable);
		assertThat(reachable).containsAll(this.met);
	}

	@Test
	@DisplayName("C49 every component is a field of the catalogue, or of Discord's OpenAPI description")
	void everyComponentIsAFieldOfTheCatalogue() {
		this.fieldsByRecord.forEach((type, fields) -> assertThat(Arrays.stream(type.getRecordComponents())
			.map(OpenApi::wireName)
			.filter((name) -> !fields.contains(name) && OpenApi.properties(type.getSimpleName(), name).isEmpty()))
			.as(type.getSimpleName())
			.isSubsetOf(UNDOCUMENTED));
	}

	@Test
	@DisplayName("C49 a component is nullable only when the catalogue says that it may be absent or null")
	void onlyWhatMayMissIsNullable() {
		Set<String> problems = new TreeSet<>();
		forEachComponent((type, component) -> {
			boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
					|| component.getType() == Field.class;
			if (nullable && !mayMiss(type, OpenApi.wireName(component))) {
				problems.add(place(type, component));
			}
		});
		assertThat(problems).isEqualTo(NULLABLE_ALL_THE_SAME.keySet());
	}

	@Test
	@DisplayName("C49 an absent boolean is false, but where that would be a guess")
	void absentBooleansAreFalse() {
		Set<String> nullable = new TreeSet<>();
		forEachComponent((type, component) -> {
			if (component.getType() == Boolean.class || component.getGenericType().toString().contains("Boolean>")) {
				nullable.add(place(type, component));
			}
		});
		assertThat(nullable).isEqualTo(NULLABLE_BOOLEANS.keySet());
	}

	/**
	 * Whether any type of the catalogue that a record stands for lacks a field, or allows
	 * it to be absent or null. Of a field that none has the OpenAPI description tells.
	 */
	private boolean mayMiss(Class<?> record, String name) {
		List<JsonNode> fields = Objects.requireNonNull(this.typesByRecord.get(record))
			.stream()
			.map((type) -> Catalog.fields(type).get(name))
			.filter(Objects::nonNull)
			.toList();
		if (fields.isEmpty()) {
			List<OpenApi.Property> properties = OpenApi.properties(record.getSimpleName(), name);
			return properties.isEmpty() || record.getSimpleName().startsWith("Partial")
					|| properties.stream().anyMatch(OpenApi.Property::mayMiss);
		}
		return fields.size() < this.typesByRecord.get(record).size() || fields.stream()
			.anyMatch((field) -> field.get("optional").booleanValue() || field.get("nullable").booleanValue());
	}

	private void forEachComponent(BiConsumer<Class<?>, RecordComponent> check) {
		this.typesByRecord.keySet()
			.forEach((type) -> Arrays.stream(type.getRecordComponents())
				.forEach((component) -> check.accept(type, component)));
	}

	private static String place(Class<?> record, RecordComponent component) {
		return record.getSimpleName() + "." + component.getName();
	}

	@Test
	@DisplayName("C49 a tree of JSON is left only where the catalogue allows any value, and in what is not known")
	void treesAreLeftOnlyWhereAnyValueIsAllowed() {
		assertThat(this.fieldsByRecord.keySet()
			.stream()
			.filter((type) -> Arrays.stream(type.getRecordComponents())
				.anyMatch((component) -> component.getGenericType().getTypeName().contains("JsonNode"))))
			.containsExactly(FieldChange.class);
	}

	private void check(String typeName, Class<?> type, String place) {
		if (!this.met.add(typeName) && this.fieldsByRecord.containsKey(type)
				&& this.fieldsByRecord.get(type).contains("type " + typeName)) {
			return;
		}
		if (Catalog.type(typeName).has("union")) {
			checkUnion(typeName, type);
			return;
		}
		if (type == GuildState.class) {
			check(typeName, Guild.class, place);
			return;
		}
		if (type == AuditLogChange.class) {
			Stream.of(type.getPermittedSubclasses()).forEach((variant) -> checkRecord(typeName, variant));
			return;
		}
		checkRecord(typeName, type);
	}

	/**
	 * Each variant has a record of its name, and what is not known has one of its own.
	 */
	private void checkUnion(String typeName, Class<?> type) {
		Map<String, Class<?>> variants = new HashMap<>();
		Stream.of(type.getPermittedSubclasses()).forEach((variant) -> variants.put(variant.getSimpleName(), variant));
		Set<String> expected = new HashSet<>(List.of("Unknown" + typeName));
		Catalog.type(typeName).get("union").get("mapping").forEach((variant) -> expected.add(variant.stringValue()));
		assertThat(variants.keySet()).as(typeName).isEqualTo(expected);
		variants.forEach((name, variant) -> {
			if (!name.startsWith("Unknown")) {
				check(name, variant, typeName);
			}
		});
	}

	private void checkRecord(String typeName, Class<?> type) {
		Catalog.type(typeName).path("extends").forEach((parent) -> this.met.add(parent.stringValue()));
		Catalog.type(typeName).path("partialOf").asStringOpt().ifPresent(this.met::add);
		Set<String> known = this.fieldsByRecord.computeIfAbsent(type, (key) -> new HashSet<>());
		known.add("type " + typeName);
		this.typesByRecord.computeIfAbsent(type, (key) -> new HashSet<>()).add(typeName);
		Map<String, RecordComponent> components = new HashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			components.put(OpenApi.wireName(component), component);
		}
		Catalog.fields(typeName).forEach((name, field) -> {
			known.add(name);
			String place = typeName + "." + name;
			RecordComponent component = components.get(name);
			if (component == null) {
				this.problems.add(place + " has no component in " + type.getSimpleName());
				return;
			}
			String wireType = field.get("type").stringValue();
			boolean mayMiss = field.get("optional").booleanValue() || field.get("nullable").booleanValue();
			boolean absentMeansFalse = component.getType() == boolean.class && !field.get("nullable").booleanValue();
			if (mayMiss && !wireType.equals("null") && !absentMeansFalse && !tellsThatItIsMissing(component)) {
				this.problems.add(place + " may be missing, but its component is not nullable");
			}
			Type javaType = (component.getType() == Field.class) ? argument(component.getGenericType(), 0)
					: component.getGenericType();
			checkType(wireType, javaType, place);
		});
	}

	private static boolean tellsThatItIsMissing(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class) || component.getType() == Field.class
				|| Collection.class.isAssignableFrom(component.getType())
				|| Map.class.isAssignableFrom(component.getType());
	}

	private void checkType(String wireType, Type javaType, String place) {
		if (wireType.equals("array<any>")) {
			expect(place, argument(javaType, 0), String.class);
		}
		else if (wireType.startsWith("array<")) {
			checkType(wireType.substring(6, wireType.length() - 1), argument(javaType, 0), place + "[]");
		}
		else if (wireType.startsWith("map<")) {
			int comma = wireType.indexOf(',');
			checkType(wireType.substring(4, comma), argument(javaType, 0), place + " key");
			checkType(wireType.substring(comma + 1, wireType.length() - 1), argument(javaType, 1), place);
		}
		else if (wireType.startsWith("object:")) {
			check(wireType.substring(7), (Class<?>) javaType, place);
		}
		else if (wireType.equals("enum:GatewayOpcode")) {
			// The table of opcodes is the protocol's; those that are not in it are kept.
			expect(place, javaType, int.class);
		}
		else if (wireType.startsWith("enum:") || wireType.startsWith("flags:")) {
			checkConstants(wireType.substring(wireType.indexOf(':') + 1), (Class<?>) javaType);
		}
		else if (wireType.equals("any")) {
			// Known for the changes of the audit log, whose kind follows from their key.
			expect(place, javaType, JsonNode.class, List.class, ApplicationCommandPermission.class);
		}
		else {
			expect(place, javaType, switch (wireType) {
				case "snowflake", "snowflake|integer" -> new Class<?>[] { Snowflake.class };
				case "string", "integer|string" -> new Class<?>[] { String.class };
				case "timestamp" -> new Class<?>[] { Instant.class };
				case "boolean", "null" -> new Class<?>[] { boolean.class, Boolean.class };
				case "integer" -> new Class<?>[] { int.class, Integer.class, long.class, Long.class };
				case "number" -> new Class<?>[] { double.class, Double.class };
				case "string|integer|number|boolean" -> new Class<?>[] { OptionValue.class };
				default -> throw new AssertionError(place + " has the type " + wireType);
			});
		}
	}

	private void expect(String place, Type javaType, Class<?>... expected) {
		Type raw = (javaType instanceof ParameterizedType parameterized) ? parameterized.getRawType() : javaType;
		if (!List.of(expected).contains(raw)) {
			this.problems.add(place + " is a " + javaType.getTypeName() + ", not one of " + Arrays.toString(expected));
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
		assertThat(actual).as(enumName).containsAllEntriesOf(expected);
		Set<String> added = new HashSet<>(actual.values());
		added.removeAll(expected.values());
		assertThat(OPEN_API_VALUES.getOrDefault(type, Set.of())).as(enumName).containsAll(added);
	}

	private static String wireValue(@Nullable Object constant) {
		if (constant instanceof IntValue number) {
			return Integer.toString(number.value());
		}
		return (constant instanceof TextValue text) ? text.value()
				: Long.toUnsignedString(((Flags<?>) Objects.requireNonNull(constant)).bits());
	}

	/** The object of an event that is one; any other record itself. */
	private static Class<?> unwrapped(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		return (components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class))
				? components[0].getType() : type;
	}

	private static Type argument(Type type, int index) {
		return ((ParameterizedType) type).getActualTypeArguments()[index];
	}

}
