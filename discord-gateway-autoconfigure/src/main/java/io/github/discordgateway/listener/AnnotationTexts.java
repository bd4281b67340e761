package io.github.discordgateway.listener;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanExpressionContext;
import org.springframework.beans.factory.config.BeanExpressionResolver;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.StringUtils;

/**
 * Reads the texts of annotations, with their placeholders and their expressions.
 */
final class AnnotationTexts {

	private final ConfigurableListableBeanFactory beanFactory;

	AnnotationTexts(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	ConfigurableListableBeanFactory beanFactory() {
		return this.beanFactory;
	}

	/**
	 * Reads a text that says one thing.
	 * @param listener the listener, for messages
	 * @param text the text as it is written
	 * @return what it says; empty when nothing
	 * @throws InvalidGatewayListenerException when it cannot be read
	 */
	String text(String listener, String text) {
		return Objects.toString(value(listener, text), "").strip();
	}

	/**
	 * Reads texts that each say any number of things, with commas between, or by an
	 * expression that yields a collection or an array.
	 * @param listener the listener, for messages
	 * @param texts the texts as they are written
	 * @return what they say
	 * @throws InvalidGatewayListenerException when one cannot be read
	 */
	List<String> list(String listener, String... texts) {
		List<String> list = new ArrayList<>();
		for (String text : texts) {
			add(value(listener, text), list);
		}
		return list;
	}

	/**
	 * Reads a text that names a bean, or is an expression that yields one.
	 * @param <T> the type of the bean
	 * @param listener the listener, for messages
	 * @param attribute the attribute, for messages
	 * @param text the text as it is written
	 * @param type the type of the bean
	 * @return the bean; {@code null} when the text is empty
	 * @throws InvalidGatewayListenerException when there is no such bean
	 */
	<T> @Nullable T bean(String listener, String attribute, String text, Class<T> type) {
		Object value = value(listener, text);
		if (type.isInstance(value)) {
			return type.cast(value);
		}
		String name = Objects.toString(value, "").strip();
		if (name.isEmpty()) {
			return null;
		}
		try {
			return this.beanFactory.getBean(name, type);
		}
		catch (BeansException ex) {
			throw new InvalidGatewayListenerException(
					listener, "names '" + name + "' as its " + attribute
							+ ", but there is no bean of that name and of the type " + type.getName(),
					"Define one, or name " + found(type) + ".", ex);
		}
	}

	private String found(Class<?> type) {
		String[] names = this.beanFactory.getBeanNamesForType(type);
		return (names.length > 0) ? "one of those that there are: " + String.join(", ", names) : "none";
	}

	private static void add(@Nullable Object value, List<String> list) {
		if (value instanceof Iterable<?> values) {
			values.forEach((element) -> add(element, list));
		}
		else if (value != null && value.getClass().isArray()) {
			for (int i = 0; i < Array.getLength(value); i++) {
				add(Array.get(value, i), list);
			}
		}
		else if (value != null) {
			for (String element : StringUtils.commaDelimitedListToStringArray(value.toString())) {
				if (!element.isBlank()) {
					list.add(element.strip());
				}
			}
		}
	}

	private @Nullable Object value(String listener, String text) {
		try {
			String resolved = this.beanFactory.resolveEmbeddedValue(text);
			BeanExpressionResolver resolver = this.beanFactory.getBeanExpressionResolver();
			return (resolver != null) ? resolver.evaluate(resolved, new BeanExpressionContext(this.beanFactory, null))
					: resolved;
		}
		catch (BeansException | IllegalArgumentException ex) {
			throw new InvalidGatewayListenerException(listener,
					"has the text '" + text + "', which cannot be read: " + ex.getMessage(),
					"Set the property, give it a default (${name:default}), or correct the expression.", ex);
		}
	}

}
