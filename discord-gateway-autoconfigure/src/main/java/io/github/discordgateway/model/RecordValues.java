package io.github.discordgateway.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks the components of records, and brings what Discord leaves out into one form:
 * lists and maps are empty instead of absent, unmodifiable, and free of nulls.
 */
public final class RecordValues {

	private RecordValues() {
	}

	/**
	 * Copies a list.
	 * @param <T> the type of the elements
	 * @param list the list; {@code null} when it is absent
	 * @return an unmodifiable list without nulls
	 */
	public static <T> List<T> listOrEmpty(@Nullable List<T> list) {
		if (list == null) {
			return List.of();
		}
		try {
			return List.copyOf(list);
		}
		catch (NullPointerException ex) {
			// An element had the wrong type: rare, so the common path is not slowed down.
			List<T> copy = new ArrayList<>(list);
			copy.removeIf(Objects::isNull);
			return Collections.unmodifiableList(copy);
		}
	}

	/**
	 * Copies a map, whose order is kept.
	 * @param <K> the type of the keys
	 * @param <V> the type of the values
	 * @param map the map; {@code null} when it is absent
	 * @return an unmodifiable map without nulls
	 */
	public static <K, V> Map<K, V> mapOrEmpty(@Nullable Map<K, V> map) {
		if (map == null || map.isEmpty()) {
			return Map.of();
		}
		Map<K, V> copy = new LinkedHashMap<>(map);
		copy.keySet().removeIf(Objects::isNull);
		copy.values().removeIf(Objects::isNull);
		return Collections.unmodifiableMap(copy);
	}

	/**
	 * Makes a JSON null an absent tree.
	 * @param node the tree; {@code null} when it is absent
	 * @return the tree; {@code null} when there is none
	 */
	public static @Nullable JsonNode treeOrNull(@Nullable JsonNode node) {
		return (node == null || node.isNull()) ? null : node;
	}

	/**
	 * Refuses {@code null} from a builder.
	 * @param <T> the type of the component
	 * @param component the component's name
	 * @param value its value
	 * @return the value
	 * @throws NullPointerException when it is {@code null}; the message names the
	 * component
	 */
	public static <T> T required(String component, @Nullable T value) {
		return Objects.requireNonNull(value, () -> component + " must not be null");
	}

	/**
	 * Copies a list for a builder, and refuses {@code null} as well as within it.
	 * @param <T> the type of the elements
	 * @param component the component's name
	 * @param list the list
	 * @return an unmodifiable list
	 * @throws NullPointerException when there is a {@code null}; the message names the
	 * component
	 */
	public static <T> List<T> requiredList(String component, @Nullable List<T> list) {
		List<T> elements = required(component, list);
		elements.forEach((element) -> required("An element of " + component, element));
		return List.copyOf(elements);
	}

	/**
	 * Copies a map for a builder, and refuses {@code null} as well as within it.
	 * @param <K> the type of the keys
	 * @param <V> the type of the values
	 * @param component the component's name
	 * @param map the map
	 * @return an unmodifiable map in the same order
	 * @throws NullPointerException when there is a {@code null}; the message names the
	 * component
	 */
	public static <K, V> Map<K, V> requiredMap(String component, @Nullable Map<K, V> map) {
		Map<K, V> entries = required(component, map);
		entries.forEach((key, value) -> {
			required("A key of " + component, key);
			required("A value of " + component, value);
		});
		return mapOrEmpty(entries);
	}

}
