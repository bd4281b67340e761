package io.github.discordgateway.model.modal;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.component.ComponentType;

/**
 * A label with what was entered in its field.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param component what was entered
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#label-label-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("18")
public record LabelSubmit(ComponentType type, int id, ModalSubmitComponent component) implements ModalSubmitComponent {

}
