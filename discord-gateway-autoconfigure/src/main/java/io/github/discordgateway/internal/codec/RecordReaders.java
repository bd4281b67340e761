package io.github.discordgateway.internal.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.PropertyNames;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.Union;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.NativeDetector;
import org.springframework.util.ClassUtils;

/**
 * The readers of all types that are read, made when they are first asked for: records,
 * values of enums and sets of flags, lists, maps, unions, trees, and single values. Names
 * of properties are those that the mapper gives them.
 */
public final class RecordReaders {

	private static final Map<Class<?>, ScalarReader.Method> SCALAR_METHODS = Map.of(String.class, Scalars::text,
			Boolean.class, Scalars::boxedBool, Integer.class, Scalars::boxedInteger, Long.class, Scalars::boxedWhole,
			Double.class, Scalars::boxedDecimal, Snowflake.class, Scalars::snowflake, Instant.class, Scalars::instant);

	/** What tells the kind of a value that is no object. */
	private static final Map<Class<?>, List<JsonToken>> TOKENS = Map.of(String.class, List.of(JsonToken.VALUE_STRING),
			Long.class, List.of(JsonToken.VALUE_NUMBER_INT), Double.class, List.of(JsonToken.VALUE_NUMBER_FLOAT),
			Boolean.class, List.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE));

	private final JsonMapper mapper;

	private final boolean generated;

	private final Map<JavaType, ValueReader> readers = new HashMap<>();

	/**
	 * Makes the readers of a mapper.
	 * @param mapper names the properties, and reads trees
	 */
	public RecordReaders(JsonMapper mapper) {
		this(mapper, !NativeDetector.inNativeImage());
	}

	RecordReaders(JsonMapper mapper, boolean generated) {
		this.mapper = mapper;
		this.generated = generated;
	}

	/**
	 * The reader of a type.
	 * @param type what is to be read
	 * @return its reader
	 * @throws IllegalStateException when values of that type, or of one within it, cannot
	 * be read
	 */
	public synchronized ValueReader of(Type type) {
		return find(this.mapper.constructType(type));
	}

	private ValueReader find(JavaType type) {
		ValueReader known = this.readers.get(type);
		if (known != null) {
			return known;
		}
		ValueReader made = make(type);
		this.readers.put(type, made);
		return made;
	}

	private ValueReader make(JavaType type) {
		Class<?> raw = ClassUtils.resolvePrimitiveIfNecessary(type.getRawClass());
		ScalarReader.Method scalar = SCALAR_METHODS.get(raw);
		if (scalar != null) {
			return new ScalarReader(scalar);
		}
		if (raw == List.class) {
			return new ListReader(find(type.getContentType()));
		}
		if (raw == Map.class) {
			return new MapReader(keys(type.getKeyType()), find(type.getContentType()));
		}
		if (raw == Field.class) {
			return new FieldReader(find(type.containedTypeOrUnknown(0)));
		}
		if (raw == JsonNode.class) {
			return new TreeReader(this.mapper);
		}
		Union union = raw.getAnnotation(Union.class);
		if (union != null) {
			return union.discriminator().isEmpty() ? valueUnion(raw) : union(type, union);
		}
		ConstantReader constant = ConstantReader.of(raw);
		if (constant != null) {
			return constant;
		}
		if (raw.isRecord()) {
			return record(type);
		}
		throw new IllegalStateException("There is no way to read a " + type.toCanonical()
				+ ": make it a record, a @Union of records, or one of the types that are read already");
	}

	private Function<String, @Nullable Object> keys(JavaType type) {
		if (type.getRawClass() == String.class) {
			return (key) -> key;
		}
		Function<String, ? extends @Nullable Object> reader = (type.getRawClass() == Snowflake.class) ? Snowflake::of
				: ((ConstantReader) find(type))::ofText;
		return (key) -> {
			try {
				return reader.apply(key);
			}
			catch (NumberFormatException ex) {
				// The entry is reported as one of a wrong type.
				return null;
			}
		};
	}

	private ValueReader union(JavaType type, Union union) {
		UnionReader reader = new UnionReader(
				union.enclosing() ? null : new PropertyNames(this.mapper, List.of(union.discriminator())));
		// Known before its kinds are looked at, which may hold the same union again.
		this.readers.put(type, reader);
		for (Class<?> kind : type.getRawClass().getPermittedSubclasses()) {
			reader.add(kind.getAnnotation(Kind.class), find(this.mapper.constructType(kind)));
		}
		return reader;
	}

	private ValueReader valueUnion(Class<?> union) {
		Map<JsonToken, ValueReader> kinds = new EnumMap<>(JsonToken.class);
		ValueReader others = null;
		for (Class<?> kind : union.getPermittedSubclasses()) {
			Class<?> value = ClassUtils.resolvePrimitiveIfNecessary(kind.getRecordComponents()[0].getType());
			ValueReader reader = find(this.mapper.constructType(kind));
			if (TOKENS.containsKey(value)) {
				TOKENS.get(value).forEach((token) -> kinds.put(token, reader));
			}
			else {
				others = reader;
			}
		}
		if (others == null) {
			throw new IllegalStateException(union + " has no record for what is not known");
		}
		return new ValueUnionReader(kinds, others);
	}

	private ValueReader record(JavaType type) {
		Class<?> raw = type.getRawClass();
		RecordComponent[] components = raw.getRecordComponents();
		for (Method method : raw.getDeclaredMethods()) {
			if (Modifier.isStatic(method.getModifiers()) && method.isAnnotationPresent(JsonCreator.class)) {
				return wrapper(type, WrapperReader.calling(method), method.getGenericParameterTypes()[0]);
			}
		}
		Constructor<?> constructor;
		try {
			constructor = raw.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(raw + " is a record, so it has a canonical constructor", ex);
		}
		if (components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
			return wrapper(type, WrapperReader.calling(constructor), components[0].getGenericType());
		}
		return components(type, constructor, components);
	}

	private ValueReader components(JavaType type, Constructor<?> constructor, RecordComponent[] components) {
		String[] names = propertyNames(type, components.length);
		PropertyNames properties = new PropertyNames(this.mapper, List.of(names));
		@Nullable ValueReader[] readersOfComponents = new @Nullable ValueReader[components.length];
		PropertyNames discriminator = null;
		for (RecordComponent component : components) {
			Union union = component.getType().getAnnotation(Union.class);
			if (union != null && union.enclosing()) {
				discriminator = new PropertyNames(this.mapper, List.of(union.discriminator()));
			}
		}
		boolean visible = Modifier.isPublic(constructor.getModifiers());
		ValueReader reader = (this.generated && visible)
				? RecordReaderGenerator.generate(type.getRawClass(), properties, readersOfComponents)
				: new ReflectiveRecordReader(constructor, properties, readersOfComponents);
		if (discriminator != null) {
			reader = new EnclosingReader(discriminator, reader);
		}
		// Known before its components are looked at: a message may hold a message.
		this.readers.put(type, reader);
		for (int i = 0; i < components.length; i++) {
			readersOfComponents[i] = RecordReaderGenerator.readsPresence(components[i])
					? new ScalarReader(Scalars::presence)
					: find(this.mapper.constructType(components[i].getGenericType()));
		}
		return reader;
	}

	private WrapperReader wrapper(JavaType type, WrapperReader wrapper, Type body) {
		// Known before its body is looked at, which may hold the same type again.
		this.readers.put(type, wrapper);
		wrapper.body = find(this.mapper.constructType(body));
		return wrapper;
	}

	/** As the mapper calls the components, in their order. */
	private String[] propertyNames(JavaType type, int count) {
		DeserializationConfig config = this.mapper.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance();
		AnnotatedClass annotations = introspector.introspectClassAnnotations(type);
		BeanDescription description = introspector.introspectForDeserialization(type, annotations);
		String[] names = new String[count];
		for (BeanPropertyDefinition property : description.findProperties()) {
			if (property.getConstructorParameter() != null) {
				names[property.getConstructorParameter().getIndex()] = property.getName();
			}
		}
		if (Arrays.asList(names).contains(null)) {
			throw new IllegalStateException(
					"The gateway's mapper does not name each component of " + type + ": " + Arrays.toString(names));
		}
		return names;
	}

}
