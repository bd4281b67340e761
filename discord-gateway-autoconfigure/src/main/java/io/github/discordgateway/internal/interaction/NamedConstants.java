package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.discordgateway.listener.InvalidGatewayListenerException;

import org.springframework.util.ReflectionUtils;

/**
 * The constants of a type of Discord's values, by their names.
 *
 * @param <T> the type
 */
final class NamedConstants<T> {

	private final String attribute;

	private final Map<String, T> constants = new LinkedHashMap<>();

	NamedConstants(String attribute, Class<T> type) {
		this.attribute = attribute;
		for (Field field : type.getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers()) && Modifier.isPublic(field.getModifiers())
					&& field.getType() == type) {
				this.constants.put(field.getName(), type.cast(ReflectionUtils.getField(field, null)));
			}
		}
	}

	/**
	 * Finds a constant.
	 * @param listener class and method, for messages
	 * @param name its name, upper or lower case
	 * @return the constant
	 * @throws InvalidGatewayListenerException when there is none of that name
	 */
	T get(String listener, String name) {
		T constant = this.constants.get(name.toUpperCase(Locale.ROOT).replace('-', '_'));
		if (constant == null) {
			throw new InvalidGatewayListenerException(listener,
					"has '" + name + "' in " + this.attribute + ", which there is not",
					"There are " + String.join(", ", this.constants.keySet()) + ".");
		}
		return constant;
	}

}
