package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.MessageComponent;

/**
 * A form that is shown to a user.
 *
 * @param customId by which its submission is known, 1 to 100 characters
 * @param title the title, 1 to 45 characters
 * @param components labels with inputs, and texts, 1 to 5
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal">Discord's
 * documentation</a>
 */
@DiscordJson
public record Modal(String customId, String title,
		List<MessageComponent> components) implements InteractionResponse.Data {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public Modal {
		components = RecordValues.listOrEmpty(components);
		Limits.text("The custom_id of a modal", customId, 1, 100);
		Limits.text("The title of a modal", title, 1, 45);
		Limits.size("The list of a modal's components", components, 1, 5);
		ComponentRules.modal(components);
	}

	/**
	 * A form.
	 * @param customId by which its submission is known, 1 to 100 characters
	 * @param title the title, 1 to 45 characters
	 * @param components labels with inputs, and texts, 1 to 5
	 * @return the form
	 * @throws IllegalArgumentException when Discord would refuse it
	 */
	public static Modal of(String customId, String title, MessageComponent... components) {
		return new Modal(customId, title, List.of(components));
	}

}
