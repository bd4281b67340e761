package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.message.MessageFlags;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to an interaction, due within 3 seconds.
 *
 * @param type how it is answered
 * @param data what it is answered with; {@code null} for nothing
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record InteractionResponse(InteractionResponseType type, @Nullable Data data) implements WithFiles {

	/**
	 * Answers by a message.
	 * @param message the message
	 * @return the answer
	 */
	public static InteractionResponse message(InteractionMessage message) {
		return new InteractionResponse(InteractionResponseType.CHANNEL_MESSAGE_WITH_SOURCE, message);
	}

	/**
	 * Says that a message follows, within 15 minutes.
	 * @param ephemeral whether it is for nobody but the user
	 * @return the answer
	 */
	public static InteractionResponse deferred(boolean ephemeral) {
		return new InteractionResponse(InteractionResponseType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE,
				ephemeral ? new Deferred(MessageFlags.EPHEMERAL) : null);
	}

	/**
	 * Says that the component's message may change, within 15 minutes.
	 * @return the answer
	 */
	public static InteractionResponse deferredUpdate() {
		return new InteractionResponse(InteractionResponseType.DEFERRED_UPDATE_MESSAGE, null);
	}

	/**
	 * Changes the component's message.
	 * @param change what to change
	 * @return the answer
	 */
	public static InteractionResponse update(EditMessage change) {
		return new InteractionResponse(InteractionResponseType.UPDATE_MESSAGE, change);
	}

	/**
	 * Offers choices for what the user types.
	 * @param choices the choices, at most 25
	 * @return the answer
	 */
	public static InteractionResponse choices(List<CommandChoice> choices) {
		return new InteractionResponse(InteractionResponseType.APPLICATION_COMMAND_AUTOCOMPLETE_RESULT,
				new Choices(choices));
	}

	/**
	 * Shows a modal; not to a modal.
	 * @param modal the modal
	 * @return the answer
	 */
	public static InteractionResponse modal(Modal modal) {
		return new InteractionResponse(InteractionResponseType.MODAL, modal);
	}

	/**
	 * Launches the activity of the application.
	 * @return the answer
	 */
	public static InteractionResponse launchActivity() {
		return new InteractionResponse(InteractionResponseType.LAUNCH_ACTIVITY, null);
	}

	@Override
	public List<Upload> uploads() {
		return (this.data instanceof WithFiles message) ? message.uploads() : List.of();
	}

	/**
	 * What an interaction is answered with.
	 */
	@DiscordJson
	public sealed interface Data permits InteractionMessage, EditMessage, Deferred, Choices, Modal {

	}

	/**
	 * Flags of the message that follows.
	 *
	 * @param flags the flags, of which only EPHEMERAL has a meaning
	 */
	@DiscordJson
	public record Deferred(MessageFlags flags) implements Data {

	}

	/**
	 * Choices for what the user types.
	 *
	 * @param choices the choices, at most 25
	 */
	@DiscordJson
	public record Choices(List<CommandChoice> choices) implements Data {

		/**
		 * Checks what Discord demands.
		 * @throws IllegalArgumentException when there are too many
		 */
		public Choices {
			choices = List.copyOf(choices);
			Limits.size("The list of choices", choices, 0, 25);
			choices.forEach(CommandChoice::check);
		}

	}

}
