package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.interaction.InteractionType;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The interaction that a message is the answer to, in an older form that is deprecated.
 *
 * @param id id of the interaction
 * @param type which kind it is
 * @param name name of the command
 * @param user the user whose interaction it was
 * @param member that user's membership; {@code null} when absent
 * @param nameLocalized name of the command in the language of the user; {@code null} when
 * absent
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#message-interaction-object-message-interaction-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record MessageInteraction(Snowflake id, InteractionType type, String name, User user, @Nullable Member member,
		@Nullable String nameLocalized) {

}
