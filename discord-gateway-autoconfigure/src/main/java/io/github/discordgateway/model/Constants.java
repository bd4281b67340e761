package io.github.discordgateway.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The constants of one value type, read once from its public static fields: so that a
 * type is declared by its constants alone, and known values are never allocated anew.
 */
final class Constants {

	private static final ClassValue<Constants> BY_TYPE = new ClassValue<>() {

		@Override
		protected Constants computeValue(Class<?> type) {
			return new Constants(type);
		}

	};

	private final Map<Object, Object> instances = new HashMap<>();

	private final Map<Object, String> names = new LinkedHashMap<>();

	private final MethodHandle constructor;

	private Constants(Class<?> type) {
		try {
			for (Field field : type.getFields()) {
				if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
					Object constant = field.get(null);
					this.instances.putIfAbsent(wireValue(constant), constant);
					this.names.putIfAbsent(wireValue(constant), field.getName());
				}
			}
			Class<?> component = type.getRecordComponents()[0].getType();
			this.constructor = MethodHandles.publicLookup()
				.findConstructor(type, MethodType.methodType(void.class, component))
				.asType(MethodType.methodType(Object.class, Object.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(
					type.getName() + " must be a public record of one component with public constants", ex);
		}
	}

	static Constants of(Class<?> type) {
		return BY_TYPE.get(type);
	}

	private static Object wireValue(Object constant) {
		if (constant instanceof IntValue number) {
			return number.value();
		}
		return (constant instanceof TextValue text) ? text.value() : ((Flags<?>) constant).bits();
	}

	/** The constant of a value, or a new instance for one that is not known. */
	Object instance(Object value) {
		Object known = this.instances.get(value);
		if (known != null) {
			return known;
		}
		try {
			return this.constructor.invokeExact(value);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	String name(Object value) {
		String name = this.names.get(value);
		return (name != null) ? name : value.toString();
	}

	/** The names by value, in the order of declaration. */
	Map<Object, String> names() {
		return this.names;
	}

}
