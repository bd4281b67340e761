package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.interaction.ApplicationCommandInteractionDataOption;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.message.ResolvedData;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.convert.ConversionException;

/**
 * A parameter that is an option of a command.
 *
 * @param listener class and method, for messages
 * @param name the name of the option
 * @param annotation what is said about it
 * @param value how its values are made
 * @param defaultValue its value when it is left out; empty for none
 */
record OptionParameter(String listener, String name, Option annotation, InteractionValue value, String defaultValue) {

	static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	/**
	 * Reads a parameter.
	 * @param listener class and method, for messages
	 * @param parameter the parameter
	 * @param name its name; {@code null} when it was not compiled in
	 * @param methods resolves texts
	 * @return the option; {@code null} when it is none
	 */
	static @Nullable OptionParameter of(String listener, MethodParameter parameter, @Nullable String name,
			InteractionMethods methods) {
		Option found = parameter.getParameterAnnotation(Option.class);
		if (found == null) {
			return null;
		}
		Option annotation = AnnotationUtils.synthesizeAnnotation(found, parameter.getAnnotatedElement());
		String given = methods.text(annotation.name());
		if (given.isEmpty() && name == null) {
			throw new InvalidGatewayListenerException(listener,
					"has an option without a name, and the names of parameters were not compiled in",
					"Name it, @Option(\"reason\"), or compile with -parameters.");
		}
		String option = given.isEmpty() ? InteractionMethods.kebabCase(String.valueOf(name)) : given;
		InteractionValue value = InteractionValue.of(parameter);
		if (value == null || value.isSeveral()) {
			throw new InvalidGatewayListenerException(listener,
					"has the option '" + option + "' of the type " + parameter.getGenericParameterType().getTypeName()
							+ ", which no option has",
					"Let it be a String, a number, a boolean, an enum, a User, Member, Role, Channel, Attachment or "
							+ "Snowflake, or what Spring converts from text.");
		}
		OptionParameter read = new OptionParameter(listener, option, annotation, value,
				methods.text(annotation.defaultValue()));
		read.checkDefault();
		return read;
	}

	private void checkDefault() {
		if (!this.defaultValue.isEmpty()) {
			try {
				this.value.read(List.of(this.defaultValue), null);
			}
			catch (ConversionException | NumberFormatException ex) {
				throw new InvalidGatewayListenerException(this.listener,
						"has the option '" + this.name + "' with the default '" + this.defaultValue
								+ "', which is none of its values",
						"Write a value of the type " + this.value.element().getSimpleName() + ".", ex);
			}
		}
	}

	/**
	 * All options of a method, those in records included.
	 * @param method the method
	 * @param methods resolves texts
	 * @return the options, in the order in which they are written
	 */
	static List<OptionParameter> all(InteractionMethod method, InteractionMethods methods) {
		List<OptionParameter> options = new ArrayList<>();
		int hidden = KotlinDetector.isSuspendingFunction(method.method()) ? 1 : 0;
		for (int i = 0; i < method.method().getParameterCount() - hidden; i++) {
			MethodParameter parameter = new MethodParameter(method.method(), i)
				.withContainingClass(method.targetClass());
			parameter.initParameterNameDiscovery(NAMES);
			OptionParameter option = of(method.listener(), parameter, parameter.getParameterName(), methods);
			if (option != null) {
				options.add(option);
			}
			else if (isBundle(parameter.getParameterType())) {
				options.addAll(bundle(method.listener(), parameter.getParameterType(), methods));
			}
		}
		return options;
	}

	/** Whether a type is a record whose components are options. */
	static boolean isBundle(Class<?> type) {
		return type.isRecord() && Arrays.stream(constructor(type).getParameters())
			.anyMatch((parameter) -> parameter.isAnnotationPresent(Option.class));
	}

	/** The constructor that takes all components. */
	static Constructor<?> constructor(Class<?> type) {
		Class<?>[] types = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		try {
			return type.getDeclaredConstructor(types);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("The record " + type.getName() + " has no canonical constructor", ex);
		}
	}

	/**
	 * The options in a record.
	 * @param listener class and method, for messages
	 * @param type the record
	 * @param methods resolves texts
	 * @return the options, one for each component
	 */
	static List<OptionParameter> bundle(String listener, Class<?> type, InteractionMethods methods) {
		List<OptionParameter> options = new ArrayList<>();
		Constructor<?> constructor = constructor(type);
		for (int i = 0; i < constructor.getParameterCount(); i++) {
			String name = type.getRecordComponents()[i].getName();
			OptionParameter option = of(listener, new MethodParameter(constructor, i), name, methods);
			if (option == null) {
				throw new InvalidGatewayListenerException(listener,
						"takes the record " + type.getName() + ", whose component " + name + " is no option",
						"Put @Option on each of its components.");
			}
			options.add(option);
		}
		return options;
	}

	/** Whether Discord demands it. */
	boolean required() {
		return !this.value.isNullable() && this.defaultValue.isEmpty();
	}

	/**
	 * The value of the option.
	 * @param interaction the use of the command
	 * @param complete whether the command is complete, not being typed
	 * @return the value; {@code null} when it was left out and may be
	 * @throws IllegalStateException when it is missing
	 */
	@Nullable Object read(Interaction interaction, boolean complete) {
		String text = this.defaultValue;
		for (ApplicationCommandInteractionDataOption option : InteractionKey.options(interaction)) {
			if (option.name().equals(this.name) && option.value() != null) {
				text = option.value().asText();
			}
		}
		var command = InteractionMethod.command(interaction);
		ResolvedData resolved = (command != null) ? command.resolved() : null;
		Object value = read(text, resolved, complete);
		if (value == null && complete && !this.value.isNullable()) {
			throw new IllegalStateException("The option '" + this.name + "' of " + this.listener + " is missing"
					+ (text.isEmpty() ? ": the command is registered otherwise than the method says"
							: ", or is none here: " + text));
		}
		return value;
	}

	private @Nullable Object read(String text, @Nullable ResolvedData resolved, boolean complete) {
		try {
			return this.value.read(text.isEmpty() ? List.of() : List.of(text), resolved);
		}
		catch (ConversionException | NumberFormatException ex) {
			if (complete) {
				throw ex;
			}
			return this.value.read(List.of(), resolved);
		}
	}

}
