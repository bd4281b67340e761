package io.github.discordgateway.internal.interaction;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.model.modal.ActionRowSubmit;
import io.github.discordgateway.model.modal.CheckboxGroupSubmit;
import io.github.discordgateway.model.modal.CheckboxSubmit;
import io.github.discordgateway.model.modal.EntitySelectSubmit;
import io.github.discordgateway.model.modal.FileUploadSubmit;
import io.github.discordgateway.model.modal.LabelSubmit;
import io.github.discordgateway.model.modal.ModalSubmitComponent;
import io.github.discordgateway.model.modal.RadioGroupSubmit;
import io.github.discordgateway.model.modal.StringSelectSubmit;
import io.github.discordgateway.model.modal.TextInputSubmit;

/**
 * Finds what was entered into the fields of a modal.
 */
final class ModalFields {

	private ModalFields() {
	}

	/**
	 * What was entered into a field.
	 * @param components the parts of the modal
	 * @param customId the field
	 * @return texts or ids; none when it was left empty, or there is no such field
	 */
	static List<String> texts(List<ModalSubmitComponent> components, String customId) {
		List<String> texts = new ArrayList<>();
		components.forEach((component) -> collect(component, customId, texts));
		return texts;
	}

	private static void collect(ModalSubmitComponent component, String customId, List<String> texts) {
		if (component instanceof LabelSubmit label) {
			collect(label.component(), customId, texts);
		}
		else if (component instanceof ActionRowSubmit row) {
			row.components().forEach((field) -> collect(field, customId, texts));
		}
		else if (component instanceof TextInputSubmit text && text.customId().equals(customId)) {
			if (!text.value().isEmpty()) {
				texts.add(text.value());
			}
		}
		else if (component instanceof StringSelectSubmit select && select.customId().equals(customId)) {
			texts.addAll(select.values());
		}
		else if (component instanceof CheckboxGroupSubmit group && group.customId().equals(customId)) {
			texts.addAll(group.values());
		}
		else if (component instanceof RadioGroupSubmit group && group.customId().equals(customId)) {
			if (group.value() != null) {
				texts.add(group.value());
			}
		}
		else if (component instanceof CheckboxSubmit box && box.customId().equals(customId)) {
			texts.add(Boolean.toString(box.value()));
		}
		else if (component instanceof EntitySelectSubmit select && select.customId().equals(customId)) {
			select.values().forEach((id) -> texts.add(id.toString()));
		}
		else if (component instanceof FileUploadSubmit upload && upload.customId().equals(customId)) {
			upload.values().forEach((id) -> texts.add(id.toString()));
		}
	}

}
