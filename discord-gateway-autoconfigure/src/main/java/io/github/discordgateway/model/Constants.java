package io.github.discordgateway.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The constants of one value type, read once from its public static fields: so that a
 * type is declared by its constants alone.
 */
final class Constants {

	private static final ClassValue<Constants> BY_TYPE = new ClassValue<>() {

		@Override
		protected Constants computeValue(Class<?> type) {
			return new Constants(type);
		}

	};

	private final Map<Object, String> names = new LinkedHashMap<>();

	private Constants(Class<?> type) {
		try {
			for (Field field : type.getFields()) {
				if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
					Object constant = field.get(null);
					this.names.putIfAbsent(wireValue(constant), field.getName());
				}
			}
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

	String name(Object value) {
		String name = this.names.get(value);
		return (name != null) ? name : value.toString();
	}

	/** The names by value, in the order of declaration. */
	Map<Object, String> names() {
		return this.names;
	}

}
