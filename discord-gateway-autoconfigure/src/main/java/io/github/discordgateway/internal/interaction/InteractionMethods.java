package io.github.discordgateway.internal.interaction;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.github.discordgateway.interaction.CommandGroup;
import io.github.discordgateway.interaction.InteractionResponder;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotationPredicates;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.StringValueResolver;

/**
 * Reads the annotations of methods that take interactions.
 */
public final class InteractionMethods {

	private final StringValueResolver texts;

	/**
	 * Makes a reader.
	 * @param texts resolves placeholders and expressions
	 */
	public InteractionMethods(StringValueResolver texts) {
		this.texts = texts;
	}

	/**
	 * Reads a method.
	 * @param method the method
	 * @param targetClass the class of its bean
	 * @return what its annotations say; {@code null} when it takes no interactions
	 * @throws InvalidGatewayListenerException when it has several annotations, or one
	 * that cannot be
	 */
	@Nullable InteractionMethod find(Method method, Class<?> targetClass) {
		MergedAnnotations annotations = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY);
		InteractionMethod found = null;
		for (InteractionKind kind : InteractionKind.values()) {
			MergedAnnotation<? extends Annotation> annotation = annotations.get(kind.annotation());
			if (annotation.isPresent()) {
				String listener = targetClass.getName() + "." + method.getName();
				long all = annotations.stream(GatewayListener.class)
					.filter(MergedAnnotationPredicates.firstRunOf(MergedAnnotation::getAggregateIndex))
					.count();
				if (found != null || all > 1) {
					throw new InvalidGatewayListenerException(listener, "has several annotations of listeners",
							"Make it one method for each of them.");
				}
				found = read(kind, annotation, listener, method, targetClass);
			}
		}
		return found;
	}

	private InteractionMethod read(InteractionKind kind, MergedAnnotation<?> annotation, String listener, Method method,
			Class<?> targetClass) {
		MergedAnnotation<?> group = kind.isSlash()
				? MergedAnnotations.from(targetClass, SearchStrategy.TYPE_HIERARCHY).get(CommandGroup.class)
				: MergedAnnotation.missing();
		String path = kind.isCustom() ? "" : path(kind, annotation, group, method);
		List<CustomIdPattern> patterns = new ArrayList<>();
		if (kind.isCustom()) {
			for (String pattern : annotation.getStringArray("value")) {
				patterns.add(pattern(listener, text(pattern)));
			}
			if (patterns.isEmpty()) {
				throw new InvalidGatewayListenerException(listener, "does not say which custom_id it takes",
						"Name it: @" + kind.annotation().getSimpleName() + "(\"feedback\").");
			}
		}
		String option = (kind == InteractionKind.AUTOCOMPLETE) ? text(annotation.getString("option")) : "";
		return new InteractionMethod(listener, kind, method, targetClass, path, option, patterns, annotation, group,
				Arrays.asList(method.getParameterTypes()).contains(InteractionResponder.class));
	}

	private CustomIdPattern pattern(String listener, String text) {
		try {
			return new CustomIdPattern(text);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGatewayListenerException(listener,
					"has the pattern '" + text + "', which no custom_id matches: " + ex.getMessage(),
					"Write for example \"vote:{choice}\".", ex);
		}
	}

	private String path(InteractionKind kind, MergedAnnotation<?> annotation, MergedAnnotation<?> group,
			Method method) {
		String own = text(annotation.getString((kind == InteractionKind.AUTOCOMPLETE) ? "command" : "name"));
		if (own.isEmpty() && kind == InteractionKind.SLASH_COMMAND) {
			own = kebabCase(method.getName());
		}
		String prefix = group.getValue("name", String.class).map(this::text).orElse("");
		String path = prefix.isEmpty() ? own : prefix + " " + own;
		return kind.isSlash() ? path.strip().replaceAll("\\s+", " ") : path;
	}

	/**
	 * Resolves placeholders and expressions.
	 * @param text the text as it is written
	 * @return what it says; empty for nothing
	 */
	String text(String text) {
		return Objects.requireNonNullElse(this.texts.resolveStringValue(text), "").strip();
	}

	/** As Discord's names are, for example {@code max-age}. */
	static String kebabCase(String name) {
		return name.replaceAll("([\\p{Ll}\\p{N}])(\\p{Lu})", "$1-$2").toLowerCase(Locale.ROOT);
	}

}
