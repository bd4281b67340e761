package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.Role;
import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.message.Attachment;
import io.github.discordgateway.model.message.PartialMessage;
import io.github.discordgateway.model.message.ResolvedData;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.util.ClassUtils;

/**
 * Makes a value of a parameter's type of what Discord sends: texts, and ids of objects
 * that come with them.
 */
final class InteractionValue {

	private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

	private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Integer.class, Long.class, Short.class, Byte.class);

	private static final Set<Class<?>> DECIMALS = Set.of(Double.class, Float.class);

	private final Class<?> element;

	/** A type of several values; {@code null} for one. */
	private final @Nullable Class<?> container;

	private final boolean optional;

	private final boolean nullable;

	private final boolean primitive;

	private InteractionValue(Class<?> element, @Nullable Class<?> container, boolean optional, boolean nullable,
			boolean primitive) {
		this.element = element;
		this.container = container;
		this.optional = optional;
		this.nullable = nullable;
		this.primitive = primitive;
	}

	/**
	 * Reads the type of a parameter.
	 * @param parameter the parameter
	 * @return how to make its values; {@code null} when there is no way
	 */
	static @Nullable InteractionValue of(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		boolean optional = type.toClass() == Optional.class;
		if (optional) {
			type = type.getGeneric();
		}
		Class<?> container = null;
		if (type.isArray()) {
			container = Array.class;
			type = type.getComponentType();
		}
		else if (Collection.class.isAssignableFrom(type.toClass())) {
			if (type.toClass() != List.class && type.toClass() != Collection.class && type.toClass() != Set.class) {
				return null;
			}
			container = type.toClass();
			type = type.asCollection().getGeneric();
		}
		Class<?> raw = type.toClass();
		Class<?> element = ClassUtils.resolvePrimitiveIfNecessary(raw);
		if (!isResolved(element) && (element == Object.class || !CONVERSION.canConvert(String.class, element))) {
			return null;
		}
		return new InteractionValue(element, container, optional, parameter.isOptional(), raw.isPrimitive());
	}

	private static boolean isResolved(Class<?> type) {
		return type == User.class || type == Member.class || type == Role.class || type == Channel.class
				|| type == Attachment.class || type == Snowflake.class || type == PartialMessage.class;
	}

	/** The type of one value, primitives as their wrappers. */
	Class<?> element() {
		return this.element;
	}

	/** Whether it takes several values. */
	boolean isSeveral() {
		return this.container != null;
	}

	/** Whether there may be no value. */
	boolean isNullable() {
		return this.nullable || this.optional || this.container != null;
	}

	/** Whether it has no way to say that there is no value. */
	boolean isPrimitive() {
		return this.primitive && this.container == null;
	}

	/** The type of an option that gives such values. */
	ApplicationCommandOptionType optionType() {
		if (WHOLE_NUMBERS.contains(this.element)) {
			return ApplicationCommandOptionType.INTEGER;
		}
		if (DECIMALS.contains(this.element)) {
			return ApplicationCommandOptionType.NUMBER;
		}
		if (this.element == Boolean.class) {
			return ApplicationCommandOptionType.BOOLEAN;
		}
		if (this.element == User.class || this.element == Member.class) {
			return ApplicationCommandOptionType.USER;
		}
		if (this.element == Role.class) {
			return ApplicationCommandOptionType.ROLE;
		}
		if (this.element == Channel.class) {
			return ApplicationCommandOptionType.CHANNEL;
		}
		if (this.element == Attachment.class) {
			return ApplicationCommandOptionType.ATTACHMENT;
		}
		return (this.element == Snowflake.class) ? ApplicationCommandOptionType.MENTIONABLE
				: ApplicationCommandOptionType.STRING;
	}

	/**
	 * Makes the value.
	 * @param texts what Discord sends
	 * @param resolved the objects of ids
	 * @return the value; {@code null} when there is none
	 * @throws org.springframework.core.convert.ConversionException when a text cannot be
	 * read
	 */
	@Nullable Object read(List<String> texts, @Nullable ResolvedData resolved) {
		List<Object> values = new ArrayList<>();
		for (String text : texts) {
			Object value = readOne(text, resolved);
			if (value != null) {
				values.add(value);
			}
		}
		if (this.container == Array.class) {
			Object array = Array.newInstance(this.element, values.size());
			for (int i = 0; i < values.size(); i++) {
				Array.set(array, i, values.get(i));
			}
			return optional(array);
		}
		if (this.container != null) {
			return optional((this.container == Set.class) ? new LinkedHashSet<>(values) : values);
		}
		return optional(values.isEmpty() ? null : values.get(0));
	}

	private @Nullable Object optional(@Nullable Object value) {
		return this.optional ? Optional.ofNullable(value) : value;
	}

	private @Nullable Object readOne(String text, @Nullable ResolvedData resolved) {
		if (!isResolved(this.element)) {
			return (this.element != String.class && text.isEmpty()) ? null : CONVERSION.convert(text, this.element);
		}
		Snowflake id = Snowflake.of(text);
		if (this.element == Snowflake.class || resolved == null) {
			return (this.element == Snowflake.class) ? id : null;
		}
		if (this.element == User.class) {
			return resolved.users().get(id);
		}
		if (this.element == Member.class) {
			Member member = resolved.members().get(id);
			return (member != null) ? member.mutate().user(resolved.users().get(id)).build() : null;
		}
		if (this.element == Role.class) {
			return resolved.roles().get(id);
		}
		if (this.element == Channel.class) {
			return resolved.channels().get(id);
		}
		return (this.element == Attachment.class) ? resolved.attachments().get(id) : resolved.messages().get(id);
	}

}
