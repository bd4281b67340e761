package io.github.discordgateway.model.modal;

import io.github.discordgateway.model.component.ComponentType;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text of the modal, in which nothing can be entered.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#text-display-text-display-interaction-response-structure">Discord's
 * documentation</a>
 */
@JsonDeserialize
public record TextDisplaySubmit(ComponentType type, int id) implements ModalSubmitComponent {

}
