package io.github.discordgateway.model.modal;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.component.ComponentType;

/**
 * A text of the modal, in which nothing can be entered.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#text-display-text-display-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("10")
public record TextDisplaySubmit(ComponentType type, int id) implements ModalSubmitComponent {

}
