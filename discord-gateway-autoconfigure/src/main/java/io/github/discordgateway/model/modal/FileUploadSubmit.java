package io.github.discordgateway.model.modal;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.ComponentType;

/**
 * Files that were given.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param customId the developer's own id of the field
 * @param values ids of the attachments, whose objects are found with the whole modal
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#file-upload-file-upload-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("19")
public record FileUploadSubmit(ComponentType type, int id, String customId,
		List<Snowflake> values) implements ModalSubmitComponent {

	public FileUploadSubmit {
		values = RecordValues.listOrEmpty(values);
	}

}
