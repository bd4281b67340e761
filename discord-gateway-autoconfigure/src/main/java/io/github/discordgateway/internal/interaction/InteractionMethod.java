package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.model.interaction.ApplicationCommandInteractionData;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.MessageComponentInteractionData;
import io.github.discordgateway.model.interaction.ModalSubmitInteractionData;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;

/**
 * What the annotations of a method say: which interactions it takes, and how they are
 * answered.
 *
 * @param listener class and method, for messages
 * @param kind which kind it is
 * @param method the method
 * @param targetClass the class of its bean
 * @param path the name of the command with its groups; empty when it has none
 * @param option the option that is completed; empty for other kinds
 * @param patterns of the {@code custom_id}s that it takes
 * @param annotation its annotation
 * @param group that of its class; missing when there is none
 * @param takesResponder whether it answers by itself, at a time of its own
 */
record InteractionMethod(String listener, InteractionKind kind, Method method, Class<?> targetClass, String path,
		String option, List<CustomIdPattern> patterns, MergedAnnotation<?> annotation, MergedAnnotation<?> group,
		boolean takesResponder) {

	/** Whether its answers are for the user alone. */
	boolean ephemeral() {
		return this.annotation.getValue("ephemeral", Boolean.class).orElse(false);
	}

	/** Whether it is called when it is too late for an answer. */
	boolean evenWhenLate() {
		return this.annotation.getValue("evenWhenLate", Boolean.class).orElse(false);
	}

	/** What it takes, but for patterns. */
	InteractionKey key() {
		return new InteractionKey(this.kind, this.path, this.option);
	}

	/**
	 * The values of the variables of its pattern.
	 * @param interaction an interaction that it takes
	 * @return the values by their names
	 */
	Map<String, String> variables(Interaction interaction) {
		String customId = customId(interaction);
		if (customId != null) {
			for (CustomIdPattern pattern : this.patterns) {
				Map<String, String> values = pattern.match(customId);
				if (values != null) {
					return values;
				}
			}
		}
		return Map.of();
	}

	/** That of a component or a modal. */
	static @Nullable String customId(Interaction interaction) {
		if (interaction.data() instanceof MessageComponentInteractionData component) {
			return component.customId();
		}
		return (interaction.data() instanceof ModalSubmitInteractionData modal) ? modal.customId() : null;
	}

	/** What was used of a command. */
	static @Nullable ApplicationCommandInteractionData command(Interaction interaction) {
		return (interaction.data() instanceof ApplicationCommandInteractionData command) ? command : null;
	}

}
