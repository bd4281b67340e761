package io.github.discordgateway.model.interaction;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.message.ResolvedData;
import io.github.discordgateway.model.modal.ModalSubmitComponent;
import org.jspecify.annotations.Nullable;

/**
 * The modal that was filled in.
 *
 * @param customId the developer's own id of the modal
 * @param components what was entered
 * @param resolved the objects of the ids that were chosen, and the files that were given;
 * {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure">Discord's
 * documentation</a>
 */
@Kind("5")
public record ModalSubmitInteractionData(String customId, List<ModalSubmitComponent> components,
		@Nullable ResolvedData resolved) implements InteractionData {

	public ModalSubmitInteractionData {
		components = RecordValues.listOrEmpty(components);
	}

}
