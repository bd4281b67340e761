package io.github.discordgateway.model.modal;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.ComponentType;
import org.jspecify.annotations.Nullable;

/**
 * A row with a text field, as older modals have it.
 *
 * @param type the kind of component
 * @param id number of the component in its modal; {@code null} when absent
 * @param components the text field
 */
@Kind("1")
public record ActionRowSubmit(ComponentType type, @Nullable Integer id,
		List<ModalSubmitComponent> components) implements ModalSubmitComponent {

	public ActionRowSubmit {
		components = RecordValues.listOrEmpty(components);
	}

}
