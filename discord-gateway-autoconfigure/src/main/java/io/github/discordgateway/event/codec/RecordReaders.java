package io.github.discordgateway.event.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.event.codec.RecordReaderGenerator.Component;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.KeyPresence;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.Named;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.NativeDetector;

/**
 * The readers of all types that are read, made when they are first asked for. Names of
 * properties are those that the mapper gives them. What is not a plain record is left to
 * the mapper.
 */
public final class RecordReaders {

	private static final Map<Class<?>, String> SCALARS = Map.ofEntries(Map.entry(String.class, "text"),
			Map.entry(boolean.class, "bool"), Map.entry(Boolean.class, "boxedBool"), Map.entry(int.class, "integer"),
			Map.entry(Integer.class, "boxedInteger"), Map.entry(long.class, "whole"),
			Map.entry(Long.class, "boxedWhole"), Map.entry(double.class, "decimal"),
			Map.entry(Double.class, "boxedDecimal"), Map.entry(Snowflake.class, "snowflake"),
			Map.entry(Instant.class, "instant"));

	private static final Map<Class<?>, ScalarReader.Method> SCALAR_METHODS = Map.of(String.class, Scalars::text,
			Boolean.class, Scalars::boxedBool, Integer.class, Scalars::boxedInteger, Long.class, Scalars::boxedWhole,
			Double.class, Scalars::boxedDecimal, Snowflake.class, Scalars::snowflake, Instant.class, Scalars::instant);

	private final JsonMapper mapper;

	private final Map<JavaType, ValueReader> readers = new HashMap<>();

	/**
	 * Makes the readers of a mapper.
	 * @param mapper names the properties, and reads what is not a plain record
	 */
	public RecordReaders(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * The reader of a type.
	 * @param type what is to be read
	 * @return its reader
	 */
	public synchronized ValueReader of(Type type) {
		return find(this.mapper.constructType(type));
	}

	private ValueReader find(JavaType type) {
		ValueReader known = this.readers.get(type);
		if (known != null) {
			return known;
		}
		Class<?> raw = type.getRawClass();
		ValueReader made = null;
		ScalarReader.Method scalar = SCALAR_METHODS.get(raw);
		if (scalar != null) {
			made = new ScalarReader(scalar);
		}
		else if (raw == List.class) {
			made = new ListReader(find(type.containedTypeOrUnknown(0)));
		}
		else if (raw == Field.class) {
			made = new FieldReader(find(type.containedTypeOrUnknown(0)));
		}
		else if (raw.isRecord()) {
			made = ConstantReader.of(raw);
			if (made == null && isPlain(raw)) {
				Method creator = creator(raw);
				if (creator == null) {
					return plainRecord(type);
				}
				if (creator.getParameterCount() == 1
						&& creator.getAnnotation(JsonCreator.class).mode() == JsonCreator.Mode.DELEGATING) {
					return wrapper(type, WrapperReader.calling(creator), creator.getGenericParameterTypes()[0]);
				}
			}
		}
		if (made == null) {
			made = new JacksonReader(this.mapper.readerFor(type));
		}
		this.readers.put(type, made);
		return made;
	}

	/** Public, and without annotations that only data binding understands. */
	private static boolean isPlain(Class<?> record) {
		if (NativeDetector.inNativeImage() || !Modifier.isPublic(record.getModifiers())
				|| record.isAnnotationPresent(JsonDeserialize.class)) {
			return false;
		}
		for (RecordComponent component : record.getRecordComponents()) {
			if (!Modifier.isPublic(component.getType().getModifiers())
					|| component.getAccessor().isAnnotationPresent(JsonDeserialize.class)
							&& !component.getAccessor().isAnnotationPresent(KeyPresence.class)) {
				return false;
			}
		}
		return true;
	}

	private ValueReader plainRecord(JavaType type) {
		Class<?> raw = type.getRawClass();
		RecordComponent[] components = raw.getRecordComponents();
		Constructor<?> constructor;
		try {
			constructor = raw
				.getConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(raw + " is a public record, so it has a public constructor", ex);
		}
		if (components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
			return wrapper(type, WrapperReader.calling(constructor), components[0].getGenericType());
		}
		String[] names = propertyNames(type, components.length);
		List<Component> plan = new ArrayList<>();
		for (int i = 0; i < components.length; i++) {
			boolean presence = components[i].getAccessor().isAnnotationPresent(KeyPresence.class);
			plan.add(new Component(names[i], components[i].getType(),
					presence ? "keyPresence" : SCALARS.get(components[i].getType())));
		}
		RecordReader reader = RecordReaderGenerator.generate(constructor, plan);
		// Known before its components are looked at: a message may hold a message.
		this.readers.put(type, reader);
		reader.matcher = this.mapper.tokenStreamFactory()
			.constructNameMatcher(Arrays.stream(names).map(Named::fromString).toList(), false);
		@Nullable ValueReader[] readersOfComponents = new @Nullable ValueReader[components.length];
		for (int i = 0; i < components.length; i++) {
			if (plan.get(i).scalar() == null) {
				readersOfComponents[i] = find(this.mapper.constructType(components[i].getGenericType()));
			}
		}
		reader.readers = readersOfComponents;
		return reader;
	}

	/** A static method that makes the record, instead of its constructor. */
	private static @Nullable Method creator(Class<?> record) {
		for (Method method : record.getDeclaredMethods()) {
			if (Modifier.isStatic(method.getModifiers()) && method.isAnnotationPresent(JsonCreator.class)) {
				return method;
			}
		}
		return null;
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
