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
 * The use of a component that a message is the answer to.
 *
 * @param id id of the interaction
 * @param type the kind of interaction
 * @param user the user whose interaction it was
 * @param authorizingIntegrationOwners the guild or user that installed the application,
 * for each way in which that was done
 * @param originalResponseMessageId id of the first answer; only when the message is a
 * further one; otherwise {@code null}
 * @param interactedMessageId id of the message that holds the component
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-interaction-metadata-object-message-component-interaction-metadata-structure">Discord's
 * documentation</a>
 */
@Kind("3")
public record MessageComponentInteractionMetadata(Snowflake id, InteractionType type, User user,
		Map<ApplicationIntegrationType, Snowflake> authorizingIntegrationOwners,
		@Nullable Snowflake originalResponseMessageId,
		Snowflake interactedMessageId) implements MessageInteractionMetadata {

	public MessageComponentInteractionMetadata {
		authorizingIntegrationOwners = RecordValues.mapOrEmpty(authorizingIntegrationOwners);
	}

}
