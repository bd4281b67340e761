package io.github.discordgateway.model.message;

import java.util.Map;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.interaction.InteractionType;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The filling in of a modal that a message is the answer to.
 *
 * @param id id of the interaction
 * @param type the kind of interaction
 * @param user the user whose interaction it was
 * @param authorizingIntegrationOwners the guild or user that installed the application,
 * for each way in which that was done
 * @param originalResponseMessageId id of the first answer; only when the message is a
 * further one; otherwise {@code null}
 * @param triggeringInteractionMetadata the interaction that the modal was the answer to
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-interaction-metadata-object-modal-submit-interaction-metadata-structure">Discord's
 * documentation</a>
 */
@Kind("5")
public record ModalSubmitInteractionMetadata(Snowflake id, InteractionType type, User user,
		Map<ApplicationIntegrationType, Snowflake> authorizingIntegrationOwners,
		@Nullable Snowflake originalResponseMessageId,
		MessageInteractionMetadata triggeringInteractionMetadata) implements MessageInteractionMetadata {

	public ModalSubmitInteractionMetadata {
		authorizingIntegrationOwners = RecordValues.mapOrEmpty(authorizingIntegrationOwners);
	}

}
