package io.github.discordgateway.model.modal;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Union;
import io.github.discordgateway.model.component.ComponentType;

/**
 * A part of a modal with what was entered there. At its top there are labels, texts, and
 * rows in older modals. What kind it is stands in its {@code type}; one that is not known
 * is kept as it was sent.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#component-object-component-types">Discord's
 * documentation</a>
 */
@DiscordJson
@Union(discriminator = "type")
public sealed interface ModalSubmitComponent permits ActionRowSubmit, StringSelectSubmit, TextInputSubmit,
		EntitySelectSubmit, TextDisplaySubmit, LabelSubmit, FileUploadSubmit, RadioGroupSubmit, CheckboxGroupSubmit,
		CheckboxSubmit, UnknownModalSubmitComponent {

	/**
	 * The kind of component.
	 * @return the kind, known or not
	 */
	ComponentType type();

}
