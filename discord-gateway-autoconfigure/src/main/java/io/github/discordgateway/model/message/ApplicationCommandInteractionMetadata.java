package io.github.discordgateway.model.message;

import java.util.Map;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.interaction.ApplicationCommandType;
import io.github.discordgateway.model.interaction.InteractionType;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The use of a command that a message is the answer to.
 *
 * @param id id of the interaction
 * @param type the kind of interaction
 * @param user the user whose interaction it was
 * @param authorizingIntegrationOwners the guild or user that installed the application,
 * for each way in which that was done
 * @param originalResponseMessageId id of the first answer; only when the message is a
 * further one; otherwise {@code null}
 * @param targetUser the user that the command was used on; only for user commands;
 * otherwise {@code null}
 * @param targetMessageId id of the message that the command was used on; only for message
 * commands; otherwise {@code null}
 * @param name the command's name, not documented by Discord; {@code null} when absent
 * @param commandType the command's kind, not documented by Discord; {@code null} when
 * absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-interaction-metadata-object-application-command-interaction-metadata-structure">Discord's
 * documentation</a>
 */
@Kind("2")
public record ApplicationCommandInteractionMetadata(Snowflake id, InteractionType type, User user,
		Map<ApplicationIntegrationType, Snowflake> authorizingIntegrationOwners,
		@Nullable Snowflake originalResponseMessageId, @Nullable User targetUser, @Nullable Snowflake targetMessageId,
		@Nullable String name, @Nullable ApplicationCommandType commandType) implements MessageInteractionMetadata {

	public ApplicationCommandInteractionMetadata {
		authorizingIntegrationOwners = RecordValues.mapOrEmpty(authorizingIntegrationOwners);
	}

}
