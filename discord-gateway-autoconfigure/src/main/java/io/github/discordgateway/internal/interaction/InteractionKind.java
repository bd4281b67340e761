package io.github.discordgateway.internal.interaction;

import java.lang.annotation.Annotation;

import io.github.discordgateway.interaction.Autocomplete;
import io.github.discordgateway.interaction.ComponentListener;
import io.github.discordgateway.interaction.MessageCommand;
import io.github.discordgateway.interaction.ModalListener;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.interaction.UserCommand;
import io.github.discordgateway.model.interaction.ApplicationCommandType;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.InteractionType;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of methods that take interactions: one for each annotation.
 */
enum InteractionKind {

	/** A slash command. */
	SLASH_COMMAND(SlashCommand.class, ApplicationCommandType.CHAT_INPUT, "the command /"),

	/** A command in the context menu of a user. */
	USER_COMMAND(UserCommand.class, ApplicationCommandType.USER, "the user command "),

	/** A command in the context menu of a message. */
	MESSAGE_COMMAND(MessageCommand.class, ApplicationCommandType.MESSAGE, "the message command "),

	/** Choices for an option of a slash command. */
	AUTOCOMPLETE(Autocomplete.class, null, "autocompletion of "),

	/** A button or a select menu. */
	COMPONENT(ComponentListener.class, null, "the component "),

	/** A submitted modal. */
	MODAL(ModalListener.class, null, "the modal ");

	private final Class<? extends Annotation> annotation;

	private final @Nullable ApplicationCommandType type;

	private final String words;

	InteractionKind(Class<? extends Annotation> annotation, @Nullable ApplicationCommandType type, String words) {
		this.annotation = annotation;
		this.type = type;
		this.words = words;
	}

	/**
	 * The kind of an interaction.
	 * @param interaction the interaction
	 * @return its kind; {@code null} when no method can take it
	 */
	static @Nullable InteractionKind of(Interaction interaction) {
		if (interaction.type().equals(InteractionType.MESSAGE_COMPONENT)) {
			return COMPONENT;
		}
		if (interaction.type().equals(InteractionType.MODAL_SUBMIT)) {
			return MODAL;
		}
		if (interaction.type().equals(InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE)) {
			return AUTOCOMPLETE;
		}
		var command = InteractionMethod.command(interaction);
		if (command != null) {
			for (InteractionKind kind : values()) {
				if (command.type().equals(kind.type)) {
					return kind;
				}
			}
		}
		return null;
	}

	Class<? extends Annotation> annotation() {
		return this.annotation;
	}

	/** The type of the command; {@code null} when it is none. */
	@Nullable ApplicationCommandType type() {
		return this.type;
	}

	/** What it is, for messages; followed by its name. */
	String words() {
		return this.words;
	}

	/** Whether the method belongs to a slash command, whose groups count. */
	boolean isSlash() {
		return this == SLASH_COMMAND || this == AUTOCOMPLETE;
	}

	/** Whether it is known by a {@code custom_id}. */
	boolean isCustom() {
		return this == COMPONENT || this == MODAL;
	}

}
